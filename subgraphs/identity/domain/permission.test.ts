import { describe, expect, it } from '@jest/globals';
import { effectivePermissions, isPermission, missingPermissions, permissions } from './permission.ts';
import { memberRoles } from './role.ts';

describe('permissions', () => {
  it('are named `resource.action`', () => {
    for (const name of Object.keys(permissions)) expect(name).toMatch(/^[a-z_]+\.[a-z_]+$/);
    expect(isPermission('toString')).toBe(false);
  });

  it('grow with the role', () => {
    const [member, admin, owner] = memberRoles.map(role => effectivePermissions(role, []));
    expect(missingPermissions(admin ?? new Set(), member ?? [])).toEqual([]);
    expect(missingPermissions(owner ?? new Set(), admin ?? [])).toEqual([]);
    expect(missingPermissions(admin ?? new Set(), owner ?? [])).toEqual([
      'organization.delete',
      'organization.transfer',
    ]);
    expect(missingPermissions(member ?? new Set(), admin ?? [])).toContain('member.invite');
  });

  it('are added to by custom roles, never taken away', () => {
    const held = effectivePermissions('MEMBER', [['member.invite'], ['audit_log.read', 'no.such']]);
    expect([...held].sort()).toEqual(['audit_log.read', 'member.invite', 'member.read', 'team.read']);
  });
});
