import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Enough for what has 256 random bits: there is nothing to guess, so nothing that has to be slow. */
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A prefix that secret scanners can search for, and 256 random bits. */
export const mintClientSecret = () => `alm_cs_${randomBytes(32).toString('base64url')}`;

/** Keys for one purpose each, made from the secrets that encrypt. */
export function deriveKeys(secrets: readonly string[], purpose: string): string[] {
  return secrets.map(secret =>
    createHmac('sha256', secret).update(`almanac oauth ${purpose}`).digest('base64url'),
  );
}

/**
 * The refresh token that follows another one. It is computed, not stored: whoever repeats a request within the
 * grace gets the same successor, and the database still holds hashes only.
 */
export function successorOf(refreshToken: string, key: string): string {
  return createHmac('sha256', key).update(refreshToken).digest('base64url');
}
