import { randomBytes } from 'node:crypto';
import { hashSecret } from '../authentication/credential-format.ts';

export const RECOVERY_CODES = 10;
/** 80 bits: too many to find by trying, even for who has the hashes. */
const LENGTH = 16;
/** Crockford's base 32: without i, l, o and u. Thirty-two, so that every byte gives one evenly. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** `abcd-efgh-jkmn-pqrs` */
export function mintRecoveryCode(): string {
  const characters = Array.from(randomBytes(LENGTH), byte => ALPHABET[byte % ALPHABET.length]).join('');
  return characters.match(/.{4}/g)?.join('-') ?? '';
}

/** However somebody types it. */
export const hashRecoveryCode = (code: string) => hashSecret(code.replace(/[\s-]/g, '').toLowerCase());
