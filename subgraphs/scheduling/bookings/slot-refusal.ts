import { notFound } from '#platform/errors.ts';
import { isExclusionViolation, isForeignKeyViolation } from '#platform/postgres-errors.ts';
import { err } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { Slot } from '../domain/slots.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { LoadedFacts } from '../slots/load-facts.ts';
import { nextSlots } from '../slots/next-slots.ts';
import type { Wish } from './agree-on-hosts.ts';

export interface SlotRefusal {
  kind: 'SLOT_UNAVAILABLE';
  reasons: Verdict[];
  nextSlots: Slot[];
}

/** Says why a time cannot be had, and what can; `facts` cover the `searchSpan` of the wish. */
export async function refuseSlot(
  ctx: SchedulingContext,
  facts: LoadedFacts,
  wish: Wish,
  reasons: Verdict[],
): Promise<SlotRefusal> {
  return { kind: 'SLOT_UNAVAILABLE', reasons, nextSlots: await nextSlots(ctx.em, facts, wish) };
}

const overtaken: Verdict = {
  rule: 'CONFLICT',
  passed: false,
  message: 'Somebody else took the time at the same moment.',
  hostId: null,
  opensIf: null,
};

/** The database has the last word: what its constraint refuses is taken, whatever the rules said before. */
export function asOvertaken(error: unknown): {
  readonly ok: false;
  readonly error: { kind: 'TAKEN'; reasons: Verdict[] };
} {
  if (isExclusionViolation(error)) return err({ kind: 'TAKEN', reasons: [overtaken] });
  // The event type was deleted since it was read.
  if (isForeignKeyViolation(error, 'bookings_event_type_id_fkey')) throw notFound('event type');
  throw error;
}
