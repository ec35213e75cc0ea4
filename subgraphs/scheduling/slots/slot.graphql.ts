import { Field, Int, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { PageInfo } from '#platform/pagination.ts';
import { CalendarDate, DateTime } from '#platform/scalars.ts';
import type { SlotRule as SlotRuleName } from '../domain/verdict.ts';
import { User } from '../owners/owner.graphql.ts';

const SlotRule = registerEnum<SlotRuleName>('SlotRule', 'What can speak against a time.', {
  ACTIVE: 'The event type has to be active.',
  DURATION: 'The duration has to be offered.',
  NOTICE: 'The start has to be far enough ahead.',
  WINDOW: 'The start has to be within the booking window.',
  HOSTS: 'There has to be somebody to meet.',
  RESTRICTION: 'The slot has to lie within the hours of the event type, where it has some of its own.',
  SEATS: 'Where guests share a slot, one of its seats has to be free.',
  GROUP: 'So many of a group of hosts as it needs have to be free.',
  AWAY: 'The host must not be away, or somebody has to stand in.',
  CALENDAR: "The host's calendars have to be readable, unless the host accepts bookings regardless.",
  HOURS: 'The host has to work then.',
  GRID: 'The start has to be on the grid of starts.',
  CONFLICT: "The host's time must not be taken, buffers included.",
  RESOURCE: 'The rooms and equipment that it needs have to be free, buffers included.',
  LIMIT: 'The booking has to stay within the limits of the event type, its owner and the host.',
  LEAD: 'Where hosts take turns, theirs must not be further ahead of the others than may be.',
  FIRST_OF_DAY: 'Where only the first slot of a day is offered, it has to be that one.',
});

@ObjectType({ description: 'A time that can be booked.' })
export class Slot {
  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime)
  endsAt!: Date;

  @Field(() => CalendarDate, { description: 'The date of the start in the zone of the query.' })
  date!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Places left, where the event type has seats; null where it has none.',
  })
  seatsRemaining!: number | null;

  @Field(() => [User], {
    description:
      'Who would host: all of them, for ROUND_ROBIN one of them besides those who always host, and of groups so many.',
  })
  hosts!: User[];
}

@ObjectType()
export class SlotEdge {
  @Field(() => String, { description: 'Opaque; only valid for the same query.' })
  cursor!: string;

  @Field(() => Slot)
  node!: Slot;
}

@ObjectType({ description: 'Something that makes the slots less certain than they look.' })
export class SlotWarning {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType({ description: 'One page of slots, in order.' })
export class SlotConnection {
  @Field(() => [SlotEdge])
  edges!: SlotEdge[];

  @Field(() => [Slot], { description: 'The slots without their cursors.' })
  nodes!: Slot[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Slots in the whole range.' })
  totalCount!: number;

  @Field(() => [SlotWarning], { description: "For example that a host's calendar could not be read." })
  warnings!: SlotWarning[];

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the least recently read of the hosts' calendars was read; null where none is connected.",
  })
  calendarsSyncedAt!: Date | null;
}

@ObjectType({ description: 'What one rule says about a time.' })
export class SlotVerdict {
  @Field(() => SlotRule)
  rule!: SlotRuleName;

  @Field(() => Boolean)
  passed!: boolean;

  @Field(() => String, { description: 'English, for a person who wonders why.' })
  message!: string;

  @Field(() => User, { nullable: true, description: 'Whom it is about; null: the event type as a whole.' })
  host!: User | null;

  @Field(() => String, {
    nullable: true,
    description: 'The smallest change that would make it pass, where one can be named.',
  })
  opensIf!: string | null;

  @Field(() => Boolean, {
    description: 'Whether those who manage the event type can set it aside: see `waive`.',
  })
  waivable!: boolean;

  /** What the fields `resource` and `group` are about. */
  resourceId?: string;
  groupMembers?: { freeIds: readonly string[]; takenIds: readonly string[] };
}

@ObjectType({ description: 'Why a time can be booked, or why not.' })
export class SlotExplanation {
  @Field(() => Boolean, { description: 'True exactly when no verdict fails.' })
  bookable!: boolean;

  @Field(() => [SlotVerdict], { description: 'One for every rule and host, failures first.' })
  verdicts!: SlotVerdict[];
}
