import { describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { mintTotpSecret, totpStep, totpUri } from './totp.ts';

const START = Date.parse('2030-01-01T00:00:00Z');
const STEP = START / 30_000;
const secret = mintTotpSecret();
const codeAt = (ms: number, of = secret) => generateSync({ secret: of, epoch: Math.floor(ms / 1000) });

describe('a code of an authenticator', () => {
  it.each([
    [-60_000, null],
    [-30_000, STEP - 1],
    [0, STEP],
    [29_999, STEP],
    [30_000, STEP + 1],
    [60_000, null],
  ])('of %i ms from now belongs to the step %s', (ms, step) => {
    expect(totpStep(secret, codeAt(START + ms), { now: START, lastStep: null })).toBe(step);
  });

  it('is not good again, nor is one before it', () => {
    const code = codeAt(START);
    expect(totpStep(secret, code, { now: START, lastStep: STEP - 1 })).toBe(STEP);
    expect(totpStep(secret, code, { now: START, lastStep: STEP })).toBeNull();
    expect(totpStep(secret, codeAt(START - 30_000), { now: START, lastStep: STEP })).toBeNull();
    expect(totpStep(secret, codeAt(START + 30_000), { now: START, lastStep: STEP })).toBe(STEP + 1);
  });

  it('is six digits of this secret', () => {
    const now = { now: START, lastStep: null };
    expect(totpStep(secret, codeAt(START, mintTotpSecret()), now)).toBeNull();
    for (const code of ['', '12345', '1234567', 'abcdef', ' 12345', `${codeAt(START)}\n`, '１２３４５６']) {
      expect(totpStep(secret, code, now)).toBeNull();
    }
  });

  it('is what RFC 6238 says', () => {
    // The secret of its appendix B, and the last six of its eight digits.
    const known = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const at = (seconds: number) => ({ now: seconds * 1000, lastStep: null });
    expect(totpStep(known, '287082', at(59))).toBe(1);
    expect(totpStep(known, '081804', at(1_111_111_109))).toBe(37_037_036);
    expect(totpStep(known, '279037', at(2_000_000_000))).toBe(66_666_666);
  });

  it('is set up by an address that apps read', () => {
    const uri = new URL(totpUri(secret, 'ada@example.com'));
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/Almanac:ada@example.com',
    ]);
    expect(uri.searchParams.get('secret')).toBe(secret);
  });
});
