import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { BookingLocation } from '../domain/booking.ts';
import type { BookingField } from '../domain/booking-fields.ts';
import { schedulingModes } from '../domain/event-type.ts';

export const EventTypeEntity = defineEntity({
  name: 'EventType',
  tableName: 'event_types',
  properties: {
    id: p.type(new TypeIdColumn('etp')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** `usr_…` or `team_…`. */
    ownerId: p.text(),
    slug: p.text(),
    title: p.text(),
    description: p.text().strictNullable(),
    isActive: p.boolean(),
    schedulingMode: p.enum(schedulingModes),
    durationMinutes: p.integer(),
    durationOptionsMinutes: p
      .array(value => Number(value))
      .$type<number[]>()
      .columnType('int[]'),
    slotIntervalMinutes: p.integer().strictNullable(),
    bufferBeforeMinutes: p.integer(),
    bufferAfterMinutes: p.integer(),
    minimumNoticeMinutes: p.integer(),
    bookingWindowDays: p.integer().strictNullable(),
    requiresConfirmation: p.boolean().default(false),
    seatsPerSlot: p.integer().strictNullable(),
    lockedTimeZone: p.text().strictNullable(),
    locations: p.json().$type<BookingLocation[]>(),
    bookingFields: p.json().$type<BookingField[]>(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type EventTypeRow = InferEntity<typeof EventTypeEntity>;
