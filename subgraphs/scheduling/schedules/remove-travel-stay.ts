import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { availabilityChanged } from './availability.events.ts';
import { lockSchedules } from './lock-schedules.ts';
import { TravelStayEntity } from './travel-stay.entity.ts';

/** Removes one of the viewer's stays. Returns its id. */
export async function removeTravelStay(ctx: SchedulingContext, input: { id: string }): Promise<string> {
  const id = requireId('stay', input.id, 'id');
  return transact(ctx, async ({ em, emit }) => {
    await lockSchedules(em, ctx.viewer.id);
    const stay = await em.findOne(TravelStayEntity, { id, userId: ctx.viewer.id });
    if (!stay) throw notFound('stay');
    em.remove(stay);
    await em.flush();
    await emit(availabilityChanged(stay));
    return id;
  });
}
