import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { connectionType } from '#platform/pagination.ts';
import { DateTime } from '#platform/scalars.ts';
import type { SignInMethod as SignInMethodName } from '../domain/sign-in-method.ts';

const SignInMethod = registerEnum<SignInMethodName>(
  'SignInMethod',
  'How somebody proved who they are when a session began.',
  {
    MAGIC_LINK: 'By a link in a mail to their address.',
    SSO: 'By the identity provider of their organization.',
  },
);

@ObjectType({ description: 'A browser or program in which a user is signed in.' })
export class Session {
  @Field(() => ID, { description: '`ses_…`' })
  id!: string;

  @Field(() => SignInMethod)
  method!: SignInMethodName;

  @Field(() => String, {
    nullable: true,
    description: 'What the browser said of itself at the sign-in: the first 300 characters of `User-Agent`.',
  })
  userAgent?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the sign-in came from: an IPv4 address or an IPv6 network.',
  })
  address?: string | null;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime, { description: 'Exact to the minute.' })
  lastUsedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Set once it was revoked or signed out.' })
  revokedAt?: Date | null;
}

export const SessionConnection = connectionType('Session', () => Session);

@InputType()
export class RevokeSessionInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class RevokeSessionPayload {
  constructor(session: Session) {
    this.session = session;
  }

  @Field(() => Session)
  session: Session;
}

@ObjectType()
export class RevokeOtherSessionsPayload {
  constructor(revokedCount: number) {
    this.revokedCount = revokedCount;
  }

  @Field(() => Int, { description: 'How many sessions this ended.' })
  revokedCount: number;
}

@ObjectType()
export class SignOutPayload {
  constructor(signedOut: boolean) {
    this.signedOut = signedOut;
  }

  @Field(() => Boolean, { description: 'False for an API key, which has no session: revoke it instead.' })
  signedOut: boolean;
}
