import { describe, expect, it } from '@jest/globals';
import { hashRecoveryCode, mintRecoveryCode } from './recovery-code.ts';

describe('a recovery code', () => {
  it('never repeats, and is easy to type', () => {
    const codes = Array.from({ length: 500 }, mintRecoveryCode);
    expect(new Set(codes).size).toBe(500);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
  });

  it('is the same however it is typed', () => {
    expect(hashRecoveryCode('ABCD efgh-JKMN pqrs')).toBe(hashRecoveryCode('abcd-efgh-jkmn-pqrs'));
    expect(hashRecoveryCode('abcd-efgh-jkmn-pqrt')).not.toBe(hashRecoveryCode('abcd-efgh-jkmn-pqrs'));
  });
});
