import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { DateTime } from '#platform/scalars.ts';
import type { SignInProvider as SignInProviderName } from '../domain/sign-in-source.ts';

export const SignInProvider = registerEnum<SignInProviderName>(
  'SignInProvider',
  'Who lets people sign in to every organization, where this deployment is a client of theirs.',
  { GOOGLE: 'Google.', MICROSOFT: 'Microsoft: work, school and personal accounts.', APPLE: 'Apple.' },
);

@ObjectType({ description: 'A way in to an account: what an identity provider calls its user.' })
export class FederatedIdentity {
  @Field(() => ID, { description: '`fid_…`' })
  id!: string;

  @Field(() => SignInProvider, { nullable: true, description: 'Null: an organization has set it up.' })
  provider?: SignInProviderName | null;

  @Field(() => ID, {
    nullable: true,
    description: '`sso_…`: the connection of the organization that set it up.',
  })
  connectionId?: string | null;

  @Field(() => String, {
    description: "OIDC: the issuer's URL. SAML: the entity id of the identity provider.",
  })
  issuer!: string;

  @Field(() => String, { nullable: true, description: 'The address that the provider named last.' })
  email?: string | null;

  @Field(() => DateTime, { description: 'When it was linked.' })
  createdAt!: Date;

  @Field(() => DateTime)
  lastUsedAt!: Date;
}

@InputType({ description: 'Whom to ask: `provider` or `connectionId`, one of them.' })
export class StartFederatedSignInInput {
  @Field(() => SignInProvider, { nullable: true })
  provider?: SignInProviderName | null;

  @Field(() => ID, { nullable: true, description: '`sso_…`: of an organization.' })
  connectionId?: string | null;
}

@ObjectType()
export class FederatedSignInStarted {
  constructor(url: string, expiresAt: Date) {
    this.url = url;
    this.expiresAt = expiresAt;
  }

  @Field(() => String, {
    description:
      'Open it in the browser that shall be signed in, once. It leads to the provider and back, and puts the session into a cookie.',
  })
  url: string;

  @Field(() => DateTime, { description: 'From this instant on the attempt is over: after 30 minutes.' })
  expiresAt: Date;
}

@InputType()
export class UnlinkFederatedIdentityInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class FederatedIdentityUnlinked {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  id: string;
}

export const StartFederatedSignInResult = createUnionType({
  name: 'StartFederatedSignInResult',
  types: () => [FederatedSignInStarted] as const,
});

export const UnlinkFederatedIdentityResult = createUnionType({
  name: 'UnlinkFederatedIdentityResult',
  types: () => [FederatedIdentityUnlinked] as const,
});
