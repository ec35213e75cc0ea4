import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { SignInMethod } from '../domain/sign-in-method.ts';

/** The token itself is never stored: only its SHA-256, which is enough for 256 random bits. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.type(new TypeIdColumn('ses')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    hash: p.text(),
    method: p.text().$type<SignInMethod>(),
    /** Of the organization that vouched; there may be no such connection any more. */
    connectionId: p.type(new TypeIdColumn('sso')).$type<string>().strictNullable(),
    userAgent: p.text().strictNullable(),
    /** An IPv4 address, or an IPv6 network. */
    address: p.text().strictNullable(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().strictNullable(),
  },
});

export type Session = InferEntity<typeof SessionEntity>;
