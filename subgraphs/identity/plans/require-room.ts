import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AppError } from '#platform/errors.ts';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { lockForChange } from '../organizations/lock-for-change.ts';

const tables = {
  MEMBERS: 'organization_memberships',
  TEAMS: 'teams',
  CUSTOM_ROLES: 'custom_roles',
  ATTRIBUTES: 'attributes',
} as const;

/** Refuses where the plan's number is reached. Locks the organization: two must not take the last place. */
export async function requireRoom(em: EntityManager, organizationId: string, feature: keyof typeof tables) {
  await lockForChange(em, [organizationId]);
  const { rows } = await sql<{ plan: string; limit: number | null; used: number }>`
    select o.plan, f."limit", (
      select count(*)::int from ${sql.table(tables[feature])} t where t.organization_id = o.id
    ) as used
    from organizations o left join plan_features f on f.plan = o.plan and f.feature = ${feature}
    where o.id = ${uuidOf(organizationId)}::uuid`.execute(statements(em));
  const [found] = rows;
  if (!found || found.limit === null || found.used < found.limit) return;
  throw new AppError(
    'PLAN_LIMIT_REACHED',
    `The plan ${found.plan} of the organization has room for ${found.limit}.`,
    { extensions: { feature, max: found.limit } },
  );
}
