import { defineEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** Our copy of who belongs to which team. An ended one stays, so that late news cannot bring it back. */
export const MembershipEntity = defineEntity({
  name: 'Membership',
  tableName: 'memberships',
  properties: {
    id: p.type(new TypeIdColumn('mbr')).$type<string>().primary(),
    teamId: p.type(new TypeIdColumn('team')).$type<string>(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    role: p.text(),
    isEnded: p.boolean(),
    version: p.integer(),
  },
});
