import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { TurnDecision } from '../domain/round-robin.ts';

/** Whose turn a booking was, from one version of it on. Where groups choose it is that of several at once. */
export const AssignmentEntity = defineEntity({
  name: 'Assignment',
  tableName: 'assignments',
  properties: {
    bookingId: p.type(new TypeIdColumn('bkg')).$type<string>().primary(),
    version: p.integer().primary(),
    /** Which of the booking's turns. Of each the latest counts whose host still hosts. */
    part: p.integer().default(0).primary(),
    /** The group whose turn it was, as it was called then; `null` for ROUND_ROBIN. */
    groupName: p.text().strictNullable(),
    eventTypeId: p.type(new TypeIdColumn('etp')).$type<string>(),
    /** The host of the event type whose turn it was. */
    placeId: p.type(new TypeIdColumn('usr')).$type<string>(),
    /** Who took it: the same, or who stands in for them. */
    hostId: p.type(new TypeIdColumn('usr')).$type<string>(),
    /** `null` where nobody noted why. */
    decision: p.json().$type<TurnDecision | null>().strictNullable(),
    assignedAt: p.datetime(),
  },
});

export type AssignmentRow = InferEntity<typeof AssignmentEntity>;
