import { err, ok, type Result } from '#platform/result.ts';

/** Where a booking can be in its life, from the first to the last. */
export const bookingStatuses = [
  'DRAFT',
  'PENDING_PAYMENT',
  'PAYMENT_FAILED',
  'PENDING_CONFIRMATION',
  'AWAITING_HOST',
  'CONFIRMED',
  'RESCHEDULED',
  'COMPLETED',
  'CANCELLED',
  'DECLINED',
  'EXPIRED',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

export const bookingActions = [
  'DRAFT',
  'REQUIRE_PAYMENT',
  'REQUEST',
  'OFFER',
  'CREATE',
  'PAY',
  'FAIL_PAYMENT',
  'RETRY_PAYMENT',
  'CONFIRM',
  'DECLINE',
  'ACCEPT',
  'ADD_ATTENDEE',
  'REMOVE_ATTENDEE',
  'UPDATE',
  'CHANGE_HOSTS',
  'RESCHEDULE',
  'REQUEST_RESCHEDULE',
  'CANCEL',
  'EXPIRE',
  'COMPLETE',
  'MARK_NO_SHOW',
  'UNDO',
] as const;
export type BookingAction = (typeof bookingActions)[number];
/** What leads on, from each status to one other. To take something back leads to where it came from. */
export type ForwardAction = Exclude<BookingAction, 'UNDO'>;

/** `null` is a booking that is not there yet. What is not listed is refused. */
export interface Transition {
  readonly action: BookingAction;
  readonly from: BookingStatus | null;
  readonly to: BookingStatus;
}

const staying = (action: BookingAction, ...statuses: BookingStatus[]): Transition[] =>
  statuses.map(status => ({ action, from: status, to: status }));
const leading = (action: BookingAction, to: BookingStatus, ...from: (BookingStatus | null)[]): Transition[] =>
  from.map(status => ({ action, from: status, to }));

/** The whole state machine. `docs/booking-states.md` is printed from it. */
export const transitions: readonly Transition[] = [
  ...leading('DRAFT', 'DRAFT', null),
  ...leading('REQUIRE_PAYMENT', 'PENDING_PAYMENT', null, 'DRAFT'),
  ...leading('REQUEST', 'PENDING_CONFIRMATION', null, 'DRAFT'),
  ...leading('OFFER', 'AWAITING_HOST', null),
  ...leading('CREATE', 'CONFIRMED', null, 'DRAFT'),
  ...leading('PAY', 'CONFIRMED', 'PENDING_PAYMENT'),
  ...leading('FAIL_PAYMENT', 'PAYMENT_FAILED', 'PENDING_PAYMENT'),
  ...leading('RETRY_PAYMENT', 'PENDING_PAYMENT', 'PAYMENT_FAILED'),
  ...leading('CONFIRM', 'CONFIRMED', 'PENDING_CONFIRMATION', 'RESCHEDULED'),
  ...leading('DECLINE', 'DECLINED', 'PENDING_CONFIRMATION', 'RESCHEDULED'),
  ...leading('ACCEPT', 'CONFIRMED', 'AWAITING_HOST'),
  ...staying('ADD_ATTENDEE', 'CONFIRMED'),
  ...staying('REMOVE_ATTENDEE', 'CONFIRMED'),
  ...staying('UPDATE', 'DRAFT', 'PENDING_PAYMENT', 'PENDING_CONFIRMATION', 'CONFIRMED', 'RESCHEDULED'),
  ...staying('CHANGE_HOSTS', 'PENDING_PAYMENT', 'PENDING_CONFIRMATION', 'CONFIRMED', 'RESCHEDULED'),
  ...staying('RESCHEDULE', 'DRAFT', 'PENDING_PAYMENT', 'PENDING_CONFIRMATION', 'CONFIRMED', 'RESCHEDULED'),
  ...leading('REQUEST_RESCHEDULE', 'RESCHEDULED', 'CONFIRMED', 'RESCHEDULED'),
  ...leading(
    'CANCEL',
    'CANCELLED',
    'DRAFT',
    'PENDING_PAYMENT',
    'PAYMENT_FAILED',
    'PENDING_CONFIRMATION',
    'AWAITING_HOST',
    'CONFIRMED',
    'RESCHEDULED',
  ),
  ...leading(
    'EXPIRE',
    'EXPIRED',
    'DRAFT',
    'PENDING_PAYMENT',
    'PAYMENT_FAILED',
    'PENDING_CONFIRMATION',
    'AWAITING_HOST',
    'RESCHEDULED',
  ),
  ...leading('COMPLETE', 'COMPLETED', 'CONFIRMED'),
  ...staying('MARK_NO_SHOW', 'CONFIRMED', 'COMPLETED'),
  ...leading('UNDO', 'CONFIRMED', 'CONFIRMED', 'RESCHEDULED', 'CANCELLED'),
  // What was not paid goes on to wait for its payment: nothing but a payment confirms it.
  ...leading('UNDO', 'PENDING_PAYMENT', 'PENDING_PAYMENT', 'CANCELLED'),
  ...leading('UNDO', 'PAYMENT_FAILED', 'CANCELLED'),
];

/** The status that the action would have led to, had the booking not been where it is. */
const aims: Record<ForwardAction, BookingStatus> = {
  DRAFT: 'DRAFT',
  REQUIRE_PAYMENT: 'PENDING_PAYMENT',
  REQUEST: 'PENDING_CONFIRMATION',
  OFFER: 'AWAITING_HOST',
  CREATE: 'CONFIRMED',
  PAY: 'CONFIRMED',
  FAIL_PAYMENT: 'PAYMENT_FAILED',
  RETRY_PAYMENT: 'PENDING_PAYMENT',
  CONFIRM: 'CONFIRMED',
  DECLINE: 'DECLINED',
  ACCEPT: 'CONFIRMED',
  ADD_ATTENDEE: 'CONFIRMED',
  // What the guest wanted is that it does not take place for them.
  REMOVE_ATTENDEE: 'CANCELLED',
  UPDATE: 'CONFIRMED',
  CHANGE_HOSTS: 'CONFIRMED',
  RESCHEDULE: 'CONFIRMED',
  REQUEST_RESCHEDULE: 'RESCHEDULED',
  CANCEL: 'CANCELLED',
  EXPIRE: 'EXPIRED',
  COMPLETE: 'COMPLETED',
  MARK_NO_SHOW: 'COMPLETED',
};

/** Bookings that take place, took place or still may: what limits count, and hosts have to expect. */
export const activeStatuses: readonly BookingStatus[] = [
  'PENDING_PAYMENT',
  'PENDING_CONFIRMATION',
  'AWAITING_HOST',
  'CONFIRMED',
  'RESCHEDULED',
  'COMPLETED',
];

/** Bookings that do not take place any more. */
export const endedStatuses: readonly BookingStatus[] = ['CANCELLED', 'DECLINED', 'EXPIRED'];

export interface RefusedTransition {
  readonly from: BookingStatus;
  readonly to: BookingStatus;
}

export function nextStatus(
  from: BookingStatus,
  action: ForwardAction,
): Result<BookingStatus, RefusedTransition> {
  const transition = transitions.find(candidate => candidate.action === action && candidate.from === from);
  return transition ? ok(transition.to) : err({ from, to: aims[action] });
}

/** The same where a change is taken back: of several statuses to which that leads it is the one from before the change. */
export function statusAgain(
  from: BookingStatus,
  earlier: BookingStatus,
): Result<BookingStatus, RefusedTransition> {
  const isListed = transitions.some(way => way.action === 'UNDO' && way.from === from && way.to === earlier);
  return isListed ? ok(earlier) : err({ from, to: earlier });
}

/** The statuses from which the action leads on. */
export function statusesBefore(action: BookingAction): BookingStatus[] {
  return transitions.flatMap(({ action: by, from }) => (by === action && from ? [from] : []));
}

/** Where a new booking begins. */
export function firstStatus(action: BookingAction): BookingStatus {
  const transition = transitions.find(candidate => candidate.action === action && candidate.from === null);
  if (!transition) throw new Error(`No booking begins by ${action}.`);
  return transition.to;
}

/**
 * What a table of transitions gets wrong, or `null`: a status that nothing leads to, two ways out of one status by
 * one action (but for UNDO, whose way the history says), or an action without any. Asked at the start, so that a wrong table serves nobody.
 */
export function transitionsFault(table: readonly Transition[]): string | null {
  const reached = new Set<BookingStatus | null>([null]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of table) if (reached.has(from)) reached.add(to);
  }
  const unreachable = bookingStatuses.filter(status => !reached.has(status));
  if (unreachable.length > 0) return `Nothing leads to ${unreachable.join(', ')}.`;
  const ways = new Set<string>();
  for (const { action, from, to } of table) {
    const way = `${action} from ${from ?? 'nothing'}${action === 'UNDO' ? ` to ${to}` : ''}`;
    if (ways.has(way)) return `${way} leads to two statuses.`;
    ways.add(way);
  }
  const unused = bookingActions.filter(action => !table.some(transition => transition.action === action));
  return unused.length > 0 ? `No transition is by ${unused.join(', ')}.` : null;
}
