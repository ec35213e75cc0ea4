import { sql } from 'kysely';
import { fromUuid } from '#platform/ids.ts';
import type { HeldRole } from './authentication.graphql.ts';

export type HeldRoleRow = { groupId: string; role: string };

/** The roles of the user in `owner.user_id`, as one JSON value. */
export const heldRoles = (owner: string) => sql<HeldRoleRow[]>`coalesce((
  select json_agg(json_build_object('groupId', m.team_id, 'role', m.role))
  from held_roles m where m.user_id = ${sql.ref(`${owner}.user_id`)}
), '[]')`;

export function rolesFrom(found: readonly HeldRoleRow[]): HeldRole[] {
  return found.map(({ groupId, role }) => ({ groupId: fromUuid('team', groupId), role }));
}
