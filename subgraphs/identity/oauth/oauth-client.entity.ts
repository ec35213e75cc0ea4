import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { Scope } from '../domain/scope.ts';

export const OauthClientEntity = defineEntity({
  name: 'OauthClient',
  tableName: 'oauth_clients',
  properties: {
    id: p.type(new TypeIdColumn('cli')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** Null: it belongs to the organization, and whoever administers that administers it. */
    ownerUserId: p.type(new TypeIdColumn('usr')).$type<string>().strictNullable(),
    name: p.text(),
    redirectUris: p.array().$type<string[]>(),
    scopes: p.array().$type<Scope[]>(),
    /** Whether it can keep a secret: a server, as opposed to an app or a page. */
    isConfidential: p.boolean(),
    /** Whether it may have users of its own. */
    isPlatform: p.boolean(),
    /** SHA-256, which is enough for 256 random bits. */
    secretHash: p.text().strictNullable(),
    /** The secret before the last rotation, while it is still taken. */
    previousSecretHash: p.text().strictNullable(),
    previousSecretUntil: p.datetime().strictNullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type OauthClient = InferEntity<typeof OauthClientEntity>;
