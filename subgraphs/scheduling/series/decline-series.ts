import { ok, type Result } from '#platform/result.ts';
import { type ChangeRefusal, readReason, refusedTransition } from '../bookings/change-booking.ts';
import { freeTime } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { nextStatus } from '../domain/booking-state.ts';
import { changeSeries, type SeriesChangeInput, type SeriesChangeReceipt } from './change-series.ts';

/** Turns down all bookings of a series that wait for a host, which ends them. */
export function declineSeries(
  ctx: SchedulingContext,
  input: SeriesChangeInput,
): Promise<Result<SeriesChangeReceipt<null>, ChangeRefusal>> {
  const reason = readReason(input.reason);
  return changeSeries<null, ChangeRefusal>(ctx, {
    operation: 'declineSeries',
    input,
    decide({ members, named }) {
      const changes = members.flatMap(member => {
        const status = nextStatus(member.before.status, 'DECLINE');
        if (!status.ok) return [];
        const fact = { kind: 'DECLINED' as const, data: { status: status.value, reason } };
        return [{ member, fact, also: [freeTime(member.before.id)] }];
      });
      const status = nextStatus(named.before.status, 'DECLINE');
      return changes.length === 0 && !status.ok
        ? refusedTransition(status.error)
        : ok({ changes, extra: null });
    },
  });
}
