import type { CancelRefusal, TooLate } from '../guests/require-allowed.ts';
import { slotView, verdictView } from '../slots/slot-view.ts';
import {
  BookingVersionConflict,
  ChangeTooLate,
  ReasonRequired,
  SlotUnavailable,
  TransitionRefused,
} from './booking-result.graphql.ts';
import { viewOf } from './booking-view.ts';
import type { ChangeRefusal } from './change-booking.ts';
import type { SlotRefusal } from './slot-refusal.ts';

/** Slots with their dates in the given zone. */
export function slotUnavailable(refusal: SlotRefusal, timeZone: string): SlotUnavailable {
  const next = refusal.nextSlots.map(slot => slotView(slot, timeZone));
  return new SlotUnavailable(refusal.reasons.map(verdictView), next);
}

export function changeRefused(refusal: ChangeRefusal): TransitionRefused | BookingVersionConflict {
  if (refusal.kind === 'TRANSITION_REFUSED') return new TransitionRefused(refusal);
  return new BookingVersionConflict(viewOf(refusal.current));
}

/** What keeps a change from happening whose time has to be free. */
export function timedChangeRefused(refusal: ChangeRefusal | SlotRefusal) {
  return refusal.kind === 'SLOT_UNAVAILABLE' ? slotUnavailable(refusal, 'UTC') : changeRefused(refusal);
}

export function tooLate({ change, until, policy }: TooLate): ChangeTooLate {
  return new ChangeTooLate(change, until === null ? null : new Date(until), policy);
}

export function cancelRefused(refusal: ChangeRefusal | CancelRefusal) {
  if (refusal.kind === 'TOO_LATE') return tooLate(refusal);
  return refusal.kind === 'REASON_REQUIRED' ? new ReasonRequired() : changeRefused(refusal);
}
