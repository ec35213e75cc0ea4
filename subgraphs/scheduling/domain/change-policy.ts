import { MINUTE_MS } from './zone.ts';

/** Of whom a reason is asked when they cancel. */
export const reasonRequirements = ['NOBODY', 'GUESTS', 'EVERYBODY'] as const;
export type ReasonRequirement = (typeof reasonRequirements)[number];

/** What guests may do to their booking. Its organizers always may. */
export interface ChangePolicy {
  readonly disallowsCancellation: boolean;
  readonly disallowsReschedule: boolean;
  /** How long before its start a booking can still be cancelled, in minutes; `null`: at any time. */
  readonly cancellationCutoffMinutes: number | null;
  readonly rescheduleCutoffMinutes: number | null;
  readonly requiresCancellationReason: ReasonRequirement;
}

export type GuestChange = 'CANCEL' | 'RESCHEDULE';

interface Permission {
  readonly isAllowed: boolean;
  /** The first instant at which it is too late; `null` where time does not matter. */
  readonly until: number | null;
}

/** Whether a guest may make the change at this moment. */
export function guestPermission(
  policy: ChangePolicy,
  change: GuestChange,
  { startsAt, now }: { startsAt: number; now: number },
): Permission {
  const isCancel = change === 'CANCEL';
  if (isCancel ? policy.disallowsCancellation : policy.disallowsReschedule) {
    return { isAllowed: false, until: null };
  }
  const cutoff = isCancel ? policy.cancellationCutoffMinutes : policy.rescheduleCutoffMinutes;
  const until = cutoff === null ? null : startsAt - cutoff * MINUTE_MS;
  return { isAllowed: until === null || now < until, until };
}

/** Whether who cancels has to say why. */
export function needsReason({ requiresCancellationReason }: ChangePolicy, isGuest: boolean): boolean {
  return requiresCancellationReason === 'EVERYBODY' || (isGuest && requiresCancellationReason === 'GUESTS');
}
