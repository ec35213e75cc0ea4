import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { BookingLocation } from '../domain/booking.ts';
import { bookingStatuses } from '../domain/booking-state.ts';

/**
 * A booking as its events left it, for lists and filters: written in the transaction that appends the event.
 * That its time is nobody else's is not promised here but in `claims`.
 */
export const BookingEntity = defineEntity({
  name: 'Booking',
  tableName: 'bookings',
  properties: {
    id: p.type(new TypeIdColumn('bkg')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    eventTypeId: p.type(new TypeIdColumn('etp')).$type<string>(),
    ownerId: p.text(),
    status: p.enum(bookingStatuses),
    title: p.text(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** The start as it was agreed, `YYYY-MM-DDTHH:MM:SS` in `timeZone`; `null` for what was booked before it was kept. */
    wallTime: p.text().strictNullable(),
    timeZone: p.text().strictNullable(),
    tzdbVersion: p.text().strictNullable(),
    location: p.json().$type<BookingLocation | null>().strictNullable(),
    guests: p.array().$type<string[]>(),
    cancellationReason: p.text().strictNullable(),
    expiresAt: p.datetime().strictNullable(),
    seriesId: p.type(new TypeIdColumn('ser')).$type<string | null>().strictNullable(),
    /** 1 for the first of the series. */
    seriesPosition: p.integer().strictNullable(),
    /** Of a meeting at once: who can accept it, or could. */
    offeredHostIds: p.array().$type<string[]>(),
    version: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type BookingRow = InferEntity<typeof BookingEntity>;
