import { newId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { joinOrganization } from './join-organization.ts';
import { type Organization, OrganizationEntity } from './organization.entity.ts';
import { readName } from './read-name.ts';

/** Creates an organization with the viewer as its owner. */
export async function createOrganization(
  ctx: IdentityContext,
  input: { handle: string; name: string },
): Promise<Result<Organization, 'HANDLE_TAKEN'>> {
  const name = readName(input.name);
  const { handle } = input;
  const at = new Date(ctx.clock.now());
  try {
    return await transact(ctx, async ({ em }) => {
      const id = newId('org');
      if (!(await claimHandle(em, handle, id))) return err('HANDLE_TAKEN' as const);
      const organization = em.create(OrganizationEntity, {
        id,
        handle,
        name,
        isPersonal: false,
        createdAt: at,
        updatedAt: at,
      });
      await em.flush();
      await joinOrganization(ctx, em, { organizationId: id, userId: ctx.viewer.id, role: 'OWNER' });
      await appendAuditEntry(ctx, em, {
        action: 'organization.created',
        of: { organizationId: id },
        target: { type: 'organization', id },
        after: { handle, name },
      });
      return ok(organization);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'handles_pkey')) return err('HANDLE_TAKEN');
    throw error;
  }
}
