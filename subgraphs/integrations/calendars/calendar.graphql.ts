import { Field, ID, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { DateTime } from '#platform/scalars.ts';

export const CalendarProvider = registerEnum('CalendarProvider', 'Where a calendar lives.', {
  GOOGLE: 'Google Calendar.',
  MICROSOFT: 'Microsoft 365 and Outlook.com.',
  CALDAV: 'iCloud, Fastmail, Nextcloud and every other CalDAV server.',
});

export const ConnectionStatus = registerEnum('ConnectionStatus', 'Whether a calendar account can be read.', {
  ACTIVE: 'It can.',
  FAILING: 'The last tries failed; it is tried again.',
  REVOKED: 'The user took the permission back: connect it again.',
});

@ObjectType({ description: 'A calendar within an account.' })
export class Calendar {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean, { description: 'Whether its events make their owner busy.' })
  isBusySource!: boolean;

  @Field(() => Boolean, { description: 'Whether bookings are written into it.' })
  isWritebackTarget!: boolean;
}

@ObjectType({ description: 'A calendar account of a user.' })
export class CalendarConnection {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarProvider)
  provider!: keyof typeof CalendarProvider;

  @Field(() => String, {
    nullable: true,
    description: 'The account, usually an address. Seen by its owner only.',
  })
  account!: string | null;

  @Field(() => ConnectionStatus)
  status!: keyof typeof ConnectionStatus;

  @Field(() => DateTime, { nullable: true, description: 'Null before the first time.' })
  lastSyncedAt!: Date | null;

  @Field(() => [Calendar], { description: 'Seen by their owner only; empty for everybody else.' })
  calendars!: Calendar[];
}

export const ReferenceKind = registerEnum('ReferenceKind', 'What stands for a booking elsewhere.', {
  CALENDAR_EVENT: "An event in a host's calendar.",
  CONFERENCE: 'A video meeting.',
});

export const ReferenceStatus = registerEnum('ReferenceStatus', 'Whether it is there.', {
  PENDING: 'It is being made.',
  CREATED: 'It is there.',
  FAILED: 'It could not be made.',
  DELETED: 'It was taken away with the booking.',
});

@ObjectType({ description: 'Something elsewhere that stands for a booking.' })
export class BookingReference {
  @Field(() => ID)
  id!: string;

  @Field(() => ReferenceKind)
  kind!: keyof typeof ReferenceKind;

  @Field(() => CalendarProvider, { nullable: true })
  provider!: keyof typeof CalendarProvider | null;

  @Field(() => ReferenceStatus)
  status!: keyof typeof ReferenceStatus;

  @Field(() => String, { nullable: true, description: 'Where it can be opened.' })
  url!: string | null;
}
