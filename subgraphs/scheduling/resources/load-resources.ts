import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { ResourceFacts, ResourceSet } from '../domain/event-type.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { type HoursRow, toPlainSchedule } from '../slots/load-restriction.ts';

type Row = Partial<HoursRow> & { id: string; name: string; is_active: boolean; capacity: number | null };

function outOfUse({ is_active, capacity }: Row, seats: number | null): string | null {
  if (!is_active) return 'is switched off';
  if (seats === null || capacity === null || capacity >= seats) return null;
  return `has room for ${capacity}, and ${seats} seats are offered`;
}

/** The rooms and equipment that an event type asks for, without what is taken of their time: one statement. */
export async function loadResources(
  em: EntityManager,
  { resourceRequirements, seatsPerSlot }: EventTypeRow,
): Promise<ResourceSet[]> {
  const ids = resourceRequirements.flatMap(({ resourceIds }) => resourceIds);
  const { rows } = await sql<Row>`
    select r.id, r.name, r.is_active, r.capacity, s.time_zone, s.weekly_hours,
      (select json_agg(json_build_object('date', o.date, 'hours', o.hours)) from schedule_overrides o
        where o.schedule_id = s.id) as overrides
    from resources r left join schedules s on s.id = r.schedule_id
    where r.id = any(${ids.map(uuidOf)}::uuid[])`.execute(statements(em));
  const known = new Map(
    rows.map(row => [
      fromUuid('res', row.id),
      {
        id: fromUuid('res', row.id),
        name: row.name,
        schedule: row.time_zone ? toPlainSchedule(row as HoursRow) : null,
        busy: [],
        outOfUse: outOfUse(row, seatsPerSlot),
      } satisfies ResourceFacts,
    ]),
  );
  return resourceRequirements.map(({ resourceIds, required }) => ({
    required,
    resources: resourceIds.flatMap(id => known.get(id) ?? []),
  }));
}
