import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput, notFound } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { isPermission, permissions as known, type Permission } from '../domain/permission.ts';
import { enterOrganization, requirePermissions } from '../organizations/enter-organization.ts';
import { readName } from '../organizations/read-name.ts';
import { requireRoom } from '../plans/require-room.ts';
import { type CustomRole, CustomRoleEntity } from './custom-role.entity.ts';

export type RoleRefusal = 'NAME_TAKEN' | { currentVersion: number };

function readPermissions(names: readonly string[]): Permission[] {
  const unknown = names.find(name => !isPermission(name));
  if (unknown !== undefined || names.length === 0)
    throw badInput('permissions', `One or more of ${Object.keys(known).join(', ')}.`);
  return [...new Set(names.filter(isPermission))].sort();
}

const facts = ({ name, permissions }: CustomRole) => ({ name, permissions });

async function orNameTaken<T>(work: Promise<Result<T, RoleRefusal>>): Promise<Result<T, RoleRefusal>> {
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error, 'custom_roles_name_key')) return err('NAME_TAKEN');
    throw error;
  }
}

async function findRole(em: EntityManager, organizationId: string, id: string): Promise<CustomRole> {
  const role = await em.findOne(CustomRoleEntity, { id, organizationId });
  if (!role) throw notFound('role');
  return role;
}

/** Adds a role that can do no more than the viewer. */
export function createCustomRole(
  ctx: IdentityContext,
  input: { organizationId: string; name: string; permissions: string[] },
): Promise<Result<CustomRole, RoleRefusal>> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  const name = readName(input.name);
  const permissions = readPermissions(input.permissions);
  const at = new Date(ctx.clock.now());
  const work = transact<Result<CustomRole, RoleRefusal>>(ctx, async ({ em }) => {
    const wish = { organizationId, needs: ['role.manage'], locks: true } as const;
    const { held } = await enterOrganization(em, ctx.viewer, wish);
    requirePermissions(held, permissions);
    await requireRoom(em, organizationId, 'CUSTOM_ROLES');
    const id = newId('role');
    const role = em.create(CustomRoleEntity, {
      id,
      organizationId,
      name,
      permissions,
      createdAt: at,
      updatedAt: at,
    });
    await em.flush();
    const target = { type: 'role', id };
    await appendAuditEntry(ctx, em, {
      action: 'role.created',
      of: { organizationId },
      target,
      after: facts(role),
    });
    return ok(role);
  });
  return orNameTaken(work);
}

interface RoleChanges {
  organizationId: string;
  roleId: string;
  expectedVersion: number;
  name?: string | null;
  permissions?: string[] | null;
}

/** Changes a role for all who have it: neither before nor after it may do more than the viewer. */
export function updateCustomRole(
  ctx: IdentityContext,
  input: RoleChanges,
): Promise<Result<CustomRole, RoleRefusal>> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  const id = requireId('role', input.roleId, 'roleId');
  const permissions = input.permissions == null ? null : readPermissions(input.permissions);
  const work = transact<Result<CustomRole, RoleRefusal>>(ctx, async ({ em }) => {
    const wish = { organizationId, needs: ['role.manage'], locks: true } as const;
    const { held } = await enterOrganization(em, ctx.viewer, wish);
    const role = await findRole(em, organizationId, id);
    requirePermissions(held, [...role.permissions, ...(permissions ?? [])]);
    if (role.version !== input.expectedVersion) return err({ currentVersion: role.version });
    const before = facts(role);
    if (input.name != null) role.name = readName(input.name);
    if (permissions) role.permissions = permissions;
    role.updatedAt = new Date(ctx.clock.now());
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'role.updated',
      of: { organizationId },
      target: { type: 'role', id },
      before,
      after: facts(role),
    });
    return ok(role);
  });
  return orNameTaken(work);
}

/** Takes a role from all who have it. */
export function deleteCustomRole(
  ctx: IdentityContext,
  input: { organizationId: string; roleId: string },
): Promise<string> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  const id = requireId('role', input.roleId, 'roleId');
  return transact(ctx, async ({ em }) => {
    const wish = { organizationId, needs: ['role.manage'], locks: true } as const;
    const { held } = await enterOrganization(em, ctx.viewer, wish);
    const role = await findRole(em, organizationId, id);
    requirePermissions(held, role.permissions);
    const before = facts(role);
    em.remove(role);
    await em.flush();
    const target = { type: 'role', id };
    await appendAuditEntry(ctx, em, { action: 'role.deleted', of: { organizationId }, target, before });
    return id;
  });
}
