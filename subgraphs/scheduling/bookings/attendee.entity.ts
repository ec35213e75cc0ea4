import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { Answer } from '../domain/booking-fields.ts';

export const AttendeeEntity = defineEntity({
  name: 'Attendee',
  tableName: 'attendees',
  properties: {
    id: p.type(new TypeIdColumn('att')).$type<string>().primary(),
    bookingId: p.type(new TypeIdColumn('bkg')).$type<string>(),
    position: p.integer(),
    name: p.text(),
    email: p.text(),
    timeZone: p.text(),
    locale: p.text().strictNullable(),
    noShow: p.boolean().default(false),
    /** Whom they bring along. */
    guests: p.array().$type<string[]>(),
    answers: p.json().$type<Answer[]>(),
  },
});

export type AttendeeRow = InferEntity<typeof AttendeeEntity>;
