import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import { attributeTypes } from '../domain/attribute.ts';

/** What an organization notes about each of its members. */
export const AttributeEntity = defineEntity({
  name: 'Attribute',
  tableName: 'attributes',
  properties: {
    id: p.type(new TypeIdColumn('attr')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    slug: p.text(),
    name: p.text(),
    type: p.enum(attributeTypes),
    options: p.array().$type<string[]>(),
    version: p.integer().version(),
    createdAt: p.datetime(),
  },
});

export type Attribute = InferEntity<typeof AttributeEntity>;
