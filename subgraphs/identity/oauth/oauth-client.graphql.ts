import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#platform/pagination.ts';
import { DateTime } from '#platform/scalars.ts';
import { Scope } from '../api-keys/api-key.graphql.ts';
import type { Scope as ScopeName } from '../domain/scope.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';

@ObjectType({ description: 'An application that asks users for access by OAuth 2.0.' })
export class OAuthClient {
  @Field(() => ID, { description: '`cli_…`: the `client_id`.' })
  id!: string;

  @Field(() => String, { description: 'What users see when they are asked.' })
  name!: string;

  @Field(() => [String], {
    description: 'Where browsers are sent back to: compared letter by letter, port and query included.',
  })
  redirectUris!: string[];

  @Field(() => [Scope], {
    description: 'The most it may ask for. `openid`, `profile` and `email` may always be asked for.',
  })
  scopes!: ScopeName[];

  @Field(() => Boolean, {
    description: 'Whether it keeps a secret: a server does, an app or a page cannot. All use PKCE.',
  })
  isConfidential!: boolean;

  @Field(() => Boolean, { description: 'Whether it may create users of its own.' })
  isPlatform!: boolean;

  @Field(() => ID, { nullable: true, description: 'Null: it belongs to the organization.' })
  ownerUserId?: string | null;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until then the secret before the last rotation is taken too.',
  })
  previousSecretUntil?: Date | null;

  @Field(() => Int, { description: 'Goes up with every change.' })
  version!: number;

  @Field(() => DateTime)
  createdAt!: Date;
}

export const OAuthClientConnection = connectionType('OAuthClient', () => OAuthClient);

@InputType()
export class CreateOAuthClientInput {
  @Field(() => String, { description: '1 to 100 characters on one line.' })
  name!: string;

  @Field(() => [String], {
    description:
      'Up to 20 https addresses, or http ones on the own machine (`http://127.0.0.1:…`), without a fragment. None: the client only acts for itself and for its managed users.',
  })
  redirectUris!: string[];

  @Field(() => [Scope], { description: 'The most it may ever ask for.' })
  scopes!: ScopeName[];

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'False for apps and pages, which cannot keep a secret.',
  })
  isConfidential!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it may create users of its own; for confidential clients only.',
  })
  isPlatform!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'The organization that owns it, administered by the signed-in user. Left out: the user owns it.',
  })
  organizationId?: string | null;
}

@ObjectType()
export class OAuthClientCreated {
  constructor(client: OAuthClient, secret: string | null) {
    this.client = client;
    this.secret = secret;
  }

  @Field(() => OAuthClient)
  client: OAuthClient;

  @Field(() => String, {
    nullable: true,
    description: 'The `client_secret`. It cannot be shown again. Null for public clients.',
  })
  secret: string | null;
}

export const CreateOAuthClientResult = createUnionType({
  name: 'CreateOAuthClientResult',
  types: () => [OAuthClientCreated] as const,
});

@InputType({ description: 'What to change; what is left out stays.' })
export class UpdateOAuthClientInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: '1 to 100 characters on one line.' })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: 'Replaces all of them; as in `createOAuthClient`.' })
  redirectUris?: string[] | null;

  @Field(() => [Scope], {
    nullable: true,
    description: 'Replaces all of them. Tokens that were issued already lose at once what is taken away.',
  })
  scopes?: ScopeName[] | null;
}

@ObjectType()
export class OAuthClientUpdated {
  constructor(client: OAuthClient) {
    this.client = client;
  }

  @Field(() => OAuthClient)
  client: OAuthClient;
}

export const UpdateOAuthClientResult = createUnionType({
  name: 'UpdateOAuthClientResult',
  types: () => [OAuthClientUpdated, VersionConflict] as const,
});

@InputType()
export class RotateOAuthClientSecretInput {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the old secret is taken next to the new one: at most 7 days ahead, 24 hours unless given.',
  })
  overlapUntil?: Date | null;
}

@ObjectType()
export class OAuthClientSecretRotated {
  constructor(client: OAuthClient, secret: string) {
    this.client = client;
    this.secret = secret;
  }

  @Field(() => OAuthClient)
  client: OAuthClient;

  @Field(() => String, { description: 'The new `client_secret`. It cannot be shown again.' })
  secret: string;
}

@ObjectType({ implements: Problem })
export class OAuthClientPublic extends Problem {
  override code: ProblemCode = 'OAUTH_CLIENT_PUBLIC';
  override message = 'A public client has no secret.';
}

export const RotateOAuthClientSecretResult = createUnionType({
  name: 'RotateOAuthClientSecretResult',
  types: () => [OAuthClientSecretRotated, OAuthClientPublic] as const,
});

@InputType()
export class DeleteOAuthClientInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class OAuthClientDeleted {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  id: string;
}

@ObjectType({ implements: Problem })
export class OAuthClientHasUsers extends Problem {
  override code: ProblemCode = 'OAUTH_CLIENT_HAS_USERS';
  override message = 'The platform has users. Delete them first.';
}

export const DeleteOAuthClientResult = createUnionType({
  name: 'DeleteOAuthClientResult',
  types: () => [OAuthClientDeleted, OAuthClientHasUsers] as const,
});

@ObjectType({ description: 'An application that the user allowed something.' })
export class ConnectedApplication {
  @Field(() => ID, { description: 'The `client_id`.' })
  clientId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [String], { description: 'What it was allowed, `openid` and the like included.' })
  scopes!: string[];

  @Field(() => DateTime, { description: 'When it was allowed something first.' })
  connectedAt!: Date;
}

@InputType()
export class DisconnectApplicationInput {
  @Field(() => ID, { description: 'The `client_id`.' })
  clientId!: string;
}

@ObjectType()
export class ApplicationDisconnected {
  constructor(clientId: string) {
    this.clientId = clientId;
  }

  @Field(() => ID)
  clientId: string;
}

export const DisconnectApplicationResult = createUnionType({
  name: 'DisconnectApplicationResult',
  types: () => [ApplicationDisconnected] as const,
});
