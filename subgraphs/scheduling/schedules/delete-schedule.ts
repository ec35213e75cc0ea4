import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { notFound } from '#platform/errors.ts';
import { fromUuid, requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { availabilityChanged } from './availability.events.ts';
import { lockSchedules } from './lock-schedules.ts';
import type { ScheduleRow } from './schedule.entity.ts';

export interface ScheduleUse {
  isDefault: boolean;
  eventTypes: { id: string; title: string }[];
  resources: { id: string; name: string }[];
}

/** Event types in which the schedule is a host's, or the one that restricts their slots. */
async function eventTypesWith(em: EntityManager, schedule: ScheduleRow) {
  const id = uuidOf(schedule.id);
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from event_types
    where restriction_schedule_id = ${id}::uuid or id in (
      select event_type_id from event_type_hosts where user_id = ${uuidOf(schedule.userId)}::uuid and schedule_id = ${id}::uuid
    )
    order by id`.execute(statements(em));
  return rows.map(({ id: uuid, title }) => ({ id: fromUuid('etp', uuid), title }));
}

/** Rooms and equipment that can be had when the schedule says. */
async function resourcesWith(em: EntityManager, schedule: ScheduleRow) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from resources where schedule_id = ${uuidOf(schedule.id)}::uuid order by id`.execute(
    statements(em),
  );
  return rows.map(({ id: uuid, name }) => ({ id: fromUuid('res', uuid), name }));
}

/** Deletes one of the viewer's schedules with its overrides, unless something still goes by it. Returns its id. */
export async function deleteSchedule(
  ctx: SchedulingContext,
  input: { scheduleId: string },
): Promise<Result<string, ScheduleUse>> {
  const id = requireId('sch', input.scheduleId, 'scheduleId');
  return transact(ctx, async ({ em, emit }) => {
    const { schedules } = await lockSchedules(em, ctx.viewer.id);
    const schedule = schedules.find(candidate => candidate.id === id);
    if (!schedule) throw notFound('schedule');
    // An event type that is about to go by it is waited for.
    await sql`select 1 from schedules where id = ${uuidOf(id)}::uuid for update`.execute(statements(em));
    const use = {
      isDefault: schedule.isDefault,
      eventTypes: await eventTypesWith(em, schedule),
      resources: await resourcesWith(em, schedule),
    };
    if (use.isDefault || use.eventTypes.length + use.resources.length > 0) return err(use);
    em.remove(schedule);
    await em.flush();
    await emit(availabilityChanged(schedule));
    return ok(id);
  });
}
