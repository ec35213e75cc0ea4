import { err, ok, type Result } from '#platform/result.ts';
import { cancelledFact } from '../bookings/cancel-booking.ts';
import { type ChangeRefusal, readReason, refusedTransition } from '../bookings/change-booking.ts';
import { freeTime } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { type CancelRefusal, requireMayCancel } from '../guests/require-allowed.ts';
import { changeSeries, type SeriesChangeInput, type SeriesChangeReceipt } from './change-series.ts';

/** Cancels bookings of a series and frees their time; those that are cancelled already stay as they are. */
export function cancelSeries(
  ctx: SchedulingContext,
  input: SeriesChangeInput,
): Promise<Result<SeriesChangeReceipt<null>, ChangeRefusal | CancelRefusal>> {
  const reason = readReason(input.reason);
  return changeSeries<null, ChangeRefusal | CancelRefusal>(ctx, {
    operation: 'cancelSeries',
    input,
    decide({ members, named, eventType }) {
      const changes = members.flatMap(member => {
        const fact = cancelledFact(member.before, member.attendeeId, reason);
        if (!fact.ok) return [];
        const isOver = fact.value.kind === 'CANCELLED';
        return [{ member, fact: fact.value, also: isOver ? [freeTime(member.before.id)] : [] }];
      });
      const fact = cancelledFact(named.before, named.attendeeId, reason);
      if (changes.length === 0 && !fact.ok) return refusedTransition(fact.error);
      for (const { member } of changes) {
        const { before, attendeeId } = member;
        const attempt = { booking: before, attendeeId, reason, now: ctx.clock.now() };
        const allowed = requireMayCancel(eventType, attempt);
        if (!allowed.ok) return err(allowed.error);
      }
      return ok({ changes, extra: null });
    },
  });
}
