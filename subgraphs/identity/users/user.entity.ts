import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.type(new TypeIdColumn('usr')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    handle: p.text(),
    /** Lower case: unique whatever the spelling. */
    email: p.text(),
    name: p.text(),
    avatarUrl: p.text().strictNullable(),
    timeZone: p.text(),
    locale: p.text(),
    /** Where their notices go instead of `email`; always a verified one. */
    notificationContactId: p.type(new TypeIdColumn('cnt')).$type<string>().strictNullable().default(null),
    /** From then on the row only says that there was somebody. */
    deletedAt: p.datetime().strictNullable().default(null),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type User = InferEntity<typeof UserEntity>;
