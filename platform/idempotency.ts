import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Encryption } from './encryption.ts';
import { AppError, badInput } from './errors.ts';
import { statements } from './orm.ts';
import { sqlState } from './postgres-errors.ts';

/** What inputs say of their `idempotencyKey`. */
export const idempotencyKeyDescription =
  'Up to 255 characters, new for every request and the same when it is repeated within 24 hours. Or the `Idempotency-Key` header.';

/** The table behind this file, for a subgraph's first migration. */
export const idempotencyTable = [
  `create table idempotency_keys (
    scope text not null,
    key_hash text not null,
    request_hash text not null,
    response text,
    subjects text[] not null default '{}',
    created_at timestamptz not null,
    primary key (scope, key_hash)
  )`,
  'create index idempotency_keys_age on idempotency_keys (created_at)',
];

const LIFETIME_MS = 24 * 3_600_000;
const LOCK_NOT_AVAILABLE = '55P03';

/** One request that must not take effect twice. */
export interface IdempotentRequest {
  /** Tenant, operation and caller: equal keys of others are other keys. */
  readonly scope: string;
  readonly keyHash: string;
  readonly requestHash: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The request behind a key; `input` is compared as JSON, without the key itself. */
export function idempotentRequest(
  keys: { input: string | null | undefined; header: string | null },
  scope: readonly string[],
  input: object,
): IdempotentRequest {
  const key = keys.input ?? keys.header;
  if (!key) {
    throw new AppError(
      'IDEMPOTENCY_KEY_REQUIRED',
      'Give `idempotencyKey` in the input or the `Idempotency-Key` header.',
    );
  }
  if (key.length > 255) throw badInput('idempotencyKey', 'An idempotency key has up to 255 characters.');
  const { idempotencyKey: _, ...request } = input as { idempotencyKey?: unknown };
  return { scope: scope.join('/'), keyHash: sha256(key), requestHash: sha256(JSON.stringify(request)) };
}

/**
 * The first statement of the transaction that does the work. Whoever comes second with the same key waits
 * here until the first has committed, and then gets its stored answer. Returns that answer, or `null` for the
 * first. Keys are forgotten after 24 hours.
 */
export async function claimKey(
  em: EntityManager,
  request: IdempotentRequest,
  now: number,
  encryption: Encryption,
): Promise<string | null> {
  const { scope, keyHash, requestHash } = request;
  const claimed = await sql`
    insert into idempotency_keys (scope, key_hash, request_hash, created_at)
    values (${scope}, ${keyHash}, ${requestHash}, ${new Date(now)})
    on conflict (scope, key_hash) do update
      set request_hash = excluded.request_hash, created_at = excluded.created_at, response = null
      where idempotency_keys.created_at < ${new Date(now - LIFETIME_MS)}
    returning 1`
    .execute(statements(em))
    .catch(error => {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
      throw new AppError('IDEMPOTENCY_IN_PROGRESS', 'The first request with this key is still running.', {
        cause: error,
      });
    });
  if (claimed.rows.length === 1) return null;
  const { rows } = await sql<{ request_hash: string; response: string | null }>`
    select request_hash, response from idempotency_keys
    where scope = ${scope} and key_hash = ${keyHash}`.execute(statements(em));
  const [known] = rows;
  if (known?.request_hash !== requestHash) {
    throw new AppError('IDEMPOTENCY_MISMATCH', 'The idempotency key was used before with another payload.');
  }
  if (known.response === null) {
    throw new AppError('IDEMPOTENCY_IN_PROGRESS', 'The first request with this key is still running.');
  }
  return encryption.decrypt(known.response, placeOf(request));
}

const placeOf = ({ scope, keyHash }: IdempotentRequest) => ({
  tenant: scope,
  table: 'idempotency_keys',
  row: keyHash,
  column: 'response',
});

/** Keeps the answer for whoever repeats the request; it may hold secrets, so it is encrypted. */
export function storeResponse(
  request: IdempotentRequest,
  response: string,
  encryption: Encryption,
  /** Ids of what the answer is about, so that it can be forgotten with them. */
  subjects: readonly string[],
) {
  const sealed = encryption.encrypt(response, placeOf(request));
  return sql`update idempotency_keys set response = ${sealed}, subjects = ${subjects as string[]}::text[]
    where scope = ${request.scope} and key_hash = ${request.keyHash}`;
}

/** Forgets the answers about something. Who repeats such a request is told that its key was used. */
export function forgetResponses(subject: string) {
  return sql`update idempotency_keys set response = null, request_hash = 'forgotten'
    where subjects @> array[${subject}] and response is not null`;
}
