import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';

/** Who is in a team and what its templates are changes one after the other: nobody who joins is left out. */
export async function lockTeam(em: EntityManager, teamId: string): Promise<void> {
  await sql`select 1 from owners where id = ${teamId} for no key update`.execute(statements(em));
}

/** The same for all teams that a user is or was in. */
export async function lockTeamsOf(em: EntityManager, userId: string): Promise<void> {
  await sql`
    select 1 from owners where uuid in (select team_id from memberships where user_id = ${uuidOf(userId)}::uuid)
    order by id for no key update`.execute(statements(em));
}
