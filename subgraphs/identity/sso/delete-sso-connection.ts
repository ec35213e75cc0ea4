import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { lockForChange } from '../organizations/lock-for-change.ts';
import { OrganizationEntity } from '../organizations/organization.entity.ts';
import { endOtherSessions } from '../required-sso/end-other-sessions.ts';
import { requireSession } from '../sessions/current-session.ts';
import { noteConnection } from './note-connection.ts';
import { findOwnConnection, lockOwnConnection } from './own-connection.ts';
import { SsoConnectionEntity } from './sso.entity.ts';

/** Removes a connection, with the identities that it has linked: nobody is let in that way from then on. */
export function deleteSsoConnection(
  ctx: IdentityContext,
  input: { id: string },
): Promise<Result<string, 'SSO_CONNECTION_NEEDED'>> {
  requireSession(ctx.viewer);
  return transact<Result<string, 'SSO_CONNECTION_NEEDED'>>(ctx, async unit => {
    const { em } = unit;
    const { organizationId } = await findOwnConnection(ctx, input.id);
    // In the order of those who require it: organization first.
    await lockForChange(em, [organizationId]);
    const organization = await em.findOneOrFail(
      OrganizationEntity,
      { id: organizationId },
      { refresh: true },
    );
    const connection = await lockOwnConnection(ctx, em, input.id);
    if (organization.requiresSso && (await em.count(SsoConnectionEntity, { organizationId })) === 1)
      return err('SSO_CONNECTION_NEEDED');
    await noteConnection(ctx, em, 'deleted', connection);
    em.remove(connection);
    await em.flush();
    await endOtherSessions(ctx, unit, organizationId);
    return ok(connection.id);
  });
}
