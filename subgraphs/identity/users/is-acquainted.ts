import type { IdentityContext } from '../context.ts';

/** Whether the viewer is that user, shares a team with them, or is one of our own processes. */
export async function isAcquainted(ctx: IdentityContext, userId: string): Promise<boolean> {
  if (ctx.viewer.kind === 'SERVICE' || ctx.viewer.id === userId) return true;
  if (ctx.viewer.kind === 'ANONYMOUS') return false;
  return ctx.loaders.sharesTeamWithViewer.load(userId);
}
