import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

export const TeamEntity = defineEntity({
  name: 'Team',
  tableName: 'teams',
  properties: {
    id: p.type(new TypeIdColumn('team')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    handle: p.text(),
    name: p.text(),
    /** Where its notices go; always a verified one. */
    notificationContactId: p.type(new TypeIdColumn('cnt')).$type<string>().strictNullable().default(null),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type Team = InferEntity<typeof TeamEntity>;
