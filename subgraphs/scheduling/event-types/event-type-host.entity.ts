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
    /** Hosts every booking besides the one whose turn it is. */
    isFixed: p.boolean().default(false),
    /** 1 to 1000: shares of turns. */
    weight: p.integer().default(100),
    /** Index into `hostPriorities`. */
    priority: p.integer().default(2),
    /** Turns taken since `countedFrom`. */
    assignments: p.integer().default(0),
    /** Turns they are taken to have had besides. */
    calibration: p.double().default(0),
    countedFrom: p.datetime(),
    lastAssignedAt: p.datetime().strictNullable(),
  },
});

export type EventTypeHostRow = InferEntity<typeof EventTypeHostEntity>;
