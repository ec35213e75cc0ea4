import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { EmailAddress } from '#platform/scalars.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { LinkInvalid } from '../sign-in/sign-in.graphql.ts';
import { User } from '../users/user.graphql.ts';

@InputType()
export class RequestEmailChangeInput {
  @Field(() => EmailAddress, { description: 'The new address.' })
  email!: string;
}

@InputType()
export class ConfirmEmailChangeInput {
  @Field(() => String, { description: 'What follows `#token=` in the link of the mail.' })
  token!: string;
}

@ObjectType()
export class EmailChanged {
  constructor(user: User) {
    this.user = user;
  }

  @Field(() => User)
  user: User;
}

@ObjectType({ implements: Problem })
export class EmailTaken extends Problem {
  override code: ProblemCode = 'EMAIL_TAKEN';
  override message = 'Another account has got the address meanwhile.';
}

export const ConfirmEmailChangeResult = createUnionType({
  name: 'ConfirmEmailChangeResult',
  types: () => [EmailChanged, LinkInvalid, EmailTaken] as const,
});
