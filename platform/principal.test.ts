import { describe, expect, it } from '@jest/globals';
import {
  anonymous,
  createPrincipalSigner,
  createPrincipalVerifier,
  hasScope,
  servicePrincipal,
} from './principal.ts';

const secret = 'a secret of at least thirty-two characters';
const other = 'another secret of at least thirty-two characters';
let time = Date.parse('2027-01-01T00:00:00Z');
const now = () => time;

describe('a principal', () => {
  it('arrives as it was sent', async () => {
    const principal = {
      ...anonymous,
      kind: 'USER' as const,
      id: 'usr_1',
      scopes: ['A'],
      roles: { team_1: 'OWNER' },
    };
    const token = await createPrincipalSigner([secret], now)(principal);
    expect(await createPrincipalVerifier([secret], now)(token)).toEqual(principal);
  });

  it('is signed anew before its token expires, and refused after', async () => {
    const sign = createPrincipalSigner([secret], now);
    const verify = createPrincipalVerifier([secret], now);
    const first = await sign(anonymous);
    time += 30_000;
    expect(await sign(anonymous)).toBe(first);
    time += 20_000;
    expect(await sign(anonymous)).not.toBe(first);
    await verify(first);
    time += 20_000;
    await expect(verify(first)).rejects.toThrow('not signed');
  });

  it('is believed under an older secret while it is rolled over, and under no other', async () => {
    const token = await createPrincipalSigner([secret], now)(anonymous);
    expect(await createPrincipalVerifier([other, secret], now)(token)).toEqual(anonymous);
    await expect(createPrincipalVerifier([other], now)(token)).rejects.toThrow('not signed');
    await expect(createPrincipalVerifier([secret], now)(undefined)).rejects.toThrow('not signed');
    await expect(createPrincipalVerifier([secret], now)(`${token}x`)).rejects.toThrow('not signed');
  });

  it('has the scopes it was given, or all of them', () => {
    expect(hasScope({ ...anonymous, scopes: ['A'] }, 'A')).toBe(true);
    expect(hasScope({ ...anonymous, scopes: ['A'] }, 'B')).toBe(false);
    expect(hasScope(servicePrincipal('x'), 'B')).toBe(true);
  });
});
