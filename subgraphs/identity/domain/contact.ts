export const contactKinds = ['EMAIL', 'PHONE'] as const;

export type ContactKind = (typeof contactKinds)[number];

/** How often a code may be guessed before it is worth nothing. */
export const MOST_ATTEMPTS = 5;
/** How many codes are sent to one address within an hour, whoever asks: it may be somebody else's. */
export const MOST_CODES = 5;
export const CODE_MS = 10 * 60_000;
export const CODES_MS = 3_600_000;

const E164 = /^\+[1-9]\d{6,14}$/;

/** A telephone number as E.164 spells it, without what people put between digits; `null` for anything else. */
export function readPhone(text: string): string | null {
  const number = text.replace(/[\s().-]/g, '');
  return E164.test(number) ? number : null;
}

/** Six digits out of 32 random bits; what is left over of them is too little to prefer any. */
export const codeFrom = (bits: number): string => String(bits % 1_000_000).padStart(6, '0');
