import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * Credentials look like `<kind>_<environment>_<43 characters><6 characters>`: a prefix that secret scanners can
 * search for, 256 random bits in base62, and a CRC-32 of everything before it in base62, so that a mistyped or
 * invented credential is told from a real one without asking the database.
 */
export type KeyEnvironment = 'live' | 'test';

/** `alm` is an API key, `als` a session. */
type CredentialKind = 'alm' | 'als';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BODY_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const CREDENTIAL = /^([a-z]{3})_(live|test)_([0-9A-Za-z]*)$/;

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = ALPHABET[Number(rest % 62n)] + text;
  return text;
}

const checksum = (text: string) => base62(BigInt(crc32(text)), CHECKSUM_LENGTH);

export function mintCredential(kind: CredentialKind, environment: KeyEnvironment): string {
  const body = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), BODY_LENGTH);
  const text = `${kind}_${environment}_${body}`;
  return text + checksum(text);
}

/** The environment of a well-formed credential, or how it differs from one. */
export function readCredential(
  kind: CredentialKind,
  text: string,
): { environment: KeyEnvironment } | 'TRUNCATED' | 'MALFORMED' {
  const [whole, given, environment, rest = ''] = CREDENTIAL.exec(text) ?? [];
  // `$` lets a line break follow.
  if (whole !== text || given !== kind) return 'MALFORMED';
  if (rest.length < BODY_LENGTH + CHECKSUM_LENGTH) return 'TRUNCATED';
  if (rest.length > BODY_LENGTH + CHECKSUM_LENGTH) return 'MALFORMED';
  if (checksum(text.slice(0, -CHECKSUM_LENGTH)) !== rest.slice(BODY_LENGTH)) return 'MALFORMED';
  return { environment: environment as KeyEnvironment };
}

/** What is stored of a secret: enough to find it by, as its 256 random bits cannot be guessed. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Whether a secret is the one that was hashed, in a time that does not tell how near it comes. */
export function matchesSecret(secret: string, hash: string | null): boolean {
  const given = Buffer.from(hashSecret(secret));
  const known = Buffer.from(hash ?? hashSecret(''));
  return given.length === known.length && timingSafeEqual(given, known) && hash !== null;
}

/** A secret that is used once, soon: 256 random bits. */
export const mintSecret = () => randomBytes(32).toString('base64url');
