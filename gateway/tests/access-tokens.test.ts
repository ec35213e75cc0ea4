import {
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEncryption } from '#platform/encryption.ts';
import { ENCRYPTION_SECRETS, startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { Browser, ISSUER, registerClient, tokensFor } from './kit/oauth.ts';

type Json = Record<string, unknown>;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string | undefined): Json =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

/** The order of the group of Edwards 25519: a signature stays valid in naive verifiers when it is added to `s`. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

function littleEndian(bytes: Buffer): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
}

describe('access tokens', () => {
  let graph: TestGraph;
  let user: TestUser;
  let good: string;
  let idToken: string;
  let signingKey: KeyObject;
  let publicKey: Json;
  const stranger = generateKeyPairSync('ed25519').privateKey;

  beforeAll(async () => {
    graph = await startGraph({ publicUrl: ISSUER });
    user = await graph.signUp();
    const client = await registerClient(graph, user);
    const browser = new Browser(graph);
    await browser.signIn(graph, user);
    const tokens = await tokensFor(browser, client);
    good = tokens.access_token;
    idToken = tokens.id_token ?? '';
    const [row] = await graph.database.query<{ id: string; private_key: string; public_key: Json }>(
      'select * from identity.signing_keys',
    );
    if (!row) throw new Error('There is no signing key.');
    publicKey = row.public_key;
    const place = { tenant: 'identity', table: 'signing_keys', row: row.id, column: 'private_key' };
    const jwk = JSON.parse(createEncryption(ENCRYPTION_SECRETS).decrypt(row.private_key, place));
    signingKey = createPrivateKey({ key: jwk, format: 'jwk' });
  });
  afterAll(() => graph.stop());

  async function answerTo(token: string) {
    const answer = await graph.execute<{ me: { id: string } }, never>('{ me { id } }', undefined, {
      key: token,
    });
    return answer.body.data?.me?.id ?? answer.body.errors?.[0]?.extensions?.['code'];
  }

  const headerOf = () => decode(good.split('.')[0]);
  const claimsOf = () => decode(good.split('.')[1]);
  const withSignature = (header: Json, claims: unknown, make: (input: Buffer) => Buffer) => {
    const input = `${encode(header)}.${typeof claims === 'string' ? claims : encode(claims)}`;
    return `${input}.${make(Buffer.from(input)).toString('base64url')}`;
  };
  /** Signed by our own key: only what is said can be wrong. */
  const mint = (header: Json = {}, claims: Json = {}) =>
    withSignature({ ...headerOf(), ...header }, { ...claimsOf(), ...claims }, input =>
      signBytes(null, input, signingKey),
    );
  const forge = (header: Json, key: KeyObject = stranger, hash: string | null = null) =>
    withSignature({ ...headerOf(), ...header }, claimsOf(), input => signBytes(hash, input, key));
  const hmac = (header: Json, secret: string | Buffer) =>
    withSignature({ ...headerOf(), ...header }, claimsOf(), input =>
      createHmac('sha256', secret).update(input).digest(),
    );
  const now = () => Math.floor(Date.now() / 1000);

  it('control: are taken as they were issued, and as these tests make them', async () => {
    expect(await answerTo(good)).toBe(user.id);
    expect(await answerTo(mint())).toBe(user.id);
    expect(await answerTo(mint({ extra: 'ignored' }, { extra: 'ignored' }))).toBe(user.id);
  });

  const algorithms: [string, () => string][] = [
    ['none', () => withSignature({ ...headerOf(), alg: 'none' }, claimsOf(), () => Buffer.alloc(0))],
    ['None', () => withSignature({ ...headerOf(), alg: 'None' }, claimsOf(), () => Buffer.alloc(0))],
    ['nOnE', () => withSignature({ ...headerOf(), alg: 'nOnE' }, claimsOf(), () => Buffer.alloc(0))],
    ['none with a good signature', () => mint({ alg: 'none' })],
    [
      'HS256 with the public key’s bytes',
      () => hmac({ alg: 'HS256' }, Buffer.from(String(publicKey['x']), 'base64url')),
    ],
    ['HS256 with the public key’s text', () => hmac({ alg: 'HS256' }, String(publicKey['x']))],
    ['HS256 with the public JWK', () => hmac({ alg: 'HS256' }, JSON.stringify(publicKey))],
    ['HS256 with nothing', () => hmac({ alg: 'HS256' }, '')],
    ['HS512', () => hmac({ alg: 'HS512' }, 'secret')],
    [
      'ES256',
      () => forge({ alg: 'ES256' }, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'sha256'),
    ],
    [
      'RS256',
      () => forge({ alg: 'RS256' }, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, 'sha256'),
    ],
    [
      'PS256',
      () => forge({ alg: 'PS256' }, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, 'sha256'),
    ],
    ['Ed25519 by its other name', () => mint({ alg: 'Ed25519' })],
    ['a lower case name', () => mint({ alg: 'eddsa' })],
  ];
  it.each(algorithms)('are not taken with the algorithm %s', async (_what, make) => {
    expect(await answerTo(make())).toBe('ACCESS_TOKEN_WRONG_ALGORITHM');
  });

  const spkiUrl = 'https://evil.example/jwks.json';
  const strangerJwk = () => generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const keys: [string, () => string][] = [
    ['another key under our name', () => forge({})],
    ['another key without a name', () => forge({ kid: undefined })],
    ['our key without a name', () => mint({ kid: undefined })],
    ['a key in the token', () => forge({ jwk: strangerJwk() })],
    ['a key in the token alone', () => forge({ kid: undefined, jwk: strangerJwk() })],
    ['a key at an address', () => forge({ jku: spkiUrl })],
    ['a key at an address and another name', () => forge({ jku: spkiUrl, kid: 'theirs' })],
    ['a certificate at an address', () => forge({ x5u: spkiUrl })],
    ['a certificate in the token', () => forge({ x5c: ['MIIB'] })],
    ['a path', () => mint({ kid: '../../../../dev/null' })],
    ['an absolute path', () => mint({ kid: '/etc/passwd' })],
    ['an address', () => mint({ kid: spkiUrl })],
    ['SQL', () => mint({ kid: "' or '1'='1" })],
    ['a command', () => mint({ kid: '$(id)' })],
    ['the prototype', () => mint({ kid: '__proto__' })],
    ['an empty name', () => mint({ kid: '' })],
    ['a number', () => mint({ kid: 1 })],
    ['a list', () => mint({ kid: [headerOf()['kid']] })],
    ['our name and a NUL', () => mint({ kid: `${headerOf()['kid']}\0` })],
    ['our name in upper case', () => mint({ kid: String(headerOf()['kid']).toUpperCase() })],
  ];
  it.each(keys)('are not taken with the key %s', async (_what, make) => {
    expect(await answerTo(make())).toBe('ACCESS_TOKEN_INVALID');
  });

  const claims: [string, string, () => string][] = [
    ['another issuer', 'ACCESS_TOKEN_WRONG_ISSUER', () => mint({}, { iss: 'https://evil.example' })],
    ['the issuer with a slash', 'ACCESS_TOKEN_WRONG_ISSUER', () => mint({}, { iss: `${ISSUER}/` })],
    ['the issuer in a list', 'ACCESS_TOKEN_WRONG_ISSUER', () => mint({}, { iss: [ISSUER] })],
    ['no issuer', 'ACCESS_TOKEN_WRONG_ISSUER', () => mint({}, { iss: undefined })],
    ['another audience', 'ACCESS_TOKEN_WRONG_AUDIENCE', () => mint({}, { aud: 'https://evil.example' })],
    ['the issuer as audience', 'ACCESS_TOKEN_WRONG_AUDIENCE', () => mint({}, { aud: ISSUER })],
    ['other audiences', 'ACCESS_TOKEN_WRONG_AUDIENCE', () => mint({}, { aud: ['a', 'b'] })],
    ['no audience', 'ACCESS_TOKEN_WRONG_AUDIENCE', () => mint({}, { aud: undefined })],
    ['the type of any JWT', 'ACCESS_TOKEN_WRONG_TYPE', () => mint({ typ: 'JWT' })],
    ['no type', 'ACCESS_TOKEN_WRONG_TYPE', () => mint({ typ: undefined })],
    ['an id token', 'ACCESS_TOKEN_WRONG_TYPE', () => idToken],
    ['an end in the past', 'ACCESS_TOKEN_EXPIRED', () => mint({}, { iat: now() - 300, exp: now() - 6 })],
    ['a long life', 'ACCESS_TOKEN_EXPIRED', () => mint({}, { iat: now() - 3_600, exp: now() + 3_600 })],
    ['no end', 'ACCESS_TOKEN_INVALID', () => mint({}, { exp: undefined })],
    ['an end in words', 'ACCESS_TOKEN_INVALID', () => mint({}, { exp: 'never' })],
    ['no beginning', 'ACCESS_TOKEN_INVALID', () => mint({}, { iat: undefined })],
    ['a beginning to come', 'ACCESS_TOKEN_INVALID', () => mint({}, { iat: now() + 60 })],
    ['a validity to come', 'ACCESS_TOKEN_INVALID', () => mint({}, { nbf: now() + 60 })],
    ['no id', 'ACCESS_TOKEN_INVALID', () => mint({}, { jti: undefined })],
    ['no subject', 'ACCESS_TOKEN_INVALID', () => mint({}, { sub: undefined })],
    ['no client', 'ACCESS_TOKEN_INVALID', () => mint({}, { client_id: undefined })],
    ['an id that was never issued', 'ACCESS_TOKEN_REVOKED', () => mint({}, { jti: 'made-up' })],
    ['an id with SQL in it', 'ACCESS_TOKEN_REVOKED', () => mint({}, { jti: "' or '1'='1" })],
    ['another user', 'ACCESS_TOKEN_REVOKED', () => mint({}, { sub: 'usr_01h455vb4pex5vsknk084sn02q' })],
    [
      'another client',
      'ACCESS_TOKEN_REVOKED',
      () => mint({}, { client_id: 'cli_01h455vb4pex5vsknk084sn02q' }),
    ],
    ['an extension that must be understood', 'ACCESS_TOKEN_INVALID', () => mint({ crit: ['x'], x: 1 })],
    ['an unencoded payload', 'ACCESS_TOKEN_INVALID', () => mint({ crit: ['b64'], b64: false })],
  ];
  it.each(claims)('are not taken with %s', async (_what, code, make) => {
    expect(await answerTo(make())).toBe(code);
  });

  it('do not gain scopes by naming them: the scopes are in our books', async () => {
    const { body } = await graph.execute('{ apiKeys { totalCount } }', undefined, { key: good });
    expect(body.errors).toBeUndefined();
    const mutation = 'mutation { updateProfile(input: { name: "x" }) { __typename } }';
    const refused = await graph.execute(mutation, undefined, { key: mint({}, { scope: 'PROFILE_WRITE *' }) });
    expect(refused.body.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  const spoilt: [string, (header: string, payload: string, signature: string) => string][] = [
    ['another payload', (h, p, s) => `${h}.${encode({ ...decode(p), sub: 'usr_x' })}.${s}`],
    ['another header', (h, p, s) => `${encode({ ...decode(h), x: 1 })}.${p}.${s}`],
    ['no signature', (h, p) => `${h}.${p}.`],
    ['a shorter signature', (h, p, s) => `${h}.${p}.${s.slice(0, -4)}`],
    ['a longer signature', (h, p, s) => `${h}.${p}.${s}AAAA`],
    ['a signature of zeros', (h, p) => `${h}.${p}.${Buffer.alloc(64).toString('base64url')}`],
    [
      'one bit of the signature flipped',
      (h, p, s) => {
        const bytes = Buffer.from(s, 'base64url');
        bytes[0] = (bytes[0] ?? 0) ^ 1;
        return `${h}.${p}.${bytes.toString('base64url')}`;
      },
    ],
    [
      'the other form of the signature',
      (h, p, s) => {
        const bytes = Buffer.from(s, 'base64url');
        const other = (littleEndian(bytes.subarray(32)) + GROUP_ORDER).toString(16).padStart(64, '0');
        return `${h}.${p}.${Buffer.concat([bytes.subarray(0, 32), Buffer.from(other, 'hex').reverse()]).toString('base64url')}`;
      },
    ],
    [
      'another spelling of the signature',
      (h, p, s) => {
        const last = s.at(-1) ?? '';
        const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        return `${h}.${p}.${s.slice(0, -1)}${alphabet[alphabet.indexOf(last) + 1]}`;
      },
    ],
    ['no payload', (h, _, s) => `${h}..${s}`],
    ['no header', (_, p, s) => `.${p}.${s}`],
    ['a payload that is not JSON', h => withRawSignature(h, Buffer.from('hello').toString('base64url'))],
    ['a payload that is a list', h => withRawSignature(h, encode([1]))],
  ];
  const withRawSignature = (header: string, payload: string) =>
    `${header}.${payload}.${signBytes(null, Buffer.from(`${header}.${payload}`), signingKey).toString('base64url')}`;

  it.each(spoilt)('are not taken with %s', async (_what, spoil) => {
    const [header = '', payload = '', signature = ''] = good.split('.');
    const spoiled = spoil(header, payload, signature);
    expect(spoiled).not.toBe(good);
    expect(['ACCESS_TOKEN_INVALID', 'UNAUTHENTICATED']).toContain(await answerTo(spoiled));
  });

  it.each([
    ['two parts', (token: string) => token.split('.').slice(0, 2).join('.')],
    ['four parts', (token: string) => `${token}.x`],
    ['five parts', (token: string) => `${token}.x.x`],
    ['padding', (token: string) => `${token}==`],
    ['a comma', (token: string) => `${token},${token}`],
  ])('are not taken with %s', async (_what, spoil) => {
    expect(await answerTo(spoil(good))).toBe('UNAUTHENTICATED');
    expect(await answerTo(good)).toBe(user.id);
  });

  it('are still taken after their key was replaced, and later ones are signed by the new key', async () => {
    const ago = (hours: number) => `now() - make_interval(hours => ${hours})`;
    await graph.database.query(`update identity.signing_keys set created_at = ${ago(31 * 24)}`);
    const rotate = async () => {
      const { loadSigningKeys, rotateSigningKeys } = await import(
        '../../subgraphs/identity/oauth/signing-keys.ts'
      );
      const parts = {
        orm: graph.apps.identity.orm,
        encryption: createEncryption(ENCRYPTION_SECRETS),
        now: Date.now,
      };
      // Twice at once: one key.
      await Promise.all([rotateSigningKeys(parts), rotateSigningKeys(parts)]);
      return loadSigningKeys(parts);
    };
    const old = headerOf()['kid'];
    const during = await rotate();
    expect(during.privateKeys.map(key => key.kid === old)).toEqual([true, false]);
    await graph.database.query(
      `update identity.signing_keys set created_at = ${ago(2)} where id <> '${String(old)}'`,
    );
    const after = await rotate();
    expect(after.privateKeys.map(key => key.kid === old)).toEqual([false, true]);
    expect(await answerTo(good)).toBe(user.id);
    await graph.database.query(
      `update identity.signing_keys set created_at = ${ago(26)} where id <> '${String(old)}'`,
    );
    const gone = await rotate();
    expect([...gone.publicKeys.keys()]).not.toContain(old);
    expect(await graph.database.query('select id from identity.signing_keys')).toHaveLength(1);
  });
});
