import type { Principal } from '#platform/principal.ts';

const MANAGING_ROLES = new Set(['OWNER', 'ADMIN']);

/** Whether the viewer manages what this user or team owns: their own, or that of a team they lead. */
export function mayManage(viewer: Principal, ownerId: string): boolean {
  return viewer.kind === 'USER' && (viewer.id === ownerId || MANAGING_ROLES.has(viewer.roles[ownerId] ?? ''));
}
