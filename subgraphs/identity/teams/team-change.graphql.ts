import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { HandleTaken } from '../users/user.graphql.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';
import { Membership, Team } from './team.graphql.ts';

@InputType({ description: 'What to change; what is left out stays.' })
export class UpdateTeamInput {
  @Field(() => ID)
  teamId!: string;

  @Field(() => Int, { description: 'The `version` that the change is based on.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: '1 to 100 characters.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '2 to 39 lower case letters, digits and single hyphens between them. Old addresses stop working at once.',
  })
  handle?: string | null;
}

@ObjectType()
export class TeamUpdated {
  constructor(team: Team) {
    this.team = team;
  }

  @Field(() => Team)
  team: Team;
}

export const UpdateTeamResult = createUnionType({
  name: 'UpdateTeamResult',
  types: () => [TeamUpdated, HandleTaken, VersionConflict] as const,
});

@InputType()
export class TransferTeamInput {
  @Field(() => ID, { description: '`mbr_…` of who becomes an owner in your place.' })
  membershipId!: string;
}

@ObjectType()
export class TeamTransferred {
  constructor(membership: Membership) {
    this.membership = membership;
  }

  @Field(() => Membership, { description: 'The new owner.' })
  membership: Membership;
}
