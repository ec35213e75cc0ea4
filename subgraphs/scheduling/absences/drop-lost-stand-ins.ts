import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, newId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { appendEvents, type DomainEvent } from '#platform/outbox.ts';
import { consumersOf } from '../../../schema/events.ts';
import { availabilityChanged } from '../schedules/availability.events.ts';

/** Whoever shares no team with somebody any more does not take their bookings: after the news that a user left one. */
export async function dropLostStandIns(em: EntityManager, userId: string, news: DomainEvent): Promise<void> {
  const id = uuidOf(userId);
  const { rows } = await sql<{ user_id: string; organization_id: string }>`
    update absences a set stand_in_user_id = null, version = version + 1
    where stand_in_user_id is not null and (user_id = ${id}::uuid or stand_in_user_id = ${id}::uuid) and not exists (
      select 1 from memberships theirs join memberships own on own.team_id = theirs.team_id
      where theirs.user_id = a.stand_in_user_id and own.user_id = a.user_id and not theirs.is_ended and not own.is_ended
    )
    returning user_id, organization_id`.execute(statements(em));
  const events = rows.map(row => {
    const { organizationId, ...event } = availabilityChanged({
      userId: fromUuid('usr', row.user_id),
      organizationId: fromUuid('org', row.organization_id),
    });
    return {
      ...event,
      id: newId('evt'),
      metadata: { ...news.metadata, organizationId, causationId: news.id },
    };
  });
  await appendEvents(em, events, consumersOf);
}
