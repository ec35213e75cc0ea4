import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, newId, uuidOf } from '#platform/ids.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import { appendEvents, type DomainEvent } from '#platform/outbox.ts';
import { consumersOf, type TeamDeletion, type UserDeletion } from '../../../schema/events.ts';
import { eventTypeChanged } from '../event-types/event-type.events.ts';
import { tellOwnerUpdated } from './owner.events.ts';

/** What is about a person who is gone, and of no use to anybody else. */
const personal = ['absences', 'travel_stays', 'external_busy', 'busy_sources'] as const;

async function forgetUser(em: EntityManager, id: string): Promise<void> {
  const user = sql`${uuidOf(id)}::uuid`;
  for (const table of personal)
    await sql`delete from ${sql.table(table)} where user_id = ${user}`.execute(statements(em));
  await sql`update absences set stand_in_user_id = null where stand_in_user_id = ${user}`.execute(
    statements(em),
  );
  await sql`update schedules set name = '[deleted]' where user_id = ${user}`.execute(statements(em));
  await sql`delete from event_type_hosts where user_id = ${user}`.execute(statements(em));
}

/**
 * A user or a team is gone: nobody finds or books their event types, and a job cancels what was to come. What took
 * place stays, for whoever else has it.
 */
export async function dismissOwner(em: EntityManager, event: DomainEvent): Promise<void> {
  const { id, organizationId } = event.payload as UserDeletion | TeamDeletion;
  const at = new Date(event.metadata.occurredAt);
  // Also where nothing was heard of them yet: late news must not bring them back.
  await sql`
    insert into owners (id, uuid, organization_id, handle, name, version)
    values (${id}, ${uuidOf(id)}::uuid, ${uuidOf(organizationId)}::uuid, null, '[deleted]', ${event.version})
    on conflict (id) do update set handle = null, name = '[deleted]', version = excluded.version`.execute(
    statements(em),
  );
  if (id.startsWith('usr_')) await forgetUser(em, id);
  const { rows } = await sql<{ id: string; version: number }>`
    update event_types set is_active = false, version = version + 1, updated_at = greatest(updated_at, ${at})
    where owner_id = ${id} and is_active returning id, version`.execute(statements(em));
  await sql`update routing_forms set is_active = false, version = version + 1 where owner_id = ${id} and is_active`.execute(
    statements(em),
  );
  const changes = rows.map(row => {
    const type = { id: fromUuid('etp', row.id), version: row.version };
    const { organizationId: of, ...news } = eventTypeChanged(organizationId, id, type);
    const metadata = { ...event.metadata, organizationId: of, causationId: event.id };
    return { ...news, id: newId('evt'), metadata };
  });
  await appendEvents(em, changes, consumersOf);
  await tellOwnerUpdated(em, event);
  const job = addJob('scheduling', { task: 'cancel-bookings-of', payload: { ownerId: id } });
  await sql`select ${job}`.execute(statements(em));
}
