import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';

export interface RequiredConnection {
  id: string;
  name: string;
}

/**
 * The connections of which a user has to take one, the one that they used last in front; none where no organization
 * requires it of them. Owners are asked for nothing: where an identity provider fails, they are who can still do
 * something about it.
 */
export async function findRequiredConnections(
  em: EntityManager,
  userId: string,
): Promise<RequiredConnection[]> {
  const user = sql`${uuidOf(userId)}::uuid`;
  const { rows } = await sql<RequiredConnection>`
    select c.id, c.name from organization_memberships m
    join organizations o on o.id = m.organization_id and o.requires_sso
    join sso_connections c on c.organization_id = o.id
    left join lateral (
      select max(f.last_used_at) as at from federated_identities f
      where f.connection_id = c.id and f.user_id = ${user}
    ) used on true
    where m.user_id = ${user} and m.role <> 'OWNER'
    order by used.at desc nulls last, c.id`.execute(statements(em));
  return rows.map(({ id, name }) => ({ id: fromUuid('sso', id), name }));
}

/**
 * The connection that a user still has to sign in by, having proved who they are by another way or connection; `null`
 * if by none. Until the end of the transaction nobody changes what is required.
 */
export async function findOwedConnection(
  em: EntityManager,
  userId: string,
  connectionId: string | null,
): Promise<RequiredConnection | null> {
  await sql`select hold_requirements(${uuidOf(userId)}::uuid)`.execute(statements(em));
  const required = await findRequiredConnections(em, userId);
  return required.some(({ id }) => id === connectionId) ? null : (required[0] ?? null);
}
