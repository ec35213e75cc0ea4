import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { Limit } from '../domain/limits.ts';

/** Our copy of what identity tells about users and teams: whoever can own an event type. */
export const OwnerEntity = defineEntity({
  name: 'Owner',
  tableName: 'owners',
  properties: {
    /** `usr_…` or `team_…`. */
    id: p.text().primary(),
    /** The same without its prefix, as tables of users and teams have it. */
    uuid: p.uuid(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    handle: p.text().strictNullable(),
    name: p.text(),
    /** Of a user; a team has none. */
    timeZone: p.text().strictNullable(),
    /** Ours, not identity's: limits over all their event types. */
    limits: p.json().$type<Limit[]>().defaultRaw("'[]'"),
    /** Version of the event this was copied from: an older one that comes late changes nothing. */
    version: p.integer(),
  },
});

export type Owner = InferEntity<typeof OwnerEntity>;
