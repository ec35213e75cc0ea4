import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { Scope } from '../domain/scope.ts';

/** The key itself is never stored: only its SHA-256, which is enough for 256 random bits. */
export const ApiKeyEntity = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.type(new TypeIdColumn('key')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    name: p.text(),
    hash: p.text(),
    /** `alm_live_` or `alm_test_`. */
    prefix: p.text(),
    last4: p.text(),
    scopes: p.array().$type<Scope[]>(),
    expiresAt: p.datetime().strictNullable(),
    lastUsedAt: p.datetime().strictNullable(),
    revokedAt: p.datetime().strictNullable(),
    /** The key that took its place. */
    replacedById: p.type(new TypeIdColumn('key')).$type<string>().strictNullable(),
    createdAt: p.datetime(),
  },
});

export type ApiKey = InferEntity<typeof ApiKeyEntity>;
