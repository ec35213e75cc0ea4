import { createUnionType, Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Locale, TimeZone } from '#platform/scalars.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';

@Access({ to: 'PUBLIC' })
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Somebody who can be booked, or who manages those who can.' })
export class User {
  @Field(() => ID, { description: '`usr_…`' })
  id!: string;

  @Field(() => String, {
    description: "First part of the address of the user's public pages. Unique among users and teams.",
  })
  handle!: string;

  @Field(() => String, { description: 'The name that guests see.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Address of a square picture, https only.' })
  avatarUrl?: string | null;

  @Field(() => TimeZone, { description: "The user's own zone: the default of new schedules." })
  timeZone!: string;
}

@InputType({ description: 'What to change; what is left out stays.' })
export class UpdateProfileInput {
  @Field(() => String, {
    nullable: true,
    description:
      '2 to 39 lower case letters, digits and single hyphens between them. Old addresses stop working at once.',
  })
  handle?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 100 characters.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An https address; an empty text removes the picture.',
  })
  avatarUrl?: string | null;

  @Field(() => TimeZone, { nullable: true })
  timeZone?: string | null;

  @Field(() => Locale, { nullable: true })
  locale?: string | null;
}

@ObjectType()
export class ProfileUpdated {
  constructor(user: User) {
    this.user = user;
  }

  @Field(() => User)
  user: User;
}

@ObjectType({ implements: Problem })
export class HandleTaken extends Problem {
  override code: ProblemCode = 'HANDLE_TAKEN';

  constructor(handle: string) {
    super();
    this.message = `The handle \`${handle}\` is taken.`;
  }
}

export const UpdateProfileResult = createUnionType({
  name: 'UpdateProfileResult',
  types: () => [ProfileUpdated, HandleTaken] as const,
});
