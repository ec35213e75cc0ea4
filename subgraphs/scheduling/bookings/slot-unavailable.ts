import { slotView, verdictView } from '../slots/slot-view.ts';
import { SlotUnavailable } from './booking-result.graphql.ts';
import type { SlotRefusal } from './slot-refusal.ts';

/** A refused time as the graph shows it, dates in the zone of whoever asked. */
export function slotUnavailable(refusal: SlotRefusal, timeZone: string): SlotUnavailable {
  const next = refusal.nextSlots.map(slot => slotView(slot, timeZone));
  return new SlotUnavailable(refusal.reasons.map(verdictView), next);
}
