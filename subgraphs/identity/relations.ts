import type { Relations } from '#platform/access.ts';
import type { IdentityContext } from './context.ts';
import type { Permission } from './domain/permission.ts';
import { viewerMay } from './organizations/viewer-may.ts';
import { isAcquainted } from './users/is-acquainted.ts';

/** What the viewer is to users, teams and organizations: what `role` and `permission` of `@access` mean here. */
export const identityRelations: Relations<IdentityContext> = {
  roles: {
    SELF: ({ id }: { id: string }, { viewer }) => viewer.kind === 'USER' && viewer.id === id,
    THE_MEMBER: ({ userId }: { userId: string }, { viewer }) =>
      viewer.kind === 'USER' && viewer.id === userId,
    ACQUAINTED: ({ id }: { id: string }, ctx) => isAcquainted(ctx, id),
    TEAM_MEMBER: async ({ id }: { id: string }, { viewer, loaders }) =>
      viewer.kind === 'USER' && (await loaders.isTeamOfViewer.load(id)),
  },
  permits: (thing: { id: string; organizationId?: string }, permission, ctx) =>
    viewerMay(ctx, thing.organizationId ?? thing.id, permission as Permission),
};
