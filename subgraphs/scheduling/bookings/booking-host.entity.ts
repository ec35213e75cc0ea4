import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

export const BookingHostEntity = defineEntity({
  name: 'BookingHost',
  tableName: 'booking_hosts',
  properties: {
    bookingId: p.type(new TypeIdColumn('bkg')).$type<string>().primary(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>().primary(),
    position: p.integer(),
    noShow: p.boolean(),
  },
});

export type BookingHostRow = InferEntity<typeof BookingHostEntity>;
