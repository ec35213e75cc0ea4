import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AppError } from '#platform/errors.ts';
import { requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { Principal } from '#platform/principal.ts';

/** Refuses members whose organization's plan lacks the feature. Strangers learn nothing of the plan. */
export async function requirePlan(
  em: EntityManager,
  viewer: Principal,
  feature: string,
  organizationId: string,
): Promise<void> {
  const id = uuidOf(requireId('org', organizationId, 'organizationId'));
  if (viewer.kind !== 'USER') return;
  const { rows } = await sql<{ plan: string; has: boolean }>`
    select o.plan, exists (
      select 1 from plan_features f where f.plan = o.plan and f.feature = ${feature}
    ) as has
    from organizations o join organization_memberships m on m.organization_id = o.id
    where o.id = ${id}::uuid and m.user_id = ${uuidOf(viewer.id)}::uuid`.execute(statements(em));
  const [own] = rows;
  if (!own || own.has) return;
  throw new AppError('PLAN_REQUIRED', `The plan ${own.plan} of the organization does not have this.`, {
    extensions: { feature },
  });
}
