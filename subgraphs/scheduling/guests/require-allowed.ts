import { err, ok, type Result } from '#platform/result.ts';
import type { BookingState } from '../domain/booking.ts';
import { type GuestChange, guestPermission, needsReason } from '../domain/change-policy.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';

export interface TooLate {
  kind: 'TOO_LATE';
  change: GuestChange;
  /** Since when; `null`: guests may not do it at any time. */
  until: number | null;
  policy: string | null;
}

export type CancelRefusal = TooLate | { kind: 'REASON_REQUIRED' };

interface Attempt {
  booking: BookingState;
  /** The guest who wants it; `null`: organizers, who may at any time. */
  attendeeId: string | null;
  now: number;
}

/** Whether the event type lets guests make the change at this moment. */
export function requireInTime(
  eventType: EventTypeRow,
  change: GuestChange,
  { booking, attendeeId, now }: Attempt,
): Result<null, TooLate> {
  if (attendeeId === null) return ok(null);
  const { isAllowed, until } = guestPermission(eventType, change, { startsAt: booking.startsAt, now });
  if (isAllowed) return ok(null);
  return err({ kind: 'TOO_LATE', change, until, policy: eventType.cancellationPolicy });
}

/** Whether they may cancel at this moment, with the reason that they give. */
export function requireMayCancel(
  eventType: EventTypeRow,
  attempt: Attempt & { reason: string | null },
): Result<null, CancelRefusal> {
  // Nobody has agreed to it yet: who asked can always take it back.
  if (attempt.booking.status === 'AWAITING_HOST') return ok(null);
  const inTime = requireInTime(eventType, 'CANCEL', attempt);
  if (!inTime.ok) return inTime;
  const lacksReason = attempt.reason === null && needsReason(eventType, attempt.attendeeId !== null);
  return lacksReason ? err({ kind: 'REASON_REQUIRED' }) : ok(null);
}
