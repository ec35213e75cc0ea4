import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * API keys look like `alm_live_<43 characters><6 characters>`: a prefix that secret scanners can search for,
 * 256 random bits in base62, and a CRC-32 of everything before it in base62, so that a mistyped or invented
 * key is told from a real one without asking the database.
 */
export type KeyEnvironment = 'live' | 'test';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BODY_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
/** A key whose end is missing, as copying leaves it. */
const BEGINNING = /^alm_(live|test)_[0-9A-Za-z]{0,48}$/;
const KEY = /^alm_(live|test)_[0-9A-Za-z]{43}([0-9A-Za-z]{6})$/;

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = ALPHABET[Number(rest % 62n)] + text;
  return text;
}

const checksum = (text: string) => base62(BigInt(crc32(text)), CHECKSUM_LENGTH);

export function mintApiKey(environment: KeyEnvironment): string {
  const text = `alm_${environment}_${base62(BigInt(`0x${randomBytes(32).toString('hex')}`), BODY_LENGTH)}`;
  return text + checksum(text);
}

/**
 * Why a text that claims to be a key of ours is none; `null` for one that is well-formed, and for texts that claim
 * nothing. It is told by the text alone: nothing is learned about which keys there are.
 */
export function keyFault(key: string): 'MALFORMED' | 'TRUNCATED' | null {
  if (!key.startsWith('alm_') || readApiKey(key)) return null;
  return BEGINNING.test(key) ? 'TRUNCATED' : 'MALFORMED';
}

/** The environment of a well-formed key; `null` for anything that was never one of ours. */
export function readApiKey(key: string): KeyEnvironment | null {
  const match = KEY.exec(key);
  if (!match || checksum(key.slice(0, -CHECKSUM_LENGTH)) !== match[2]) return null;
  return match[1] as KeyEnvironment;
}
