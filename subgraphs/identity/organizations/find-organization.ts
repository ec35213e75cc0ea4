import { requireId } from '#platform/ids.ts';
import type { IdentityContext } from '../context.ts';
import type { Organization as OrganizationRow } from './organization.entity.ts';

/** An organization for its members; `null` for everybody else. */
export async function findOrganization(ctx: IdentityContext, id: string): Promise<OrganizationRow | null> {
  const organizationId = requireId('org', id, 'id');
  const place = await ctx.loaders.placeOfViewer.load(organizationId);
  return place && ctx.loaders.organization.load(organizationId);
}
