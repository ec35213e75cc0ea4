import { defineEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** A user that a platform made for one of its own customers. */
export const ManagedUserEntity = defineEntity({
  name: 'ManagedUser',
  tableName: 'managed_users',
  properties: {
    userId: p.type(new TypeIdColumn('usr')).$type<string>().primary(),
    clientId: p.type(new TypeIdColumn('cli')).$type<string>(),
    /** As the platform knows it; the account's own address is made from it. */
    email: p.text(),
    createdAt: p.datetime(),
  },
});
