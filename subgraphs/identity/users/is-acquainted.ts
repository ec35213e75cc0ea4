import { hasScope } from '#platform/principal.ts';
import type { IdentityContext } from '../context.ts';

/**
 * Whether the viewer is that user, shares a team with them, or is one of our own processes. A key that reads neither
 * profiles nor teams knows nobody.
 */
export async function isAcquainted(ctx: IdentityContext, userId: string): Promise<boolean> {
  if (ctx.viewer.kind === 'SERVICE') return true;
  if (ctx.viewer.kind === 'ANONYMOUS') return false;
  if (!hasScope(ctx.viewer, 'PROFILE_READ') && !hasScope(ctx.viewer, 'TEAM_READ')) return false;
  if (ctx.viewer.id === userId) return true;
  return ctx.loaders.sharesTeamWithViewer.load(userId);
}
