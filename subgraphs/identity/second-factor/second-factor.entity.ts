import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** One authenticator a user. It counts from the moment that a code of it was confirmed. */
export const SecondFactorEntity = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factors',
  properties: {
    userId: p.type(new TypeIdColumn('usr')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** Encrypted: it has to be read back. */
    secret: p.text(),
    /** The step of the last code that was used: it and those before are refused. */
    lastStep: p.integer().strictNullable(),
    createdAt: p.datetime(),
    confirmedAt: p.datetime().strictNullable(),
  },
});

export type SecondFactor = InferEntity<typeof SecondFactorEntity>;

export const RecoveryCodeEntity = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_codes',
  properties: {
    id: p.type(new TypeIdColumn('rec')).$type<string>().primary(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    hash: p.text(),
    usedAt: p.datetime().strictNullable(),
  },
});

/** Somebody who has given the first proof and owes the second one. */
export const PendingSignInEntity = defineEntity({
  name: 'PendingSignIn',
  tableName: 'pending_sign_ins',
  properties: {
    id: p.type(new TypeIdColumn('psi')).$type<string>().primary(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    hash: p.text(),
    method: p.text(),
    connectionId: p.type(new TypeIdColumn('sso')).$type<string>().strictNullable(),
    attempts: p.integer(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().strictNullable(),
  },
});
