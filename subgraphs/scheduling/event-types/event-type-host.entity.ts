import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** Who can be booked through an event type, and what round robin remembers of them. */
export const EventTypeHostEntity = defineEntity({
  name: 'EventTypeHost',
  tableName: 'event_type_hosts',
  properties: {
    eventTypeId: p.type(new TypeIdColumn('etp')).$type<string>().primary(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>().primary(),
    position: p.integer(),
    /** The host's schedule for this event type; `null`: their default one. */
    scheduleId: p.type(new TypeIdColumn('sch')).$type<string | null>().strictNullable(),
    /** One of the event type's groups; `null`: always needed. */
    groupName: p.text().strictNullable(),
    assignments: p.integer().default(0),
    lastAssignedAt: p.datetime().strictNullable(),
  },
});

export type EventTypeHostRow = InferEntity<typeof EventTypeHostEntity>;
