import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { CacheControl } from '#platform/cache-control.ts';
import type { HostPriority as HostPriorityName } from '../domain/round-robin.ts';
import { User } from '../owners/owner.graphql.ts';
import { HostPriority } from './round-robin.graphql.ts';

@CacheControl({ inheritMaxAge: true })
@ObjectType({ description: 'A group of hosts of whom only some have to come.' })
export class HostGroup {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'How many of its hosts come: those who took the fewest bookings so far.' })
  required!: number;
}

@CacheControl({ inheritMaxAge: true })
@ObjectType({ description: 'Somebody who takes bookings of an event type.' })
export class EventTypeHost {
  @CacheControl({ inheritMaxAge: true })
  @Field(() => User)
  user!: User;

  @Field(() => String, {
    nullable: true,
    description: 'The group that the host is in; null: none, so that the host always comes.',
  })
  groupName!: string | null;

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @Field(() => ID, {
    nullable: true,
    description:
      "The host's schedule for this event type; null: the host's default one. Seen by those who manage it; null for everybody else.",
  })
  scheduleId!: string | null;

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @Field(() => Int, {
    nullable: true,
    description:
      'The share of turns in ROUND_ROBIN, as compared to the other hosts. Null for those who do not manage it.',
  })
  weight!: number | null;

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @Field(() => HostPriority, {
    nullable: true,
    description:
      'Of those who are free only the highest take turns in ROUND_ROBIN. Null for those who do not manage it.',
  })
  priority!: HostPriorityName | null;

  @Field(() => Boolean, {
    description: 'Whether they host every booking of ROUND_ROBIN, besides the one whose turn it is.',
  })
  isFixed!: boolean;
}

@InputType()
export class EventTypeHostInput {
  @Field(() => ID, { description: 'A member of the team; for an event type of a user, the user.' })
  userId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The host's schedule for this event type; left out: the host's default one.",
  })
  scheduleId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '1 to 1000; 100 if left out. For ROUND_ROBIN: the share of turns, as compared to the other hosts.',
  })
  weight?: number | null;

  @Field(() => HostPriority, {
    nullable: true,
    description: 'For ROUND_ROBIN: of those who are free only the highest take turns. MEDIUM if left out.',
  })
  priority?: HostPriorityName | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'For ROUND_ROBIN: hosts every booking, besides the one whose turn it is. At least one host takes turns.',
  })
  isFixed?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'The group that the host is in, one of `hostGroups`; left out: none, the host always comes.',
  })
  groupName?: string | null;
}

@InputType({ description: 'A group of hosts of whom only some have to come.' })
export class HostGroupInput {
  @Field(() => String, { description: '1 to 100 characters; no two groups have the same.' })
  name!: string;

  @Field(() => Int, { description: 'How many of its hosts come, 1 to 200; no more than it has.' })
  required!: number;
}
