import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import type {
  HostPriority as HostPriorityName,
  ResetInterval as ResetIntervalName,
} from '../domain/round-robin.ts';

export const HostPriority = registerEnum<HostPriorityName>(
  'HostPriority',
  'Who comes first among the hosts of ROUND_ROBIN who are free.',
  {
    LOWEST: 'Only if nobody else is free.',
    LOW: '',
    MEDIUM: 'That of a host of whom nothing else was said.',
    HIGH: '',
    HIGHEST: 'Whenever they are free.',
  },
);

const ResetInterval = registerEnum<ResetIntervalName>(
  'ResetInterval',
  'When ROUND_ROBIN begins to count anew, with everybody level.',
  {
    NEVER: 'All bookings count.',
    WEEKLY: "On Monday at midnight of the owner's calendar.",
    MONTHLY: "On the first at midnight of the owner's calendar.",
  },
);

@ObjectType({ description: 'How the hosts of ROUND_ROBIN take turns.' })
export class RoundRobin {
  @Field(() => ResetInterval)
  resetInterval!: ResetIntervalName;

  @Field(() => Boolean, {
    description: 'Whether a booking counts that its host or all its guests did not come to.',
  })
  countsNoShows!: boolean;

  @Field(() => Boolean, {
    description: 'Whether a booking that moves stays with its hosts; no: it goes to whose turn it is then.',
  })
  sameHostOnReschedule!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Bookings, by weight, that a host may be ahead of whoever is furthest behind; who is further ahead is not offered. Null: any number.',
  })
  maximumLead!: number | null;
}

@InputType({ description: 'How the hosts of ROUND_ROBIN take turns.' })
export class RoundRobinInput {
  @Field(() => ResetInterval, { defaultValue: 'NEVER' })
  resetInterval!: ResetIntervalName;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a booking counts that its host or all its guests did not come to.',
  })
  countsNoShows!: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether a booking that moves stays with its hosts; no: it goes to whose turn it is then.',
  })
  sameHostOnReschedule!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      '1 to 1000 bookings, by weight, that a host may be ahead of whoever is furthest behind; who is further ahead is not offered. Null: any number.',
  })
  maximumLead!: number | null;
}
