import { requireId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { enterOrganization } from './enter-organization.ts';
import type { Organization } from './organization.entity.ts';
import { readName } from './read-name.ts';

interface OrganizationChanges {
  organizationId: string;
  expectedVersion: number;
  name?: string | null;
  handle?: string | null;
}

type Refusal = 'HANDLE_TAKEN' | { currentVersion: number };

/** Renames an organization, or moves it to another handle. */
export async function updateOrganization(
  ctx: IdentityContext,
  input: OrganizationChanges,
): Promise<Result<Organization, Refusal>> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  const needs = ['organization.update'] as const;
  const work = transact<Result<Organization, Refusal>>(ctx, async ({ em }) => {
    const { organization } = await enterOrganization(em, ctx.viewer, { organizationId, needs, locks: true });
    if (organization.version !== input.expectedVersion) return err({ currentVersion: organization.version });
    const before = { name: organization.name, handle: organization.handle };
    if (input.handle != null && input.handle !== organization.handle) {
      if (!(await claimHandle(em, input.handle, organization.id))) return err('HANDLE_TAKEN');
      organization.handle = input.handle;
    }
    if (input.name != null) organization.name = readName(input.name);
    organization.updatedAt = new Date(ctx.clock.now());
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'organization.updated',
      of: { organizationId },
      target: { type: 'organization', id: organizationId },
      before,
      after: { name: organization.name, handle: organization.handle },
    });
    return ok(organization);
  });
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error, 'handles_pkey')) return err('HANDLE_TAKEN');
    throw error;
  }
}
