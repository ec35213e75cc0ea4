import { AppError, notFound } from '#platform/errors.ts';
import type { Principal } from '#platform/principal.ts';

const MANAGING_ROLES = new Set(['OWNER', 'ADMIN']);

/** Whether the viewer manages what this user or team owns: their own, or that of a team they lead. */
export function mayManage(viewer: Principal, ownerId: string): boolean {
  return viewer.kind === 'USER' && (viewer.id === ownerId || MANAGING_ROLES.has(viewer.roles[ownerId] ?? ''));
}

/** Tells members of a team what they may not do; strangers do not learn that there is such a team. */
export function requireMayManage(viewer: Principal, ownerId: string, refusal: string): void {
  if (mayManage(viewer, ownerId)) return;
  throw viewer.roles[ownerId] ? new AppError('FORBIDDEN', refusal) : notFound('team');
}
