import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import { memberRoles } from '../domain/role.ts';

export const OrganizationMembershipEntity = defineEntity({
  name: 'OrganizationMembership',
  tableName: 'organization_memberships',
  properties: {
    id: p.type(new TypeIdColumn('omb')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    role: p.enum(memberRoles),
    version: p.integer().version(),
    createdAt: p.datetime(),
  },
});

export type OrganizationMembership = InferEntity<typeof OrganizationMembershipEntity>;
