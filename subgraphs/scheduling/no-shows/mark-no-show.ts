import { badInput } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  refusedTransition,
} from '../bookings/change-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { nextStatus } from '../domain/booking-state.ts';

interface NoShowMark extends BookingChangeInput {
  attendeeIds?: readonly string[] | null;
  hostIds?: readonly string[] | null;
  noShow: boolean;
}

function requireKnown(field: string, ids: readonly string[], known: readonly string[]): void {
  const stranger = ids.find(id => !known.includes(id));
  if (stranger) throw badInput(field, `${stranger} is not part of the booking.`);
}

/** Notes who did not come, or that they did: from the start of a booking on, and also when it is complete. */
export function markNoShow(
  ctx: SchedulingContext,
  input: NoShowMark,
): Promise<Result<ChangeReceipt, ChangeRefusal>> {
  const [attendeeIds, hostIds] = [input.attendeeIds ?? [], input.hostIds ?? []];
  if (attendeeIds.length + hostIds.length === 0)
    throw badInput('attendeeIds', 'Name whom it is about in `attendeeIds` or `hostIds`.');
  return changeBooking<undefined, ChangeRefusal>(ctx, {
    operation: 'markNoShow',
    input,
    by: 'ORGANIZERS',
    decide({ before }) {
      const status = nextStatus(before.status, 'MARK_NO_SHOW');
      if (!status.ok) return refusedTransition(status.error);
      if (ctx.clock.now() < before.startsAt)
        return refusedTransition({ from: before.status, to: 'COMPLETED' });
      const everybody = before.attendees.map(({ id }) => id);
      requireKnown('attendeeIds', attendeeIds, everybody);
      requireKnown('hostIds', hostIds, before.hostIds);
      const marked = (ids: readonly string[]) => Object.fromEntries(ids.map(id => [id, input.noShow]));
      const data = { status: status.value, attendees: marked(attendeeIds), hosts: marked(hostIds) };
      return ok({ fact: { kind: 'NO_SHOW_MARKED', data } });
    },
  });
}
