import { createHmac, createPrivateKey, sign as signBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { JWK } from 'jose';
import { spacedJws, spoiltJws, takenOf } from '#platform/testing/spoilt-jws.ts';
import { type Judgement, misjudged, readVectors } from '#platform/testing/wycheproof.ts';
import { importPublicKey, type KeyCache } from './signing-keys.ts';
import { createAccessTokenVerifier } from './verify-access-token.ts';

const ISSUER = 'https://almanac.test';
const NOW = Date.parse('2027-01-01T00:00:00Z');
const KID = 'the only key';

interface SignatureVector extends Record<'comment' | 'msg' | 'sig', string> {
  tcId: number;
  result: 'valid' | 'invalid' | 'acceptable';
}

interface KeyGroup {
  jwk: JWK & Record<'kty' | 'crv' | 'd' | 'x', string>;
  tests: SignatureVector[];
}

const groups = readVectors<KeyGroup>('eddsa_test.json');
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signerOf = (jwk: KeyGroup['jwk']) => {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return (input: Buffer) => signBytes(null, input, key);
};

function goodToken(sign: (input: Buffer) => Buffer): string {
  const iat = NOW / 1000;
  const claims = {
    jti: 'a',
    sub: 'b',
    client_id: 'c',
    iss: ISSUER,
    aud: `${ISSUER}/graphql`,
    iat,
    exp: iat + 60,
  };
  const input = `${encode({ alg: 'EdDSA', typ: 'at+jwt', kid: KID })}.${encode(claims)}`;
  return `${input}.${sign(Buffer.from(input)).toString('base64url')}`;
}

/** Our verifier, with a key of the vectors' as the one that the server signs with. */
async function verifierWith({ d: _private, ...publicKey }: KeyGroup['jwk']) {
  const key = await importPublicKey(publicKey);
  const keys = { find: async (kid: string) => (kid === KID ? key : undefined) } as KeyCache;
  return createAccessTokenVerifier({ issuer: ISSUER, now: () => NOW }, keys);
}

async function judgeSignatures(
  by: (key: CryptoKey, signature: Buffer, message: Buffer) => Promise<boolean>,
): Promise<Judgement[]> {
  const judged = groups.map(async ({ jwk: { d: _private, ...publicKey }, tests }) => {
    const key = await importPublicKey(publicKey);
    return Promise.all(
      tests.map(async vector => ({
        vector,
        isSupported: true,
        isAccepted: await by(key, Buffer.from(vector.sig, 'hex'), Buffer.from(vector.msg, 'hex')),
      })),
    );
  });
  return (await Promise.all(judged)).flat();
}

describe('access tokens, by the vectors of Project Wycheproof', () => {
  it('are signed by a primitive that judges all of its EdDSA signatures rightly, with keys as we import them', async () => {
    // The call that jose makes: messages of the vectors are no tokens.
    const judgements = await judgeSignatures((key, signature, message) =>
      crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message)),
    );
    expect(misjudged(judgements)).toEqual([]);
    expect(judgements).toHaveLength(145);
  });

  it('are taken when its keys sign them, and with none of its invalid signatures', async () => {
    let [valid, invalid] = [0, 0];
    for (const { jwk, tests } of groups) {
      const verify = await verifierWith(jwk);
      const good = goodToken(signerOf(jwk));
      expect((await verify(good)).jti).toBe('a');
      valid += 1;
      const input = good.slice(0, good.lastIndexOf('.'));
      const spoilt = tests
        .filter(({ result }) => result !== 'valid')
        .map(({ tcId, sig }) => [tcId, `${input}.${Buffer.from(sig, 'hex').toString('base64url')}`]);
      invalid += spoilt.length;
      expect(await takenOf(Object.fromEntries(spoilt), verify)).toEqual([]);
    }
    expect([valid, invalid]).toEqual([51, 61]);
  });

  it('are not taken when they were spoilt as its JWS vectors are, or signed with the public key', async () => {
    const [{ jwk } = groups[0] as KeyGroup] = groups;
    const verify = await verifierWith(jwk);
    const sign = signerOf(jwk);
    const good = goodToken(sign);
    const [, payload = ''] = good.split('.');
    const confused = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: KID })}.${payload}`;
    const publicKey = Buffer.from(jwk.x, 'base64url');
    const rejectsSymmetryConfusionAttacks = `${confused}.${createHmac('sha256', publicKey).update(confused).digest('base64url')}`;
    const spoilt = { ...spoiltJws(good, sign), rejectsSymmetryConfusionAttacks };
    expect(new Set(Object.values(spoilt)).size).toBe(36);
    expect(await takenOf(spoilt, verify)).toEqual([]);
    const spaced = spacedJws(good, sign);
    expect(await takenOf({ good, ...spaced }, verify)).toEqual(['good', ...Object.keys(spaced)]);
  });

  it('control: a verifier that looks at the beginning of a signature only is found out', async () => {
    const lenient = misjudged(
      await judgeSignatures(async (key, signature, message) => {
        const cut = new Uint8Array(signature.subarray(0, 64));
        return crypto.subtle.verify('Ed25519', key, cut, new Uint8Array(message));
      }),
    );
    expect(lenient.length).toBeGreaterThan(0);
    expect(lenient.every(line => line.endsWith('taken'))).toBe(true);
  });
});
