import { GraphQLJSON } from 'graphql-scalars';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { connectionType } from '#platform/pagination.ts';
import { DateTime, EmailAddress, Locale, TimeZone } from '#platform/scalars.ts';
import type { BookingStatus as BookingStatusName } from '../domain/booking-state.ts';
import type { WaivableRule as WaivableRuleName } from '../domain/waiver.ts';
import { Location } from '../event-types/event-type.graphql.ts';
import { privateLinkDescription } from '../private-links/private-link.graphql.ts';
import { routingResponseDescription } from '../routing-forms/routing-response.graphql.ts';
import { WaivableRule, waiveDescription, waiveReasonDescription } from '../waivers/waiver.graphql.ts';

export const BookingStatus = registerEnum<BookingStatusName>(
  'BookingStatus',
  'Where a booking is in its life.',
  {
    DRAFT: 'It is being prepared and takes no time yet.',
    PENDING_PAYMENT: 'It takes place once it is paid. Its time is taken until then, or until it expires.',
    PAYMENT_FAILED: 'A payment did not go through. Its time is taken until it is tried again or expires.',
    PENDING_CONFIRMATION:
      'It takes place if a host confirms it. Whether its time is taken meanwhile is up to the event type.',
    AWAITING_HOST:
      'It is to start at once, and takes place if one of the hosts whom it was offered to accepts. Takes no time yet.',
    CONFIRMED: 'It takes place. Its time is taken.',
    RESCHEDULED: 'Its guest moved it, and a host has to confirm the new time, which is taken.',
    COMPLETED: 'It took place.',
    CANCELLED: 'It does not take place. Its time is free again. Final, unless that is undone.',
    DECLINED: 'The hosts did not confirm it. Its time is free again. Final.',
    EXPIRED: 'Nobody paid, confirmed, accepted or submitted it in time. Its time is free again. Final.',
  },
);

@ObjectType({ description: 'An answer to a booking question.' })
export class Answer {
  @Field(() => String, { description: 'The `slug` of the question.' })
  slug!: string;

  @Field(() => GraphQLJSON, {
    description: 'Text, number, boolean or a list of texts, as the question asks for.',
  })
  value!: unknown;
}

@ObjectType({ description: 'A guest of a booking.' })
export class Attendee {
  @Field(() => ID, { description: '`att_…`' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => EmailAddress)
  email!: string;

  @Field(() => TimeZone, { description: 'The zone in which the guest saw the times.' })
  timeZone!: string;

  @Field(() => Locale, {
    nullable: true,
    description: 'The language of mails to the guest; null: that of the host.',
  })
  locale!: string | null;

  @Field(() => Boolean, { description: 'Whether the guest did not come.' })
  noShow!: boolean;

  @Field(() => [Answer])
  answers!: readonly Answer[];
}

@ObjectType({ description: 'Addresses that put the booking into a calendar.' })
export class AddToCalendarLinks {
  @Field(() => String)
  google!: string;

  @Field(() => String, { description: 'For outlook.live.com.' })
  outlook!: string;

  @Field(() => String, { description: 'For Microsoft 365.' })
  office365!: string;

  @Field(() => String, { description: 'A `data:` address that holds an iCalendar file.' })
  ics!: string;
}

@ObjectType({ description: 'The start of a booking as it was agreed: on a clock.' })
export class WallTime {
  @Field(() => String, { description: '`YYYY-MM-DDTHH:MM:SS` on the clocks of `timeZone`.' })
  startsAt!: string;

  @Field(() => TimeZone, { description: "The zone of the first host's schedule when it was agreed." })
  timeZone!: string;

  @Field(() => String, {
    description:
      'The release of the tz database that `Booking.startsAt` was computed by: `2026a`. Rules of zones change; the instant stays until somebody moves the booking.',
  })
  tzdbVersion!: string;
}

@Access({ to: 'USER', scope: 'BOOKING_READ' })
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A meeting that somebody booked.' })
export class Booking {
  @Field(() => ID, { description: '`bkg_…`' })
  id!: string;

  @Field(() => BookingStatus)
  status!: BookingStatusName;

  @Field(() => String, {
    description: 'What it is called in calendars: `Intro with Ada Lovelace and Grace Hopper`.',
  })
  title!: string;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime)
  endsAt!: Date;

  @Field(() => Location, { nullable: true })
  location!: Location | null;

  @Field(() => [EmailAddress], { description: 'Who else the guest brings along.' })
  guests!: string[];

  @Field(() => String, { nullable: true, description: 'What was said when it was cancelled or declined.' })
  cancellationReason!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when it has to be paid, confirmed, accepted or submitted; then it expires. Null where nothing is waited for.',
  })
  expiresAt!: Date | null;

  @Field(() => Int, {
    description: '1 for a new booking, one more with every change. Give it as `expectedVersion`.',
  })
  version!: number;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime)
  updatedAt!: Date;
}

export const BookingConnection = connectionType('Booking', () => Booking);

@InputType()
export class AttendeeInput {
  @Field(() => String, { description: '1 to 200 characters on one line.' })
  name!: string;

  @Field(() => EmailAddress)
  email!: string;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field(() => Locale, { nullable: true })
  locale?: string | null;
}

@InputType()
export class AnswerInput {
  @Field(() => String)
  slug!: string;

  @Field(() => GraphQLJSON, { nullable: true })
  value!: unknown;
}

@InputType({ description: 'One of the locations that the event type offers.' })
export class ChosenLocationInput {
  @Field(() => String)
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Needed only where several of one kind are offered.' })
  label?: string | null;
}

/** What guests say of themselves and of what they want, in whichever way they book. */
@InputType()
export abstract class GuestRequestInput {
  @Field(() => ID)
  eventTypeId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'One of `durationOptionsMinutes`; left out: the default one.',
  })
  durationMinutes?: number | null;

  @Field(() => AttendeeInput, { description: 'Who books.' })
  attendee!: AttendeeInput;

  @Field(() => [EmailAddress], { nullable: true, description: 'Up to 10 more people who come along.' })
  guests?: string[] | null;

  @Field(() => [AnswerInput], {
    nullable: true,
    description: 'To the fields of the event type; of a series, the same for all its bookings.',
  })
  answers?: AnswerInput[] | null;

  @Field(() => ChosenLocationInput, {
    nullable: true,
    description:
      'Left out: the first location of the event type. Who joins a booking is told where it takes place.',
  })
  location?: ChosenLocationInput | null;

  @Field(() => String, {
    nullable: true,
    description: `${privateLinkDescription} It is used up by one, by a whole series, too.`,
  })
  privateLink?: string | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@InputType()
export class CreateBookingInput extends GuestRequestInput {
  @Field(() => DateTime, { description: 'The `startsAt` of a slot.' })
  startsAt!: Date;

  @Tag('partner')
  @Field(() => Boolean, {
    nullable: true,
    description:
      'For its hosts, and who manages it: prepares the booking without taking time. It expires unless `submitBooking` follows within 24 hours. Not for shared slots.',
  })
  asDraft?: boolean | null;

  @Field(() => ID, { nullable: true, description: routingResponseDescription })
  routingResponseId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret of a hold on this slot: before it expires the booking succeeds, with the hosts who are held.',
  })
  holdToken?: string | null;

  @Tag('partner')
  @Field(() => [WaivableRule], { nullable: true, description: waiveDescription })
  waive?: WaivableRuleName[] | null;

  @Tag('partner')
  @Field(() => String, { nullable: true, description: waiveReasonDescription })
  waiveReason?: string | null;
}

/** What every change of a booking takes. */
@InputType()
export abstract class BookingChangeInput {
  @Field(() => ID)
  bookingId!: string;

  @Field(() => String, { nullable: true, description: 'The secret of the link that the guest was given.' })
  manageToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Told to the other side; up to 1,000 characters.' })
  reason?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the booking has another version by now.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@InputType()
export class CancelBookingInput extends BookingChangeInput {}

@InputType()
export class RescheduleBookingInput extends BookingChangeInput {
  @Field(() => DateTime, { description: 'The `startsAt` of a slot.' })
  startsAt!: Date;

  @Tag('partner')
  @Field(() => [WaivableRule], { nullable: true, description: waiveDescription })
  waive?: WaivableRuleName[] | null;

  @Tag('partner')
  @Field(() => String, { nullable: true, description: waiveReasonDescription })
  waiveReason?: string | null;
}
