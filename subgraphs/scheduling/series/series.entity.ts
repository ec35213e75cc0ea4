import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { RecurrenceRule } from '../domain/recurrence.ts';

/** Bookings that were made together. Never changes: what happens later happens to the bookings. */
export const SeriesEntity = defineEntity({
  name: 'Series',
  tableName: 'booking_series',
  properties: {
    id: p.type(new TypeIdColumn('ser')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    eventTypeId: p.type(new TypeIdColumn('etp')).$type<string>(),
    rule: p.json().$type<RecurrenceRule>(),
    timeZone: p.text(),
    /** Occurrences that could not be booked, in epoch milliseconds. */
    skipped: p.json().$type<readonly SkippedStart[]>(),
    shifted: p.json().$type<readonly ShiftedStart[]>(),
    createdAt: p.datetime(),
  },
});

export interface SkippedStart {
  readonly position: number;
  readonly start: number;
}

export interface ShiftedStart extends SkippedStart {
  readonly movedTo: number;
}

export type SeriesRow = InferEntity<typeof SeriesEntity>;
