import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 256 bits that a link carries; only its hash is kept. */
export function mintToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** SHA-256, which is enough for 256 random bits. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Whether a secret is the one that was hashed, in a time that does not tell how near it comes. */
export function matchesToken(token: string, hash: string | null): boolean {
  const given = Buffer.from(hashToken(token));
  const known = Buffer.from(hash ?? hashToken(''));
  return given.length === known.length && timingSafeEqual(given, known) && hash !== null;
}
