import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CacheControl } from '#platform/cache-control.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import type {
  LimitPeriod as LimitPeriodName,
  LimitScope as LimitScopeName,
  LimitUnit as LimitUnitName,
} from '../domain/limits.ts';
import { EventTypeOwner, type Team, type User } from '../owners/owner.graphql.ts';

const LimitScope = registerEnum<LimitScopeName>('LimitScope', 'Whose bookings count towards a limit.', {
  EVENT_TYPE: 'Those of the event type.',
  HOST: 'Those that the host takes, whatever the event type. Each host is counted alone.',
  OWNER: 'Those of all event types of the user or team.',
  BOOKER: "Those that one guest has of the event type, by the guest's e-mail address.",
});

const LimitUnit = registerEnum<LimitUnitName>('LimitUnit', 'What a limit counts.', {
  BOOKINGS: 'The number of bookings.',
  MINUTES: 'Their durations, without buffers.',
});

const LimitPeriod = registerEnum<LimitPeriodName>(
  'LimitPeriod',
  'The stretch of the calendar that a limit counts over. A booking counts where it starts.',
  {
    DAY: 'A day.',
    WEEK: 'A week, from Monday to Sunday.',
    MONTH: 'A month.',
    YEAR: 'A year.',
    ROLLING: 'Any stretch of `days` days, wherever it begins.',
    FUTURE: 'Everything that has not begun yet.',
  },
);

@CacheControl({ inheritMaxAge: true })
@ObjectType({ description: 'At the most so many bookings, or minutes of them, in each period.' })
export class BookingLimit {
  @Field(() => LimitScope)
  scope!: LimitScopeName;

  @Field(() => LimitUnit)
  unit!: LimitUnitName;

  @Field(() => LimitPeriod)
  period!: LimitPeriodName;

  @Field(() => Int, { nullable: true, description: 'Length of a ROLLING period; null for the others.' })
  days!: number | null;

  @Field(() => Int, { description: 'The most that there may be: bookings or minutes, as `unit` says.' })
  max!: number;
}

@InputType()
export class BookingLimitInput {
  @Field(() => LimitScope)
  scope!: LimitScopeName;

  @Field(() => LimitUnit)
  unit!: LimitUnitName;

  @Field(() => LimitPeriod, { description: 'FUTURE is for scope BOOKER with unit BOOKINGS.' })
  period!: LimitPeriodName;

  @Field(() => Int, {
    nullable: true,
    description: '1 to 366; needed for ROLLING and refused for every other period.',
  })
  days?: number | null;

  @Field(() => Int, { description: '1 to 10000 BOOKINGS, or 15 to 525600 MINUTES.' })
  max!: number;
}

@InputType()
export class SetBookingLimitsInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A team of which the user is an admin; left out: the user.',
  })
  ownerId?: string | null;

  @Field(() => [BookingLimitInput], {
    description:
      'All limits, up to 10; an empty list takes them away. HOST, for a user: everything the user hosts. OWNER: all event types of the user or team.',
  })
  limits!: BookingLimitInput[];
}

@ObjectType()
export class BookingLimitsSet {
  constructor(owner: User | Team, limits: BookingLimit[]) {
    this.owner = owner;
    this.limits = limits;
  }

  @Field(() => EventTypeOwner)
  owner: User | Team;

  @Field(() => [BookingLimit])
  limits: BookingLimit[];
}
