import { err, ok, type Result } from '#platform/result.ts';
import type { BookingEvent, BookingFact, BookingState } from './booking.ts';
import { nextStatus, type RefusedTransition } from './booking-state.ts';

/** Changes that can be taken back, as long as they are the last. */
const UNDOABLE: ReadonlySet<BookingFact['kind']> = new Set(['CANCELLED', 'RESCHEDULED', 'HOSTS_CHANGED']);

type Restored = Extract<BookingFact, { kind: 'CHANGE_UNDONE' }>;

interface LastChange {
  event: BookingEvent;
  /** The booking before it; `null` where it began with it. */
  earlier: BookingState | null;
}

/** What takes the last change of a booking back. Only what took place before can take place again. */
export function undoOf(
  { status }: Pick<BookingState, 'status'>,
  { event, earlier }: LastChange,
): Result<Restored, RefusedTransition> {
  const next = nextStatus(status, 'UNDO');
  if (!next.ok) return next;
  if (!earlier || !UNDOABLE.has(event.kind) || earlier.status !== next.value)
    return err({ from: status, to: next.value });
  const { startsAt, endsAt, wallTime, hostIds, title, cancellationReason, expiresAt } = earlier;
  const restored = { startsAt, endsAt, wallTime, hostIds, title, cancellationReason, expiresAt };
  return ok({
    kind: 'CHANGE_UNDONE',
    data: { status: next.value, undoneVersion: event.version, ...restored },
  });
}
