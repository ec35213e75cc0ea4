import { describe, expect, it } from '@jest/globals';
import {
  hashSecret,
  matchesSecret,
  mintCredential,
  mintSecret,
  readCredential,
} from './credential-format.ts';

describe.each(['alm', 'als'] as const)('a credential of the kind %s', kind => {
  const other = kind === 'alm' ? 'als' : 'alm';

  it('tells its environment and nothing to readers of another kind', () => {
    expect(readCredential(kind, mintCredential(kind, 'live'))).toEqual({ environment: 'live' });
    expect(readCredential(kind, mintCredential(kind, 'test'))).toEqual({ environment: 'test' });
    expect(readCredential(kind, mintCredential(other, 'test'))).toBe('MALFORMED');
  });

  it('never repeats and always has the same length', () => {
    const minted = Array.from({ length: 200 }, () => mintCredential(kind, 'test'));
    expect(new Set(minted).size).toBe(200);
    expect(new Set(minted.map(({ length }) => length))).toEqual(new Set([58]));
  });

  it('that was cut anywhere behind its prefix is told from one that was never ours', () => {
    const text = mintCredential(kind, 'test');
    for (let length = `${kind}_test_`.length; length < text.length; length++) {
      expect(readCredential(kind, text.slice(0, length))).toBe('TRUNCATED');
    }
  });

  it.each([
    [
      'one character changed',
      (text: string) => text.slice(0, 20) + (text[20] === 'a' ? 'b' : 'a') + text.slice(21),
    ],
    ['something appended', (text: string) => `${text}x`],
    ['the environment swapped', (text: string) => text.replace('_test_', '_live_')],
    ['another prefix', (text: string) => text.replace(kind, 'cal')],
    ['a prefix that is cut', (text: string) => text.slice(0, 'alm_te'.length)],
    ['a line break at the end', (text: string) => `${text}\n`],
    ['a foreign character', (text: string) => text.replace(/.$/, '-')],
  ])('is malformed with %s', (_what, spoil) => {
    expect(readCredential(kind, spoil(mintCredential(kind, 'test')))).toBe('MALFORMED');
  });
});

describe('a secret of a link', () => {
  it('is matched by its hash, and nothing else is', () => {
    const secret = mintSecret();
    expect(matchesSecret(secret, hashSecret(secret))).toBe(true);
    expect(matchesSecret(mintSecret(), hashSecret(secret))).toBe(false);
    expect(matchesSecret(secret, hashSecret(secret).slice(1))).toBe(false);
    expect(matchesSecret('', null)).toBe(false);
  });
});
