import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { DateTime, EmailAddress, Locale, TimeZone } from '#platform/scalars.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { HandleTaken, User } from '../users/user.graphql.ts';

@InputType()
export class RequestMagicLinkInput {
  @Field(() => EmailAddress)
  email!: string;
}

@ObjectType({ description: 'The same for every address, whether or not it has an account.' })
export class MagicLinkPayload {
  constructor(expiresAt: Date) {
    this.expiresAt = expiresAt;
  }

  @Field(() => Boolean, {
    description:
      'Always true: a mail is on its way, unless five links to the address are open already, which still work.',
  })
  readonly sent: boolean = true;

  @Field(() => DateTime, {
    description: 'From this instant on the link is refused: 15 minutes after the request.',
  })
  expiresAt: Date;
}

@InputType({
  description: 'What follows `token` is for an address that has no account yet, and ignored otherwise.',
})
export class SignInInput {
  @Field(() => String, { description: 'What follows `#token=` in the link of the mail.' })
  token!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The handle of a new account; left out: one like the address.',
  })
  handle?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of a new user, 1 to 100 characters; left out: the first part of the address.',
  })
  name?: string | null;

  @Field(() => TimeZone, { nullable: true, description: 'The zone of a new user; UTC unless given.' })
  timeZone?: string | null;

  @Field(() => Locale, { nullable: true, description: 'The language of a new user; `en` unless given.' })
  locale?: string | null;
}

@ObjectType()
export class SignedIn {
  constructor(sessionToken: string, expiresAt: Date, user: User) {
    this.sessionToken = sessionToken;
    this.expiresAt = expiresAt;
    this.user = user;
  }

  @Field(() => String, { description: 'To be sent as `Authorization: Bearer`. It cannot be shown again.' })
  sessionToken: string;

  @Field(() => DateTime, { description: 'When the session ends unless it is used.' })
  expiresAt: Date;

  @Field(() => User)
  user: User;
}

@ObjectType({ description: 'The link was right; `completeSignIn` asks for a code of the authenticator.' })
export class SecondFactorRequired {
  constructor(pendingToken: string, expiresAt: Date) {
    this.pendingToken = pendingToken;
    this.expiresAt = expiresAt;
  }

  @Field(() => String, { description: 'For `completeSignIn`, and good for nothing else.' })
  pendingToken: string;

  @Field(() => DateTime, { description: 'From this instant on it is refused: after 5 minutes.' })
  expiresAt: Date;
}

@ObjectType({
  description:
    "The link was right; the user's organization lets its members in by its identity provider only.",
})
export class SsoRequired {
  constructor(url: string, expiresAt: Date, connectionName: string) {
    this.url = url;
    this.expiresAt = expiresAt;
    this.connectionName = connectionName;
  }

  @Field(() => String, {
    description:
      'Open it in the browser that shall be signed in, once. Where the provider names the same address, it is linked with the account by that.',
  })
  url: string;

  @Field(() => DateTime, { description: 'From this instant on it is refused: after 30 minutes.' })
  expiresAt: Date;

  @Field(() => String, { description: 'What people call the identity provider.' })
  connectionName: string;
}

@ObjectType({ implements: Problem })
export class LinkInvalid extends Problem {
  override code: ProblemCode = 'LINK_INVALID';
  override message = 'The link has expired, was used, or was never sent. Ask for another one.';
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SignedIn, SecondFactorRequired, SsoRequired, LinkInvalid, HandleTaken] as const,
});
