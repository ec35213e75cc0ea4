import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** What a booking took besides its hosts, in the order of what was asked for. */
export const BookingResourceEntity = defineEntity({
  name: 'BookingResource',
  tableName: 'booking_resources',
  properties: {
    bookingId: p.type(new TypeIdColumn('bkg')).$type<string>().primary(),
    resourceId: p.type(new TypeIdColumn('res')).$type<string>().primary(),
    position: p.integer(),
  },
});

export type BookingResourceRow = InferEntity<typeof BookingResourceEntity>;
