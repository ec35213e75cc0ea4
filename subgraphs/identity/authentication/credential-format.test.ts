import { describe, expect, it } from '@jest/globals';
import { mintCredential, readCredential } from './credential-format.ts';

describe('a credential', () => {
  it('tells its environment and nothing to readers of another kind', () => {
    expect(readCredential('als', mintCredential('als', 'live'))).toEqual({ environment: 'live' });
    expect(readCredential('als', mintCredential('als', 'test'))).toEqual({ environment: 'test' });
    expect(readCredential('als', mintCredential('alm', 'test'))).toBe('MALFORMED');
  });

  it('that was cut anywhere behind its prefix is told from one that was never ours', () => {
    const token = mintCredential('als', 'test');
    for (let length = 'als_test_'.length; length < token.length; length++) {
      expect(readCredential('als', token.slice(0, length))).toBe('TRUNCATED');
    }
  });

  it.each([
    [
      'one character changed',
      (token: string) => token.slice(0, 20) + (token[20] === 'a' ? 'b' : 'a') + token.slice(21),
    ],
    ['something appended', (token: string) => `${token}x`],
    ['the environment swapped', (token: string) => token.replace('_test_', '_live_')],
    ['a line break at the end', (token: string) => `${token}\n`],
    ['a foreign character', (token: string) => token.replace(/.$/, '-')],
  ])('is malformed with %s', (_what, spoil) => {
    expect(readCredential('als', spoil(mintCredential('als', 'test')))).toBe('MALFORMED');
  });
});
