/** What a member may do in a team, from least to most. */
export const memberRoles = ['MEMBER', 'ADMIN', 'OWNER'] as const;

export type MemberRole = (typeof memberRoles)[number];

export function isAtLeast(role: string | undefined, needed: MemberRole): boolean {
  return memberRoles.indexOf(role as MemberRole) >= memberRoles.indexOf(needed);
}

/**
 * Whether a member with `actor`'s role may give `target` the role `next`. Admins manage members and admins;
 * only owners make, change or unmake owners.
 */
export function canChangeRole(
  actor: string | undefined,
  target: MemberRole | null,
  next: MemberRole,
): boolean {
  const touchesOwner = target === 'OWNER' || next === 'OWNER';
  return isAtLeast(actor, touchesOwner ? 'OWNER' : 'ADMIN');
}
