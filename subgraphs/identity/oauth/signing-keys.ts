import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { sql } from 'kysely';
import { rows, statements } from '#platform/orm.ts';
import { keyRingAt } from '../domain/signing-key.ts';
import type { Tables } from '../tables.ts';
import { forkOf, type OauthParts } from './oauth-parts.ts';

/** Edwards curve 25519, RFC 8037: small, fast, and nothing about it can be chosen wrongly. */
export const SIGNING_ALGORITHM = 'EdDSA';

type KeyParts = Pick<OauthParts, 'orm' | 'encryption' | 'now'>;

export interface SigningKeys {
  /** Private keys, that which signs first: for the provider. */
  readonly privateKeys: readonly JWK[];
  /** By `kid`: for whoever verifies. */
  readonly publicKeys: ReadonlyMap<string, CryptoKey>;
  /** Changes when any of the above does. */
  readonly version: string;
}

const placeOf = (id: string) => ({
  tenant: 'identity',
  table: 'signing_keys',
  row: id,
  column: 'private_key',
});

/** A published key as it verifies. */
export async function importPublicKey(key: JWK): Promise<CryptoKey> {
  return (await importJWK(key, SIGNING_ALGORITHM)) as CryptoKey;
}

/** The keys as they stand now; a process that finds none, or only an old one, makes the next one. */
export async function loadSigningKeys(parts: KeyParts): Promise<SigningKeys> {
  const stored = await rows<Tables>(forkOf(parts)).selectFrom('SigningKey').selectAll().execute();
  const ring = keyRingAt(
    stored.map(key => ({ ...key, createdAt: key.createdAt.getTime() })),
    parts.now(),
  );
  if (ring.signing === null) {
    await rotateSigningKeys(parts);
    return loadSigningKeys(parts);
  }
  const publicKeys = new Map<string, CryptoKey>();
  for (const { id, publicKey } of ring.published) {
    publicKeys.set(id, await importPublicKey(publicKey as JWK));
  }
  const privateKeys = ring.published.map(
    ({ id, privateKey }) => JSON.parse(parts.encryption.decrypt(privateKey, placeOf(id))) as JWK,
  );
  return { privateKeys, publicKeys, version: ring.published.map(({ id }) => id).join() };
}

/** Makes the next key when it is due, and deletes those that nothing valid is signed with. */
export async function rotateSigningKeys(parts: KeyParts): Promise<void> {
  const pair = await generateKeyPair(SIGNING_ALGORITHM, { crv: 'Ed25519', extractable: true });
  const id = crypto.randomUUID();
  const shared = { kid: id, alg: SIGNING_ALGORITHM, use: 'sig' };
  const publicKey = { ...(await exportJWK(pair.publicKey)), ...shared };
  const privateKey = { ...(await exportJWK(pair.privateKey)), ...shared };
  await forkOf(parts).transactional(async em => {
    // Two processes that start at once must not make two keys.
    await sql`lock table signing_keys in exclusive mode`.execute(statements(em as never));
    const keys = rows<Tables>(em as never);
    const stored = await keys.selectFrom('SigningKey').select(['id', 'createdAt']).execute();
    const ring = keyRingAt(
      stored.map(key => ({ id: key.id, createdAt: key.createdAt.getTime() })),
      parts.now(),
    );
    if (ring.expired.length > 0) {
      const ids = ring.expired.map(key => key.id);
      await keys.deleteFrom('SigningKey').where('id', 'in', ids).execute();
    }
    if (!ring.isRotationDue) return;
    await keys
      .insertInto('SigningKey')
      .values({
        id,
        publicKey,
        privateKey: parts.encryption.encrypt(JSON.stringify(privateKey), placeOf(id)),
        createdAt: new Date(parts.now()),
      })
      .execute();
  });
}

const FRESH_MS = 60_000;
/** A token that names an unknown key makes us look again, but not more often than this. */
const IMPATIENT_MS = 1_000;

export interface KeyCache {
  current(): Promise<SigningKeys>;
  /** The key of that name, looked for once more where it is not known: another process may have made it. */
  find(kid: string): Promise<CryptoKey | undefined>;
}

/** The keys of this process, read again once a minute. */
export function createKeyCache(parts: KeyParts): KeyCache {
  let loaded: { keys: Promise<SigningKeys>; at: number } | undefined;

  function read(maxAge: number): Promise<SigningKeys> {
    if (loaded && parts.now() - loaded.at < maxAge) return loaded.keys;
    const fresh = { keys: loadSigningKeys(parts), at: parts.now() };
    loaded = fresh;
    // A database that was away for a moment must not be remembered.
    fresh.keys.catch(() => {
      if (loaded === fresh) loaded = undefined;
    });
    return fresh.keys;
  }

  return {
    current: () => read(FRESH_MS),
    async find(kid) {
      const known = (await read(FRESH_MS)).publicKeys.get(kid);
      return known ?? (await read(IMPATIENT_MS)).publicKeys.get(kid);
    },
  };
}
