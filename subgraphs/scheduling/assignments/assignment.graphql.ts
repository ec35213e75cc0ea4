import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import { DateTime } from '#platform/scalars.ts';
import type { HostPriority as HostPriorityName, TurnRule as TurnRuleName } from '../domain/round-robin.ts';
import { HostPriority } from '../event-types/round-robin.graphql.ts';
import { User } from '../owners/owner.graphql.ts';

const TurnRule = registerEnum<TurnRuleName>('TurnRule', 'What settled whose turn a booking was.', {
  ONLY_FREE: 'Nobody else was free.',
  SERIES: 'One of a series, of which nobody else who was free could take as many.',
  PRIORITY: 'Nobody else of the highest priority was free.',
  TURN: 'The share that the weights give: it was their turn.',
  LONGEST_WAITING: 'It was the turn of several, of whom this host waited longest for a booking.',
  LOWEST_ID: 'It was the turn of several who waited as long: the lowest id.',
  PERSON: 'Somebody chose the host, who may have done so themselves.',
});

@ObjectType({ description: 'A host who takes turns, as they stood when a booking was assigned.' })
export class AssignmentCandidate {
  @Field(() => User)
  host!: User;

  @Field(() => Int)
  weight!: number;

  @Field(() => HostPriority)
  priority!: HostPriorityName;

  @Field(() => Int, { description: 'Bookings that counted for them then.' })
  count!: number;

  @Field(() => Float, {
    description:
      'Bookings that they were taken to have had besides, so that who comes later does not have to catch up.',
  })
  calibration!: number;

  @Field(() => Boolean, { description: 'Whether they, or who stands in for them, could have taken it.' })
  isFree!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'Bookings that they lacked of their share among the free hosts of highest priority, this booking included; null for the others.',
  })
  shortfall!: number | null;
}

@ObjectType({ description: 'Why a booking went to whom it went to.' })
export class Assignment {
  @Field(() => Int, { description: 'The version of the booking that this assignment made.' })
  version!: number;

  @Field(() => User, { description: 'Who took it.' })
  host!: User;

  @Field(() => User, { description: 'Whose turn it was: the same, or the host who was stood in for.' })
  turnOf!: User;

  @Field(() => String, {
    nullable: true,
    description: 'The group that it was a turn of, as it was called then; null for ROUND_ROBIN.',
  })
  groupName!: string | null;

  @Field(() => DateTime)
  assignedAt!: Date;

  @Field(() => TurnRule, {
    nullable: true,
    description:
      'Null where only the outcome was kept, as for several members of groups whom a hold had promised.',
  })
  decidedBy!: TurnRuleName | null;

  @Field(() => [AssignmentCandidate], {
    description: 'Everybody who takes turns, of a group all who had no turn of this booking yet, by id.',
  })
  candidates!: AssignmentCandidate[];
}

@ObjectType({ description: 'What one host took of the turns in a period.' })
class HostShare {
  @Field(() => User)
  host!: User;

  @Field(() => Int)
  weight!: number;

  @Field(() => Int, { description: 'Bookings that count: neither cancelled nor, as set, missed.' })
  count!: number;

  @Field(() => Float, { description: 'The share of all of them that the weight gives.' })
  target!: number;

  @Field(() => Float, { description: '`count` less `target`.' })
  deviation!: number;
}

/** What is said of all who take turns, and of the members of one group. */
@ObjectType()
abstract class Evenness {
  @Field(() => Int, {
    description: 'Turns of all of them that count: bookings, or as many for each as a group sends.',
  })
  total!: number;

  @Field(() => [HostShare], { description: 'In the order of the event type.' })
  hosts!: HostShare[];

  @Field(() => Float, {
    description: 'The largest deviation of anybody, whichever way; at most 1 while everybody is always free.',
  })
  maximumDeviation!: number;

  @Field(() => Float, {
    description: 'Bookings, by weight, that whoever has most is ahead of whoever is furthest behind.',
  })
  maximumLead!: number;

  @Field(() => Float, {
    description: "Gini coefficient of bookings by weight: 0 is even, near 1 is one host's alone.",
  })
  gini!: number;
}

@ObjectType({
  description: 'How evenly bookings went to the members of a group that does not send all of them.',
})
export class GroupFairness extends Evenness {
  @Field(() => String)
  name!: string;
}

@Access({ to: 'USER', scope: 'EVENT_TYPE_READ' })
@ObjectType({
  description:
    'How evenly bookings went to those who take turns. By the weights and groups of now: who came within the period, or was away, shows as behind.',
})
export class Fairness extends Evenness {
  @Field(() => [GroupFairness], {
    description:
      'Each group for itself, in the order of the event type; none for ROUND_ROBIN. Where there are groups, shares above are those within the groups, and the figures are those of the least even group.',
  })
  groups!: GroupFairness[];
}
