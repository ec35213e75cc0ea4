import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

export type SsoProtocol = 'OIDC' | 'SAML';

/** An identity provider of an organization, as its admins have set it up. */
export const SsoConnectionEntity = defineEntity({
  name: 'SsoConnection',
  tableName: 'sso_connections',
  properties: {
    id: p.type(new TypeIdColumn('sso')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    protocol: p.text().$type<SsoProtocol>(),
    name: p.text(),
    /** OIDC: the issuer's URL. SAML: the entity id of the identity provider. */
    issuer: p.text(),
    clientId: p.text().strictNullable(),
    /** Encrypted: it has to be read back. */
    clientSecret: p.text().strictNullable(),
    /** SAML: where browsers are sent. */
    signInUrl: p.text().strictNullable(),
    /** SAML: PEM. Several at a time, so that a new one can be taken before the old one goes. */
    certificates: p.array().$type<string[]>(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type SsoConnection = InferEntity<typeof SsoConnectionEntity>;

/** Who an issuer's subject is here. */
export const FederatedIdentityEntity = defineEntity({
  name: 'FederatedIdentity',
  tableName: 'federated_identities',
  properties: {
    id: p.type(new TypeIdColumn('fid')).$type<string>().primary(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    connectionId: p.type(new TypeIdColumn('sso')).$type<string>().strictNullable(),
    source: p.text(),
    issuer: p.text(),
    subject: p.text(),
    email: p.text().strictNullable(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime(),
  },
});

export type FederatedIdentity = InferEntity<typeof FederatedIdentityEntity>;

/** One attempt to sign in, or to link an account. Tokens are kept as hashes, what has to be read back encrypted. */
export const FederatedSignInEntity = defineEntity({
  name: 'FederatedSignIn',
  tableName: 'federated_sign_ins',
  properties: {
    id: p.type(new TypeIdColumn('fsi')).$type<string>().primary(),
    source: p.text(),
    connectionId: p.type(new TypeIdColumn('sso')).$type<string>().strictNullable(),
    /** Who wants to link another way in; null: somebody wants to sign in. */
    userId: p.type(new TypeIdColumn('usr')).$type<string>().strictNullable(),
    startHash: p.text(),
    browserHash: p.text().strictNullable(),
    stateHash: p.text().strictNullable(),
    /** Nonce and PKCE verifier, or the id of the SAML request. */
    secrets: p.text().strictNullable(),
    issuer: p.text().strictNullable(),
    subject: p.text().strictNullable(),
    email: p.text().strictNullable(),
    isEmailProven: p.boolean().strictNullable(),
    name: p.text().strictNullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    startedAt: p.datetime().strictNullable(),
    answeredAt: p.datetime().strictNullable(),
    linkedAt: p.datetime().strictNullable(),
  },
});

export type FederatedSignIn = InferEntity<typeof FederatedSignInEntity>;

/** Assertions that were taken, until they are too old to be taken again. */
export const SamlAssertionEntity = defineEntity({
  name: 'SamlAssertion',
  tableName: 'saml_assertions',
  properties: {
    connectionId: p.type(new TypeIdColumn('sso')).$type<string>().primary(),
    assertionHash: p.text().primary(),
    expiresAt: p.datetime(),
  },
});
