import { defineEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** An address that a user wants and has not proved yet. */
export const EmailChangeEntity = defineEntity({
  name: 'EmailChange',
  tableName: 'email_changes',
  properties: {
    id: p.type(new TypeIdColumn('emc')).$type<string>().primary(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    /** Lower case. */
    email: p.text(),
    hash: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().strictNullable(),
  },
});
