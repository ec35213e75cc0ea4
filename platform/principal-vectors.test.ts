import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { compactVerify, jwtVerify } from 'jose';
import { anonymous, createPrincipalSigner, createPrincipalVerifier } from './principal.ts';
import { spacedJws, spoiltJws, takenOf } from './testing/spoilt-jws.ts';
import { type Judgement, misjudged, readVectors } from './testing/wycheproof.ts';

const secret = 'a secret of at least thirty-two characters';
const now = () => Date.parse('2027-01-01T00:00:00Z');
const verify = createPrincipalVerifier([secret], now);
const sign = (input: Buffer) => createHmac('sha256', secret).update(input).digest();
const good = () => createPrincipalSigner([secret], now)(anonymous);

interface MacVector extends Record<'comment' | 'key' | 'msg' | 'tag', string> {
  tcId: number;
  result: 'valid' | 'invalid' | 'acceptable';
}

interface MacGroup {
  tagSize: number;
  tests: MacVector[];
}

const groups = readVectors<MacGroup>('hmac_sha256_test.json');

/** Does to a token's MAC what the vector does to that of its message: the same bits, the same length. */
function withMacOf(vector: MacVector, token: string): string {
  const mac = createHmac('sha256', Buffer.from(vector.key, 'hex'))
    .update(Buffer.from(vector.msg, 'hex'))
    .digest();
  const input = token.slice(0, token.lastIndexOf('.'));
  const own = sign(Buffer.from(input));
  const tag = Buffer.from(vector.tag, 'hex').map((byte, at) => byte ^ (mac[at] ?? 0) ^ (own[at] ?? 0));
  return `${input}.${Buffer.from(tag).toString('base64url')}`;
}

async function judge(by: (token: string) => Promise<unknown>): Promise<Judgement[]> {
  const token = await good();
  return Promise.all(
    groups.flatMap(({ tagSize, tests }) =>
      tests.map(async vector => ({
        vector,
        isSupported: tagSize === 256,
        isAccepted: (await takenOf({ it: withMacOf(vector, token) }, by)).length > 0,
      })),
    ),
  );
}

describe('a principal’s token', () => {
  it('is taken with the valid MACs of Project Wycheproof, and not with the other 141', async () => {
    const judgements = await judge(verify);
    expect(misjudged(judgements)).toEqual([]);
    expect(judgements.filter(({ isAccepted }) => isAccepted)).toHaveLength(33);
    expect(judgements).toHaveLength(174);
  });

  it('is not taken when it was spoilt as the JWS vectors are', async () => {
    const token = await good();
    const spoilt = spoiltJws(token, sign);
    expect(new Set(Object.values(spoilt)).size).toBe(35);
    expect(await takenOf(spoilt, verify)).toEqual([]);
    const spaced = spacedJws(token, sign);
    expect(await takenOf({ token, ...spaced }, verify)).toEqual(['token', ...Object.keys(spaced)]);
  });

  it('control: a verifier that compares half of the MAC is found out', async () => {
    const half = async (token: string) => {
      const at = token.lastIndexOf('.');
      const given = Buffer.from(token.slice(at + 1), 'base64url').subarray(0, 16);
      if (
        !sign(Buffer.from(token.slice(0, at)))
          .subarray(0, 16)
          .equals(given)
      )
        throw new Error('no');
    };
    const found = misjudged(await judge(half));
    expect(found.filter(line => line.endsWith('taken')).length).toBeGreaterThanOrEqual(33);
  });

  it('control: verifiers that leave it to a library, or believe the header, are found out', async () => {
    const spoilt = spoiltJws(await good(), sign);
    const key = new TextEncoder().encode(secret);
    const library = await takenOf(spoilt, token => jwtVerify(token, key, { currentDate: new Date(now()) }));
    expect(library).toContain('rejectsUnusedBitsInMac');
    const anyPayload = await takenOf(spoilt, token => compactVerify(token, key));
    expect(anyPayload).toContain('PayloadThatIsNoJson');
    const gullible = async (token: string) => {
      const [header = ''] = token.split('.');
      const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString());
      if (alg !== 'none') throw new Error('no');
    };
    expect(await takenOf(spoilt, gullible)).toContain('rejectsNoneAlgorithmAndMissingSignature');
  });
});
