import { createHash, createHmac, randomBytes } from 'node:crypto';
import { NONCE_BYTES, open, seal } from './aes-gcm.ts';

/**
 * Where a ciphertext belongs: tenant, table, row and column. It is authenticated together with the text, so
 * that a value copied into another row does not decrypt there.
 */
export interface CipherPlace {
  tenant: string;
  table: string;
  row: string;
  column: string;
}

export interface Encryption {
  encrypt(plain: string, place: CipherPlace): string;
  decrypt(sealed: string, place: CipherPlace): string;
  /**
   * Keyed hashes that find a text without telling it, by every secret, that of new ones first. Equal texts have
   * equal ones within a scope only.
   */
  fingerprints(plain: string, scope: string): string[];
}

const keyOf = (secret: string) => createHash('sha256').update(`almanac encryption ${secret}`).digest();
const printKeyOf = (secret: string) => createHash('sha256').update(`almanac fingerprint ${secret}`).digest();
const keyIdOf = (key: Buffer) => createHash('sha256').update(key).digest('hex').slice(0, 8);
const associated = (place: CipherPlace) =>
  Buffer.from(JSON.stringify([place.tenant, place.table, place.row, place.column]));

/**
 * AES-256-GCM with a random 96-bit nonce. The first secret encrypts, all decrypt; the stored
 * text names its key: `<key id>.<nonce, tag and ciphertext in base64url>`.
 */
export function createEncryption(secrets: readonly string[]): Encryption {
  const keys = secrets.map(keyOf);
  const [current] = keys;
  if (!current) throw new Error('Encryption needs at least one secret.');
  const byId = new Map(keys.map(key => [keyIdOf(key), key]));
  return {
    encrypt(plain, place) {
      const sealed = seal(current, randomBytes(NONCE_BYTES), Buffer.from(plain), associated(place));
      return `${keyIdOf(current)}.${sealed.toString('base64url')}`;
    },
    decrypt(sealed, place) {
      const [keyId = '', body = '', ...more] = sealed.split('.');
      const key = byId.get(keyId);
      if (!key) throw new Error(`The key ${keyId} that this was encrypted with is not configured.`);
      const bytes = Buffer.from(body, 'base64url');
      // Decoding passes over what is no base64url: one text must not have several spellings.
      if (more.length > 0 || bytes.toString('base64url') !== body)
        throw new Error('This is not how ciphertexts are written.');
      return open(key, bytes, associated(place)).toString('utf8');
    },
    fingerprints: (plain, scope) =>
      secrets.map(secret =>
        createHmac('sha256', printKeyOf(secret))
          .update(JSON.stringify([scope, plain]))
          .digest('base64url'),
      ),
  };
}
