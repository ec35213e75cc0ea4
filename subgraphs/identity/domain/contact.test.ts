import { describe, expect, it } from '@jest/globals';
import { codeFrom, readPhone } from './contact.ts';

describe('a telephone number', () => {
  it.each([
    ['+49 (151) 123-456.78', '+4915112345678'],
    ['+12025550123', '+12025550123'],
  ])('%s is %s', (text, number) => expect(readPhone(text)).toBe(number));

  it.each([
    '015112345678',
    '+0123456789',
    '+123456',
    `+1${'2'.repeat(15)}`,
    '+1202555012a',
    '',
    '+1\n2025550123;',
  ])('is not %j', text => expect(readPhone(text)).toBeNull());
});

describe('a code', () => {
  it('has six digits', () => {
    expect([codeFrom(0), codeFrom(42), codeFrom(1_000_041), codeFrom(2 ** 32 - 1)]).toEqual([
      '000000',
      '000042',
      '000041',
      '967295',
    ]);
  });
});
