import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { BookingFactKind } from '../domain/booking.ts';

/** What happened to a booking, once and for all. The primary key (booking, version) lets one writer win. */
export const BookingEventEntity = defineEntity({
  name: 'BookingEvent',
  tableName: 'booking_events',
  properties: {
    bookingId: p.type(new TypeIdColumn('bkg')).$type<string>().primary(),
    version: p.integer().primary(),
    kind: p.text().$type<BookingFactKind>(),
    data: p.json().$type<unknown>(),
    actorKind: p.text(),
    actorId: p.text(),
    correlationId: p.text(),
    occurredAt: p.datetime(),
  },
});

export type BookingEventRow = InferEntity<typeof BookingEventEntity>;
