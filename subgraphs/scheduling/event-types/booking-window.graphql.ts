import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CacheControl } from '#platform/cache-control.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import { CalendarDate } from '#platform/scalars.ts';
import type { BookingWindow as Window } from '../domain/event-type.ts';

type WindowKind = Window['kind'];

const BookingWindowKind = registerEnum<WindowKind>('BookingWindowKind', 'How a booking window is counted.', {
  UNLIMITED: 'It has no end.',
  CALENDAR_DAYS: 'So many days from today, today not counted.',
  BUSINESS_DAYS: 'So many days from Monday to Friday, today not counted.',
  AVAILABLE_DAYS: 'The next so many days that have a free slot, today included.',
  DATES: 'From one date to another, both included.',
});

@CacheControl({ inheritMaxAge: true })
@ObjectType({ description: "How far ahead can be booked, in days of the owner's calendar." })
export class BookingWindow {
  @Field(() => BookingWindowKind)
  kind!: WindowKind;

  @Field(() => Int, { nullable: true, description: 'Of the kinds that count days; null for the others.' })
  days?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Of DATES; null for the others.' })
  firstDate?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Of DATES; null for the others.' })
  lastDate?: string | null;
}

@InputType({ description: 'How far ahead can be booked. What does not belong to the kind is refused.' })
export class BookingWindowInput {
  @Field(() => BookingWindowKind)
  kind!: WindowKind;

  @Field(() => Int, {
    nullable: true,
    description: '0 to 730 CALENDAR_DAYS, or 1 to 365 BUSINESS_DAYS or AVAILABLE_DAYS.',
  })
  days?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Needed for DATES.' })
  firstDate?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Needed for DATES: not before `firstDate`, and 730 days with it at the most.',
  })
  lastDate?: string | null;
}
