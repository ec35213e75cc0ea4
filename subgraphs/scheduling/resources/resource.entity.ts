import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import { resourceKinds } from '../domain/resources.ts';

/** A room or a piece of equipment. What is booked of its time stands in `claims`, like that of hosts. */
export const ResourceEntity = defineEntity({
  name: 'Resource',
  tableName: 'resources',
  properties: {
    id: p.type(new TypeIdColumn('res')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** `usr_…` or `team_…`. */
    ownerId: p.text(),
    name: p.text(),
    kind: p.enum(resourceKinds),
    capacity: p.integer().strictNullable(),
    /** When it can be had; `null`: always. */
    scheduleId: p.type(new TypeIdColumn('sch')).$type<string | null>().strictNullable(),
    isActive: p.boolean(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type ResourceRow = InferEntity<typeof ResourceEntity>;
