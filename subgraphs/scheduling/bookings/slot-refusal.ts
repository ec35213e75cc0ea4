import { notFound } from '#platform/errors.ts';
import { isExclusionViolation, isForeignKeyViolation } from '#platform/postgres-errors.ts';
import { err } from '#platform/result.ts';
import type { SlotFacts } from '../domain/event-type.ts';
import type { Slot } from '../domain/slots.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { SlotQuestion } from '../domain/verdicts.ts';
import type { LoadedFacts } from '../slots/load-facts.ts';
import { nextSlots } from '../slots/next-slots.ts';

export interface SlotRefusal {
  kind: 'SLOT_UNAVAILABLE';
  reasons: Verdict[];
  nextSlots: Slot[];
}

/** A time that cannot be had, and the facts that say so: those behind the lock, or `null` where the database said it. */
export interface Taken {
  kind: 'TAKEN';
  reasons: Verdict[];
  facts: LoadedFacts | null;
}

/** Says why a time cannot be had, and what can; the facts cover the `searchSpan` of the wish. */
export function refuseSlot(facts: SlotFacts, wish: SlotQuestion, reasons: Verdict[]): SlotRefusal {
  return { kind: 'SLOT_UNAVAILABLE', reasons, nextSlots: nextSlots(facts, wish) };
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
  readonly error: Taken;
} {
  if (isExclusionViolation(error)) return err({ kind: 'TAKEN', reasons: [overtaken], facts: null });
  // A room or a host is gone since the event type was read.
  if (
    isForeignKeyViolation(error, 'claims_claimant_id_fkey') ||
    isForeignKeyViolation(error, 'booking_resources_resource_id_fkey')
  )
    return err({ kind: 'TAKEN', reasons: [overtaken], facts: null });
  // The event type was deleted since it was read.
  if (isForeignKeyViolation(error, 'bookings_event_type_id_fkey')) throw notFound('event type');
  throw error;
}
