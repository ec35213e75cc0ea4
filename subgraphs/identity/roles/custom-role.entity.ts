import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { Permission } from '../domain/permission.ts';

export const CustomRoleEntity = defineEntity({
  name: 'CustomRole',
  tableName: 'custom_roles',
  properties: {
    id: p.type(new TypeIdColumn('role')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    name: p.text(),
    permissions: p.array().$type<Permission[]>(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type CustomRole = InferEntity<typeof CustomRoleEntity>;
