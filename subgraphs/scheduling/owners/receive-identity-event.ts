import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { newId, uuidOf } from '#platform/ids.ts';
import type { EventHandler } from '#platform/inbox.ts';
import { statements } from '#platform/orm.ts';
import type { DomainEvent } from '#platform/outbox.ts';
import type { MembershipSnapshot, TeamSnapshot, UserSnapshot } from '../../../schema/events.ts';
import { dropLostStandIns } from '../absences/drop-lost-stand-ins.ts';
import { dismissMember, welcomeMember } from '../managed-event-types/follow-membership.ts';
import { officeHours } from '../schedules/office-hours.ts';
import { dismissOwner } from './dismiss-owner.ts';
import { tellOwnerUpdated } from './owner.events.ts';

async function copyOwner(em: EntityManager, event: DomainEvent, snapshot: UserSnapshot | TeamSnapshot) {
  const { id, organizationId, handle, name } = snapshot;
  const timeZone = 'timeZone' in snapshot ? snapshot.timeZone : null;
  // A handle that moved on to a new owner may reach us before its old owner's news does.
  await sql`
    update owners set handle = null where handle = ${handle} and id <> ${id}
      and not exists (select 1 from owners where id = ${id} and version >= ${event.version})`.execute(
    statements(em),
  );
  await sql`
    insert into owners (id, uuid, organization_id, handle, name, time_zone, version)
    values (${id}, ${uuidOf(id)}::uuid, ${uuidOf(organizationId)}::uuid, ${handle}, ${name}, ${timeZone}, ${event.version})
    on conflict (id) do update set handle = excluded.handle, name = excluded.name,
      time_zone = excluded.time_zone, version = excluded.version
    where owners.version < excluded.version`.execute(statements(em));
  await tellOwnerUpdated(em, event);
}

/** Somebody new can be booked: their time needs a row to lock, and their calendar hours to start from. */
async function welcomeUser(em: EntityManager, event: DomainEvent) {
  const user = event.payload as UserSnapshot;
  await copyOwner(em, event, user);
  await sql`insert into claimants (id) values (${uuidOf(user.id)}::uuid) on conflict do nothing`.execute(
    statements(em),
  );
  const at = new Date(event.metadata.occurredAt);
  await sql`
    insert into schedules (id, organization_id, user_id, name, time_zone, is_default, weekly_hours, created_at, updated_at)
    values (${uuidOf(newId('sch'))}::uuid, ${uuidOf(user.organizationId)}::uuid, ${uuidOf(user.id)}::uuid, 'Working hours',
      ${user.timeZone}, true, ${JSON.stringify(officeHours)}::jsonb, ${at}, ${at})
    on conflict (user_id) where is_default do nothing`.execute(statements(em));
  // News of a team that they joined may have been faster.
  await welcomeMember(em, user.id, event);
}

async function copyMembership(em: EntityManager, event: DomainEvent) {
  const { id, teamId, userId, role } = event.payload as MembershipSnapshot;
  const isEnded = event.name === 'membership.deleted';
  await sql`
    insert into memberships (id, team_id, user_id, role, is_ended, version)
    values (${uuidOf(id)}::uuid, ${uuidOf(teamId)}::uuid, ${uuidOf(userId)}::uuid, ${role}, ${isEnded}, ${event.version})
    on conflict (id) do update set role = excluded.role, is_ended = excluded.is_ended, version = excluded.version
    where memberships.version < excluded.version`.execute(statements(em));
  if (isEnded) {
    await dropLostStandIns(em, userId, event);
    await dismissMember(em, userId, event);
  } else await welcomeMember(em, userId, event);
}

/** What this subgraph keeps of identity's news. */
export const identityEventHandlers: Record<string, EventHandler> = {
  'user.created': welcomeUser,
  'user.updated': (em, event) => copyOwner(em, event, event.payload as UserSnapshot),
  'user.deleted': dismissOwner,
  'team.deleted': dismissOwner,
  'team.created': (em, event) => copyOwner(em, event, event.payload as TeamSnapshot),
  'team.updated': (em, event) => copyOwner(em, event, event.payload as TeamSnapshot),
  'membership.created': copyMembership,
  'membership.updated': copyMembership,
  'membership.deleted': copyMembership,
};
