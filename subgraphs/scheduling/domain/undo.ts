import { err, ok, type Result } from '#platform/result.ts';
import type { BookingEvent, BookingFact, BookingState } from './booking.ts';
import { type RefusedTransition, statusAgain } from './booking-state.ts';

/** Changes that can be taken back, as long as they are the last. */
const UNDOABLE: ReadonlySet<BookingFact['kind']> = new Set(['CANCELLED', 'RESCHEDULED', 'HOSTS_CHANGED']);

type Restored = Extract<BookingFact, { kind: 'CHANGE_UNDONE' }>;

interface LastChange {
  event: BookingEvent;
  /** The booking before it; `null` where it began with it. */
  earlier: BookingState | null;
}

/**
 * What takes the last change of a booking back. It is again what it was: one that took place takes place, and one
 * that waited for its payment waits for it, if there is time left for that.
 */
export function undoOf(
  { status }: Pick<BookingState, 'status'>,
  { event, earlier }: LastChange,
  now: number,
): Result<Restored, RefusedTransition> {
  if (!earlier) return err({ from: status, to: status });
  const next = statusAgain(status, earlier.status);
  if (!next.ok) return next;
  const isOver = earlier.expiresAt !== null && earlier.expiresAt <= now;
  if (!UNDOABLE.has(event.kind) || isOver) return err({ from: status, to: next.value });
  const { startsAt, endsAt, wallTime, hostIds, title, cancellationReason, expiresAt } = earlier;
  const restored = { startsAt, endsAt, wallTime, hostIds, title, cancellationReason, expiresAt };
  return ok({
    kind: 'CHANGE_UNDONE',
    data: { status: next.value, undoneVersion: event.version, ...restored },
  });
}
