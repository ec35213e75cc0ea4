import type { BookingStatus, ForwardAction } from './booking-state.ts';
import { MINUTE_MS } from './zone.ts';

/** What an event type asks for before a booking takes place. */
export interface BookingSteps {
  readonly requiresConfirmation: boolean;
  /** Only what starts sooner is to be confirmed; `null`: everything. */
  readonly confirmationThresholdMinutes: number | null;
  /** Whether what waits for a host keeps others from its time. */
  readonly pendingTakesTime: boolean;
  readonly requiresPayment: boolean;
}

/** How a booking begins, or goes on when its draft is submitted. */
export interface Beginning {
  readonly action: Extract<ForwardAction, 'DRAFT' | 'REQUIRE_PAYMENT' | 'REQUEST' | 'CREATE'>;
  /** Until when somebody has to pay, confirm or submit it. */
  readonly expiresAt: number | null;
  readonly takesTime: boolean;
}

interface Moment {
  /** Of the booking, epoch milliseconds. */
  readonly start: number;
  readonly now: number;
}

const PAYMENT_MS = 30 * MINUTE_MS;
const DRAFT_MS = 24 * 60 * MINUTE_MS;

/** Whether a host has to agree to a booking at this time. */
export function needsConfirmation(steps: BookingSteps, { start, now }: Moment): boolean {
  const { requiresConfirmation, confirmationThresholdMinutes: threshold } = steps;
  return requiresConfirmation && (threshold === null || start - now < threshold * MINUTE_MS);
}

/** The same where somebody makes the booking who speaks for its hosts, as whoever sets rules aside does. */
export const agreedSteps = <Steps extends BookingSteps>(steps: Steps): Steps => ({
  ...steps,
  requiresConfirmation: false,
});

export function beginningOf(steps: BookingSteps, moment: Moment): Beginning {
  if (steps.requiresPayment)
    return { action: 'REQUIRE_PAYMENT', expiresAt: moment.now + PAYMENT_MS, takesTime: true };
  if (needsConfirmation(steps, moment))
    return { action: 'REQUEST', expiresAt: moment.start, takesTime: steps.pendingTakesTime };
  return { action: 'CREATE', expiresAt: null, takesTime: true };
}

export function draftBeginning({ now }: Pick<Moment, 'now'>): Beginning {
  return { action: 'DRAFT', expiresAt: now + DRAFT_MS, takesTime: false };
}

interface Move {
  readonly from: BookingStatus;
  readonly byGuest: boolean;
  /** Of the new time. */
  readonly moment: Moment;
}

/** A guest who moves what a host agreed to asks again, where the new time needs a host's word. */
export function moveAction(steps: BookingSteps, { from, byGuest, moment }: Move): ForwardAction {
  const wasAgreed = from === 'CONFIRMED' || from === 'RESCHEDULED';
  const isAsking = wasAgreed && byGuest && needsConfirmation(steps, moment);
  return isAsking ? 'REQUEST_RESCHEDULE' : 'RESCHEDULE';
}

/** Whether it waits for a host's word, which is of use only until the start. */
export function awaitsHost(status: BookingStatus): boolean {
  return status === 'PENDING_CONFIRMATION' || status === 'RESCHEDULED';
}
