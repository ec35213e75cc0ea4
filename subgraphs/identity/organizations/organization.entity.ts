import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import { plans } from '../domain/plan.ts';

/** The tenant. Whoever signs up alone gets a personal one, so that every row has an owner from the start. */
export const OrganizationEntity = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: {
    id: p.type(new TypeIdColumn('org')).$type<string>().primary(),
    /** A personal one has none. */
    handle: p.text().strictNullable(),
    name: p.text(),
    isPersonal: p.boolean(),
    plan: p.enum(plans).default('FREE'),
    /** Whether members, owners aside, sign in by its connections only. */
    requiresSso: p.boolean().default(false),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type Organization = InferEntity<typeof OrganizationEntity>;
