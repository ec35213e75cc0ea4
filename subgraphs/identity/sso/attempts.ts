import { sql } from 'kysely';
import { rows, statements } from '#platform/orm.ts';
import { hashSecret, mintSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import { nameFrom, type ProvenSubject } from './proven-subject.ts';
import type { FederatedSignIn } from './sso.entity.ts';

const attemptPlace = (id: string) => ({
  tenant: 'attempts',
  table: 'federated_sign_ins',
  row: id,
  column: 'secrets',
});

/** An attempt that nobody has begun yet. */
export function findNewAttempt(ctx: IdentityContext, token: string): Promise<FederatedSignIn | undefined> {
  return rows<Tables>(ctx.em)
    .selectFrom('FederatedSignIn')
    .selectAll()
    .where('startHash', '=', hashSecret(token))
    .where('startedAt', 'is', null)
    .where('expiresAt', '>', new Date(ctx.clock.now()))
    .executeTakeFirst();
}

interface Beginning {
  /** What the source has to repeat. */
  state: string;
  /** What only this browser has. */
  browser: string;
  secrets: unknown;
}

/** Gives an attempt to one browser: of two that open its address, to the first. */
export async function beginAttempt(ctx: IdentityContext, id: string, given: Beginning): Promise<boolean> {
  const { numUpdatedRows } = await rows<Tables>(ctx.em)
    .updateTable('FederatedSignIn')
    .set({
      startedAt: new Date(ctx.clock.now()),
      browserHash: hashSecret(given.browser),
      stateHash: hashSecret(given.state),
      secrets: ctx.encryption.encrypt(JSON.stringify(given.secrets), attemptPlace(id)),
    })
    .where('id', '=', id)
    .where('startedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export interface Answer {
  source: string;
  state: string;
}

/**
 * Takes the one answer of an attempt, from the source that was asked and nobody else. `browser` is left out where
 * the answer comes by a foreign page's form, to which browsers attach no cookie: it is asked for at the next step.
 */
export async function takeAnswer(
  ctx: IdentityContext,
  { source, state }: Answer,
  browser: string | null,
): Promise<{ attempt: FederatedSignIn; secrets: unknown } | null> {
  const now = new Date(ctx.clock.now());
  const { rows: taken } = await sql<{ start_hash: string }>`
    update federated_sign_ins set answered_at = ${now}
    where state_hash = ${hashSecret(state)} and source = ${source} and answered_at is null and expires_at > ${now}
      and (${browser === null} or browser_hash = ${hashSecret(browser ?? '')})
    returning start_hash`.execute(statements(ctx.em));
  if (!taken[0]) return null;
  const attempt = await rows<Tables>(ctx.em)
    .selectFrom('FederatedSignIn')
    .selectAll()
    .where('startHash', '=', taken[0].start_hash)
    .executeTakeFirstOrThrow();
  const sealed = ctx.encryption.decrypt(attempt.secrets ?? '', attemptPlace(attempt.id));
  return { attempt, secrets: JSON.parse(sealed) };
}

/** An attempt whose source has answered, in the browser that began it. */
export function findAnswered(
  ctx: IdentityContext,
  token: string,
  browser: string,
): Promise<FederatedSignIn | undefined> {
  return rows<Tables>(ctx.em)
    .selectFrom('FederatedSignIn')
    .selectAll()
    .where('stateHash', '=', hashSecret(token))
    .where('browserHash', '=', hashSecret(browser))
    .where('answeredAt', 'is not', null)
    .where('subject', 'is not', null)
    .where('linkedAt', 'is', null)
    .where('expiresAt', '>', new Date(ctx.clock.now()))
    .executeTakeFirst();
}

/** Remembers what was proved, for the browser that began and that has the token which this returns. */
export async function keepProof(
  { em }: Pick<IdentityContext, 'em'>,
  { id }: FederatedSignIn,
  { issuer, subject, email, isEmailProven, name }: ProvenSubject,
): Promise<string> {
  const token = mintSecret();
  const proof = { issuer, subject, email, isEmailProven, name: nameFrom(name), secrets: null };
  await rows<Tables>(em)
    .updateTable('FederatedSignIn')
    .set({ ...proof, stateHash: hashSecret(token) })
    .where('id', '=', id)
    .execute();
  return token;
}

/** Takes what was remembered, once. */
export async function claimProof(
  ctx: IdentityContext,
  token: string,
  browser: string,
): Promise<FederatedSignIn | null> {
  const found = await findAnswered(ctx, token, browser);
  if (!found) return null;
  const { numUpdatedRows } = await rows<Tables>(ctx.em)
    .updateTable('FederatedSignIn')
    .set({ stateHash: null })
    .where('id', '=', found.id)
    .where('stateHash', '=', hashSecret(token))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? found : null;
}
