import type { MemberRole } from './role.ts';

/** What a member of an organization can be allowed to do, one by one: `resource.action`. */
export const permissions = {
  'organization.update': 'Renaming the organization.',
  'organization.delete': 'Deleting the organization.',
  'organization.transfer': 'Making and unmaking owners.',
  'member.read': 'Seeing who belongs to the organization.',
  'member.invite': 'Inviting people, and withdrawing invitations.',
  'member.update': 'Changing roles of members.',
  'member.remove': 'Taking members out of the organization.',
  'team.read': 'Seeing all teams of the organization.',
  'team.create': 'Creating teams.',
  'team.manage': 'Leading every team of the organization as its admin.',
  'role.manage': 'Creating, changing and deleting custom roles.',
  'role.assign': 'Giving and taking custom roles.',
  'attribute.manage': 'Defining attributes of members.',
  'attribute.read': 'Seeing the attributes of all members.',
  'attribute.assign': 'Setting the attributes of members.',
  'audit_log.read': 'Reading the audit log.',
  'sso.manage': 'Setting up how members sign in: identity providers of the organization.',
  'oauth_client.manage': 'Registering, changing and deleting OAuth clients of the organization.',
} as const;

export type Permission = keyof typeof permissions;

const everything = Object.keys(permissions) as Permission[];
const forOwners: readonly Permission[] = ['organization.delete', 'organization.transfer'];

const byRole: Readonly<Record<MemberRole, readonly Permission[]>> = {
  MEMBER: ['member.read', 'team.read'],
  ADMIN: everything.filter(permission => !forOwners.includes(permission)),
  OWNER: everything,
};

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text);
}

/** What a member may do: what their role allows, and what their custom roles add to it. */
export function effectivePermissions(
  role: MemberRole,
  customRoles: readonly (readonly string[])[],
): ReadonlySet<Permission> {
  return new Set([...byRole[role], ...customRoles.flat().filter(isPermission)]);
}

/** What is asked for and not held: nobody grants, or takes from others, what they may not do themselves. */
export function missingPermissions(
  held: ReadonlySet<Permission>,
  wanted: Iterable<Permission>,
): Permission[] {
  return [...wanted].filter(permission => !held.has(permission));
}
