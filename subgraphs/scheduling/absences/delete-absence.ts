import { notFound } from '#platform/errors.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { availabilityChanged } from '../schedules/availability.events.ts';
import { lockSchedules } from '../schedules/lock-schedules.ts';
import { AbsenceEntity } from './absence.entity.ts';
import { findKeptAbsence } from './absence-access.ts';

/** Deletes an absence that the viewer keeps. Returns its id. */
export async function deleteAbsence(ctx: SchedulingContext, input: { id: string }): Promise<string> {
  const { id, userId } = await findKeptAbsence(ctx, input);
  return transact(ctx, async ({ em, emit }) => {
    await lockSchedules(em, userId);
    const absence = await em.findOne(AbsenceEntity, { id });
    if (!absence) throw notFound('absence');
    em.remove(absence);
    await em.flush();
    await emit(availabilityChanged(absence));
    return id;
  });
}
