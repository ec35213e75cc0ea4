import type { IdentityContext } from '../context.ts';
import { effectivePermissions, type Permission } from '../domain/permission.ts';

/** What the viewer may do in an organization; `null` where they are a stranger. For what is read only. */
export async function permissionsOfViewer(
  ctx: IdentityContext,
  organizationId: string,
): Promise<ReadonlySet<Permission> | null> {
  const place = await ctx.loaders.placeOfViewer.load(organizationId);
  return place && effectivePermissions(place.role, [place.added]);
}

export async function viewerMay(
  ctx: IdentityContext,
  organizationId: string,
  permission: Permission,
): Promise<boolean> {
  return (await permissionsOfViewer(ctx, organizationId))?.has(permission) ?? false;
}
