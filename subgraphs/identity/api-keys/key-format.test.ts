import { describe, expect, it } from '@jest/globals';
import { keyFault, mintApiKey, readApiKey } from './key-format.ts';

describe('an API key', () => {
  it('tells its environment', () => {
    expect(readApiKey(mintApiKey('live'))).toBe('live');
    expect(readApiKey(mintApiKey('test'))).toBe('test');
  });

  it('never repeats and always has the same length', () => {
    const keys = Array.from({ length: 200 }, () => mintApiKey('test'));
    expect(new Set(keys).size).toBe(200);
    expect(new Set(keys.map(key => key.length))).toEqual(new Set([58]));
  });

  it.each([
    [
      'one character changed',
      (key: string) => key.slice(0, 20) + (key[20] === 'a' ? 'b' : 'a') + key.slice(21),
    ],
    ['the environment swapped', (key: string) => key.replace('_test_', '_live_')],
    ['cut short', (key: string) => key.slice(0, -1)],
    ['something appended', (key: string) => `${key}x`],
    ['another prefix', (key: string) => key.replace('alm_', 'cal_')],
    ['a line break at the end', (key: string) => `${key}\n`],
  ])('is refused with %s', (_what, spoil) => {
    expect(readApiKey(spoil(mintApiKey('test')))).toBeNull();
  });

  it.each([
    ['whole', (key: string) => key, null],
    ['without its last character', (key: string) => key.slice(0, -1), 'TRUNCATED'],
    ['only a prefix', () => 'alm_live_', 'TRUNCATED'],
    ['a prefix that is cut', () => 'alm_li', 'MALFORMED'],
    [
      'one character off',
      (key: string) => `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`,
      'MALFORMED',
    ],
    ['too long', (key: string) => `${key}x`, 'MALFORMED'],
    ['not of this kind at all', () => 'eyJhbGciOiJub25lIn0', null],
  ])('that is %s has its own fault', (_what, spoil, fault) => {
    expect(keyFault(spoil(mintApiKey('test')))).toBe(fault);
  });
});
