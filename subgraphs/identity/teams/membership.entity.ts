import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import { memberRoles } from '../domain/role.ts';

export const MembershipEntity = defineEntity({
  name: 'Membership',
  tableName: 'memberships',
  properties: {
    id: p.type(new TypeIdColumn('mbr')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    teamId: p.type(new TypeIdColumn('team')).$type<string>(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    role: p.enum(memberRoles),
    version: p.integer().version(),
    createdAt: p.datetime(),
  },
});

export type Membership = InferEntity<typeof MembershipEntity>;
