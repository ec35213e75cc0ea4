import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jwtVerify, SignJWT } from 'jose';
import { createPrincipalSigner, type Principal, servicePrincipal } from '#platform/principal.ts';
import { startGraph, type TestGraph, type TestUser } from '../kit/graph.ts';

const SECRET = 'a secret for tests that is long enough';
const key = (secret: string) => new TextEncoder().encode(secret);
const subgraphs = ['identity', 'scheduling', 'integrations'] as const;

describe('a subgraph that is called without the gateway', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let principal: Principal;

  beforeAll(async () => {
    graph = await startGraph({ topology: 'distributed' });
    ada = await graph.signUp({ handle: 'ada' });
    const credential = { kind: 'API_KEY' as const, id: 'key_x' };
    principal = { ...servicePrincipal(''), kind: 'USER', id: ada.id, credential };
  }, 60_000);
  afterAll(() => graph.stop());

  interface Claims {
    secret?: string;
    issuer?: string;
    audience?: string | string[];
    expiresAt?: number | null;
    notBefore?: number;
    alg?: string;
    claims?: Record<string, unknown>;
  }

  const now = () => Math.floor(Date.now() / 1000);

  function sign(options: Claims = {}): Promise<string> {
    const { secret = SECRET, issuer = 'almanac', audience = 'almanac:subgraph', alg = 'HS256' } = options;
    const token = new SignJWT(options.claims ?? { principal })
      .setProtectedHeader({ alg })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt();
    if (options.expiresAt !== null) token.setExpirationTime(options.expiresAt ?? now() + 60);
    if (options.notBefore) token.setNotBefore(options.notBefore);
    return token.sign(key(secret));
  }

  async function forged(): Promise<Record<string, string | undefined>> {
    const good = await sign();
    const [head, body, signature] = good.split('.') as [string, string, string];
    const header = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString());
    const grown = header({ ...payload, principal: { ...payload.principal, kind: 'SERVICE' } });
    return {
      nothing: undefined,
      empty: '',
      'an API key': ada.key,
      'another secret': await sign({ secret: 'another secret that is long enough too' }),
      expired: await sign({ expiresAt: now() - 5 }),
      'expired this second': await sign({ expiresAt: now() }),
      'not valid yet': await sign({ notBefore: now() + 600 }),
      'another audience': await sign({ audience: 'almanac:gateway' }),
      'no audience that is ours among many': await sign({ audience: ['a', 'b'] }),
      'another issuer': await sign({ issuer: 'somebody else' }),
      'another algorithm': await sign({ alg: 'HS512' }),
      unsigned: `${header({ alg: 'none' })}.${body}.`,
      'unsigned, with a signature': `${header({ alg: 'none' })}.${body}.${signature}`,
      'a body that was changed': `${head}.${grown}.${signature}`,
      'a cut signature': `${head}.${body}.${signature.slice(0, -4)}`,
      'no end': await sign({ expiresAt: null }),
      'an end that is too far': await sign({ expiresAt: now() + 3600 }),
      'no principal': await sign({ claims: {} }),
    };
  }

  async function call(name: string, query: string, token: string | undefined) {
    const response = await fetch(`${graph.urls[name]}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  }

  const questions: Record<(typeof subgraphs)[number], readonly string[]> = {
    identity: ['{ me { id } }', '{ authenticate(credential: "x") { userId } }'],
    scheduling: [
      '{ bookings { totalCount } }',
      'mutation { releaseHold(input: { holdToken: "x" }) { __typename } }',
    ],
    integrations: ['{ webhookEndpoint(id: "whe_01m7zmjev2e0r9b1rd7n7y69j0") { id } }'],
  };
  const everywhere = [
    '{ __typename }',
    '{ __schema { types { name } } }',
    '{ _service { sdl } }',
    '{ _entities(representations: []) { __typename } }',
  ];
  const entities = () =>
    `{ _entities(representations: [{ __typename: "User", id: "${ada.id}" }]) { __typename } }`;

  it('answers nothing, whatever is asked and whatever is shown for a pass', async () => {
    const open: string[] = [];
    let tried = 0;
    for (const [what, token] of Object.entries(await forged())) {
      for (const name of subgraphs) {
        for (const query of [...everywhere, entities(), ...questions[name]]) {
          const { data, errors } = await call(name, query, token);
          tried++;
          if (data != null || errors?.length !== 1 || errors[0]?.extensions.code !== 'UNAUTHENTICATED')
            open.push(`${name}, ${what}: ${query} → ${JSON.stringify({ data, errors }).slice(0, 200)}`);
        }
      }
    }
    expect(open).toEqual([]);
    expect(tried).toBeGreaterThan(300);
  });

  it('answers whoever shows the pass of the gateway', async () => {
    for (const name of subgraphs) {
      const { data } = await call(name, entities(), await sign());
      expect(data).toEqual({ _entities: [{ __typename: 'User' }] });
    }
    // What is signed here is what the gateway signs.
    const own = await createPrincipalSigner([SECRET], Date.now)(principal);
    const read = { issuer: 'almanac', audience: 'almanac:subgraph' };
    expect((await jwtVerify(own, key(SECRET), read)).payload['principal']).toEqual(principal);
  });
});
