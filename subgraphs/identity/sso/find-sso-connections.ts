import { rows } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import { requireAdministered } from './own-connection.ts';
import type { SsoConnection } from './sso.entity.ts';

const SHOWN = 200;

/** Connections of an organization that the viewer administers, oldest first. */
export async function findSsoConnections(
  ctx: IdentityContext,
  input: { organizationId: string },
): Promise<SsoConnection[]> {
  const organizationId = await requireAdministered(ctx, input.organizationId);
  return rows<Tables>(ctx.em)
    .selectFrom('SsoConnection')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .orderBy('id')
    .limit(SHOWN)
    .execute();
}
