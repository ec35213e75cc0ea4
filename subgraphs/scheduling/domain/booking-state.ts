import { err, ok, type Result } from '#platform/result.ts';

/** Where a booking can be in its life, from the first to the last. */
export const bookingStatuses = ['CONFIRMED', 'CANCELLED'] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

export const bookingActions = ['CREATE', 'ADD_ATTENDEE', 'REMOVE_ATTENDEE', 'RESCHEDULE', 'CANCEL'] as const;
export type BookingAction = (typeof bookingActions)[number];

/** `null` is a booking that is not there yet. What is not listed is refused. */
interface Transition {
  readonly action: BookingAction;
  readonly from: BookingStatus | null;
  readonly to: BookingStatus;
}

/** The whole state machine. `docs/booking-states.md` is printed from it. */
export const transitions: readonly Transition[] = [
  { action: 'CREATE', from: null, to: 'CONFIRMED' },
  { action: 'ADD_ATTENDEE', from: 'CONFIRMED', to: 'CONFIRMED' },
  { action: 'REMOVE_ATTENDEE', from: 'CONFIRMED', to: 'CONFIRMED' },
  { action: 'RESCHEDULE', from: 'CONFIRMED', to: 'CONFIRMED' },
  { action: 'CANCEL', from: 'CONFIRMED', to: 'CANCELLED' },
];

/** The status that the action would have led to, had the booking not been where it is. */
const aims: Record<BookingAction, BookingStatus> = {
  CREATE: 'CONFIRMED',
  ADD_ATTENDEE: 'CONFIRMED',
  // What the guest wanted is that it does not take place for them.
  REMOVE_ATTENDEE: 'CANCELLED',
  RESCHEDULE: 'CONFIRMED',
  CANCEL: 'CANCELLED',
};

export interface RefusedTransition {
  readonly from: BookingStatus;
  readonly to: BookingStatus;
}

export function nextStatus(
  from: BookingStatus,
  action: BookingAction,
): Result<BookingStatus, RefusedTransition> {
  const transition = transitions.find(candidate => candidate.action === action && candidate.from === from);
  return transition ? ok(transition.to) : err({ from, to: aims[action] });
}
