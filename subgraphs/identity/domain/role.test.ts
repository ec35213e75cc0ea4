import { describe, expect, it } from '@jest/globals';
import { canChangeRole, isAtLeast, type MemberRole, memberRoles } from './role.ts';

describe('roles', () => {
  it('are ordered', () => {
    expect(memberRoles.map(role => isAtLeast(role, 'ADMIN'))).toEqual([false, true, true]);
    expect(isAtLeast(undefined, 'MEMBER')).toBe(false);
  });

  it.each<[string | undefined, MemberRole | null, MemberRole, boolean]>([
    ['OWNER', 'OWNER', 'MEMBER', true],
    ['OWNER', null, 'OWNER', true],
    ['ADMIN', 'MEMBER', 'ADMIN', true],
    ['ADMIN', 'ADMIN', 'MEMBER', true],
    ['ADMIN', 'OWNER', 'MEMBER', false],
    ['ADMIN', 'MEMBER', 'OWNER', false],
    ['ADMIN', null, 'OWNER', false],
    ['MEMBER', 'MEMBER', 'MEMBER', false],
    [undefined, null, 'MEMBER', false],
  ])('let %s turn %s into %s: %s', (actor, target, next, allowed) => {
    expect(canChangeRole(actor, target, next)).toBe(allowed);
  });
});
