import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { DateTime } from '#platform/scalars.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';
import type { SsoConnection as ConnectionRow, SsoProtocol as SsoProtocolName } from './sso.entity.ts';

const SsoProtocol = registerEnum<SsoProtocolName>('SsoProtocol', 'How an identity provider is spoken to.', {
  OIDC: 'OpenID Connect: authorization code with PKCE.',
  SAML: 'SAML 2.0: a redirect there, a POST with a signed assertion back.',
});

@ObjectType({ description: 'An identity provider that lets people sign in to an organization.' })
export class SsoConnection {
  @Field(() => ID, { description: '`sso_…`: give it to `startFederatedSignIn`.' })
  id!: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => SsoProtocol)
  protocol!: SsoProtocolName;

  @Field(() => String, { description: 'What people see.' })
  name!: string;

  @Field(() => String, {
    description: "OIDC: the issuer's URL. SAML: the entity id of the identity provider.",
  })
  issuer!: string;

  @Field(() => String, { nullable: true, description: 'OIDC: what the issuer calls us.' })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: 'SAML: where browsers are sent.' })
  signInUrl?: string | null;

  @Field(() => [String], { description: 'SAML: what may sign, in PEM; each is taken.' })
  certificates!: string[];

  @Field(() => Int, { description: 'Goes up with every change.' })
  version!: number;

  @Field(() => DateTime)
  createdAt!: Date;
}

@InputType({ description: 'A client of ours at an OpenID issuer.' })
export class OidcConnectionInput {
  @Field(() => String, {
    description:
      'An https address; its discovery document is read at once. It must lie on the public internet.',
  })
  issuer!: string;

  @Field(() => String, { description: '1 to 500 characters.' })
  clientId!: string;

  @Field(() => String, {
    nullable: true,
    description: '1 to 500 characters, kept encrypted. Left out in a change: the same as before.',
  })
  clientSecret?: string | null;
}

@InputType({ description: 'What the metadata of a SAML identity provider says.' })
export class SamlConnectionInput {
  @Field(() => String, { description: 'The `entityID`, 1 to 500 characters.' })
  entityId!: string;

  @Field(() => String, { description: '`SingleSignOnService` with the redirect binding: an https address.' })
  signInUrl!: string;

  @Field(() => [String], {
    description: '1 to 5 X.509 certificates in PEM. Give the next one before the provider changes to it.',
  })
  certificates!: string[];
}

@InputType({ description: '`oidc` or `saml`, one of them.' })
export class CreateSsoConnectionInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, { description: '1 to 100 characters on one line.' })
  name!: string;

  @Field(() => OidcConnectionInput, { nullable: true })
  oidc?: OidcConnectionInput | null;

  @Field(() => SamlConnectionInput, { nullable: true })
  saml?: SamlConnectionInput | null;
}

@InputType({ description: 'What is left out stays; the protocol cannot be changed.' })
export class UpdateSsoConnectionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that the change is meant for.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: '1 to 100 characters on one line.' })
  name?: string | null;

  @Field(() => OidcConnectionInput, { nullable: true })
  oidc?: OidcConnectionInput | null;

  @Field(() => SamlConnectionInput, { nullable: true })
  saml?: SamlConnectionInput | null;
}

@InputType()
export class DeleteSsoConnectionInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class SsoConnectionCreated {
  constructor(connection: ConnectionRow) {
    this.connection = connection;
  }

  @Field(() => SsoConnection)
  connection: SsoConnection;
}

@ObjectType()
export class SsoConnectionUpdated {
  constructor(connection: ConnectionRow) {
    this.connection = connection;
  }

  @Field(() => SsoConnection)
  connection: SsoConnection;
}

@ObjectType()
export class SsoConnectionDeleted {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  id: string;
}

@ObjectType({ implements: Problem })
export class IssuerUnusable extends Problem {
  override code: ProblemCode = 'ISSUER_UNUSABLE';
  override message = 'The issuer did not answer with a discovery document of its own.';
}

export const CreateSsoConnectionResult = createUnionType({
  name: 'CreateSsoConnectionResult',
  types: () => [SsoConnectionCreated, IssuerUnusable] as const,
});

export const UpdateSsoConnectionResult = createUnionType({
  name: 'UpdateSsoConnectionResult',
  types: () => [SsoConnectionUpdated, IssuerUnusable, VersionConflict] as const,
});

export const DeleteSsoConnectionResult = createUnionType({
  name: 'DeleteSsoConnectionResult',
  types: () => [SsoConnectionDeleted] as const,
});
