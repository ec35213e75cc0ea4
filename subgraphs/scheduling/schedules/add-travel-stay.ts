import { badInput } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { isExclusionViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { availabilityChanged } from './availability.events.ts';
import { type DateSpan, earliestToday, requireSoundDates } from './date-span.ts';
import { lockSchedules } from './lock-schedules.ts';
import { TravelStayEntity, type TravelStayRow } from './travel-stay.entity.ts';

interface NewStay extends DateSpan {
  timeZone: string;
}

const MAX_STAYS = 100;

/** Says that the viewer spends some days in another zone: their hours are of that zone meanwhile. */
export async function addTravelStay(
  ctx: SchedulingContext,
  { firstDate, lastDate, timeZone }: NewStay,
): Promise<Result<TravelStayRow, 'STAYS_OVERLAP'>> {
  const userId = ctx.viewer.id;
  try {
    return await transact(ctx, async ({ em, emit }) => {
      const { defaultSchedule } = await lockSchedules(em, userId);
      const now = ctx.clock.now();
      requireSoundDates({ firstDate, lastDate }, defaultSchedule.timeZone, now);
      const known = await em.count(TravelStayEntity, { userId, lastDate: { $gte: earliestToday(now) } });
      if (known >= MAX_STAYS)
        throw badInput(
          'firstDate',
          `A user has up to ${MAX_STAYS} stays that are not over. Remove one first.`,
        );
      const { organizationId } = defaultSchedule;
      const stay = em.create(TravelStayEntity, {
        id: newId('stay'),
        organizationId,
        userId,
        firstDate,
        lastDate,
        timeZone,
      });
      await em.flush();
      await emit(availabilityChanged(stay));
      return ok(stay);
    });
  } catch (error) {
    if (isExclusionViolation(error)) return err('STAYS_OVERLAP');
    throw error;
  }
}
