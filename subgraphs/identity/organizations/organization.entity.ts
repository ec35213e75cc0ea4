import { defineEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** The tenant. Whoever signs up alone gets a personal one, so that every row has an owner from the start. */
export const OrganizationEntity = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: {
    id: p.type(new TypeIdColumn('org')).$type<string>().primary(),
    name: p.text(),
    isPersonal: p.boolean(),
    createdAt: p.datetime(),
  },
});
