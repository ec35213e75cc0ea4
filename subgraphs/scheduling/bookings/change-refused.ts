import type { CancelRefusal, TooLate } from '../guests/require-allowed.ts';
import {
  BookingVersionConflict,
  ChangeTooLate,
  ReasonRequired,
  TransitionRefused,
} from './booking-result.graphql.ts';
import { viewOf } from './booking-view.ts';
import type { ChangeRefusal } from './change-booking.ts';

/** What kept any change of a booking from being made, as the graph shows it. */
export function changeRefused(refusal: ChangeRefusal): TransitionRefused | BookingVersionConflict {
  if (refusal.kind === 'TRANSITION_REFUSED') return new TransitionRefused(refusal);
  return new BookingVersionConflict(viewOf(refusal.current));
}

export function tooLate({ change, until, policy }: TooLate): ChangeTooLate {
  return new ChangeTooLate(change, until === null ? null : new Date(until), policy);
}

export function cancelRefused(refusal: ChangeRefusal | CancelRefusal) {
  if (refusal.kind === 'TOO_LATE') return tooLate(refusal);
  return refusal.kind === 'REASON_REQUIRED' ? new ReasonRequired() : changeRefused(refusal);
}
