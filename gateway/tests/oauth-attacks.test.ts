import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as openid from 'openid-client';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import {
  type AuthorizationRequest,
  authorizationRequest,
  Browser,
  CALLBACK,
  callbackOf,
  ISSUER,
  publicFetch,
  registerClient,
  type TestClient,
  tokensFor,
} from './kit/oauth.ts';

const redirects: [string, string][] = [
  ['another host', 'https://evil.example/callback'],
  ['a host below', 'https://evil.client.example/callback'],
  ['a host that ends alike', 'https://evilclient.example/callback'],
  ['a host that begins alike', 'https://client.example.evil.example/callback'],
  ['a dot at the end of the host', 'https://client.example./callback'],
  ['user info', 'https://client.example@evil.example/callback'],
  ['user info of the host itself', 'https://evil@client.example/callback'],
  ['a backslash', 'https://evil.example\\@client.example/callback'],
  ['http', 'http://client.example/callback'],
  ['a port', 'https://client.example:8443/callback'],
  ['the default port', 'https://client.example:443/callback'],
  ['an upper case host', 'https://CLIENT.example/callback'],
  ['an upper case path', 'https://client.example/Callback'],
  ['a path below', 'https://client.example/callback/x'],
  ['a slash at the end', 'https://client.example/callback/'],
  ['a path that climbs', 'https://client.example/callback/../callback'],
  ['an encoded path', 'https://client.example/%63allback'],
  ['an encoded slash', 'https://client.example/callback%2f..%2fevil'],
  ['a doubled slash', 'https://client.example//callback'],
  ['a query', 'https://client.example/callback?x=1'],
  ['an empty query', 'https://client.example/callback?'],
  ['a fragment', 'https://client.example/callback#x'],
  ['a line break', 'https://client.example/callback\r\nlocation: https://evil.example'],
  ['a NUL', 'https://client.example/callback\0'],
  ['a space behind', 'https://client.example/callback '],
  ['no scheme', '//client.example/callback'],
  ['a path', '/callback'],
  ['a script', 'javascript:alert(1)//client.example/callback'],
  ['data', 'data:text/html,client.example'],
  ['the own machine', 'http://127.0.0.1/callback'],
  ['a wildcard', 'https://*.example/callback'],
  ['nothing', ''],
];

describe('OAuth under attack', () => {
  let graph: TestGraph;
  let client: TestClient;
  let user: TestUser;
  let browser: Browser;

  const me = (key: string) =>
    graph.execute<{ me: { id: string } }, never>('{ me { id } }', undefined, { key });
  const countTokens = async () => {
    const [row] = await graph.database.query<{ count: string }>(
      'select count(*) from identity.oauth_access_tokens',
    );
    return Number(row?.count);
  };

  beforeAll(async () => {
    graph = await startGraph({ publicUrl: ISSUER });
    user = await graph.signUp();
    client = await registerClient(graph, user);
    browser = new Browser(graph);
    await browser.signIn(graph, user);
  });
  afterAll(() => graph.stop());

  /** Where a request leads: a code for somebody, an error for the client, or a page of ours. */
  async function outcomeOf(url: URL): Promise<string> {
    const at = await browser.open(url);
    if (at.page)
      return (await at.page.text()).includes('name="decision"') ? 'asked' : `page ${at.page.status}`;
    if (at.url.searchParams.get('code')) return `code at ${at.url.origin}`;
    return at.url.searchParams.get('error') ?? 'nothing';
  }

  const exchange = (
    params: Record<string, string>,
    as: TestClient = client,
  ): Promise<{ status: number; body: Record<string, string> }> =>
    publicFetch(graph)(`${ISSUER}/oauth/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${as.id}:${as.secret}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        redirect_uri: CALLBACK,
        ...params,
      }).toString(),
    }).then(async response => ({ status: response.status, body: (await response.json()) as never }));

  async function codeFor(request: AuthorizationRequest): Promise<string> {
    return (await callbackOf(browser, request)).searchParams.get('code') ?? '';
  }

  describe('a redirect address that is not the registered one', () => {
    it('control: the registered one gets a code', async () => {
      await tokensFor(browser, client);
      expect(await outcomeOf((await authorizationRequest(client)).url)).toBe(
        'code at https://client.example',
      );
    });

    it.each(redirects)('gets nothing and leads nowhere: %s', async (_what, redirect_uri) => {
      const { url } = await authorizationRequest(client, { redirect_uri });
      expect(await outcomeOf(url)).toBe('page 400');
    });

    it('gets nothing when there is none, or there are two', async () => {
      const { url } = await authorizationRequest(client);
      const none = new URL(url);
      none.searchParams.delete('redirect_uri');
      expect(await outcomeOf(none)).toBe('page 400');
      url.searchParams.append('redirect_uri', 'https://evil.example/callback');
      expect(await outcomeOf(url)).toBe('page 400');
    });

    it('gets nothing for a code that was sent elsewhere', async () => {
      const request = await authorizationRequest(client);
      const code = await codeFor(request);
      const before = await countTokens();
      const refused = await exchange({
        code,
        code_verifier: request.verifier,
        redirect_uri: `${CALLBACK}/x`,
      });
      expect(refused.body['error']).toBe('invalid_grant');
      expect(await countTokens()).toBe(before);
    });
  });

  describe('a code without the proof of who asked for it', () => {
    it.each([
      ['no challenge', { code_challenge: '', code_challenge_method: '' }],
      ['a plain challenge', { code_challenge_method: 'plain' }],
      ['a challenge without its method', { code_challenge_method: '' }],
      ['another method', { code_challenge_method: 'S512' }],
      ['a lower case method', { code_challenge_method: 's256' }],
      ['a short challenge', { code_challenge: 'short' }],
    ])('is not made: %s', async (_what, params) => {
      const { url } = await authorizationRequest(client, params);
      for (const [name, value] of Object.entries(params)) if (value === '') url.searchParams.delete(name);
      expect(await outcomeOf(url)).toBe('invalid_request');
    });

    it.each([
      ['another verifier', () => openid.randomPKCECodeVerifier()],
      ['no verifier', () => ''],
      ['the challenge itself', (_: string, challenge: string) => challenge],
      ['a verifier with more behind', (verifier: string) => `${verifier}x`],
      ['a short verifier', (verifier: string) => verifier.slice(0, 42)],
    ])('is worth nothing: %s', async (_what, forge) => {
      const request = await authorizationRequest(client);
      const code = await codeFor(request);
      const before = await countTokens();
      const verifier = forge(request.verifier, request.url.searchParams.get('code_challenge') ?? '');
      const refused = await exchange({ code, ...(verifier && { code_verifier: verifier }) });
      expect([refused.status, refused.body['access_token']]).toEqual([400, undefined]);
      expect(await countTokens()).toBe(before);
      // Control: the right one still is.
      const taken = await exchange({ code, code_verifier: request.verifier });
      expect((await me(taken.body['access_token'] ?? '')).data.me.id).toBe(user.id);
    });
  });

  describe('a code that is used twice', () => {
    it('ends what the first use got', async () => {
      const request = await authorizationRequest(client);
      const params = { code: await codeFor(request), code_verifier: request.verifier };
      const first = await exchange(params);
      expect((await me(first.body['access_token'] ?? '')).data.me.id).toBe(user.id);
      const second = await exchange(params);
      expect(second.body).toMatchObject({ error: 'invalid_grant' });
      const token = first.body['access_token'] ?? '';
      const until = Date.now() + 6_000;
      let code: unknown;
      // The gateway believes what it knows for five seconds.
      while (code !== 'ACCESS_TOKEN_REVOKED' && Date.now() < until) {
        code = (await me(token)).body.errors?.[0]?.extensions?.['code'];
        await new Promise(resolve => setTimeout(resolve, 200));
      }
      expect(code).toBe('ACCESS_TOKEN_REVOKED');
      const refresh = { grant_type: 'refresh_token', refresh_token: first.body['refresh_token'] ?? '' };
      expect((await exchange(refresh)).body).toMatchObject({ error: 'invalid_grant' });
    });

    const race = async () => {
      const request = await authorizationRequest(client);
      const params = { code: await codeFor(request), code_verifier: request.verifier };
      const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(params)));
      const tokens = answers.flatMap(({ body }) => body['access_token'] ?? []);
      const alive = await Promise.all(tokens.map(async token => (await me(token)).body.data?.me?.id));
      return { tokens: tokens.length, alive: alive.filter(id => id === user.id).length };
    };

    it('at the same moment leaves at most one token, and none that is taken', async () => {
      for (let round = 0; round < 5; round++) {
        const { tokens, alive } = await race();
        expect(tokens).toBeLessThanOrEqual(1);
        expect(alive).toBe(0);
      }
    });

    it('control: gets several tokens where uses are forgotten', async () => {
      await graph.database.query(`create function identity.forget() returns trigger language plpgsql as
        $$ begin new.consumed_at = null; return new; end $$`);
      await graph.database.query(`create trigger forget before update on identity.oauth_artifacts
        for each row execute function identity.forget()`);
      const { tokens, alive } = await race().finally(() =>
        graph.database.query('drop function identity.forget() cascade'),
      );
      expect(tokens).toBeGreaterThan(1);
      expect(alive).toBeGreaterThan(1);
    });
  });

  describe('a mix-up', () => {
    it('is noticed by a client, because answers name their issuer', async () => {
      const request = await authorizationRequest(client);
      const callback = await callbackOf(browser, request);
      expect(callback.searchParams.get('iss')).toBe(ISSUER);
      const checks = { pkceCodeVerifier: request.verifier, expectedState: request.state };
      const mixed = new URL(callback);
      mixed.searchParams.set('iss', 'https://evil.example');
      await expect(openid.authorizationCodeGrant(client.config, mixed, checks)).rejects.toMatchObject({
        code: 'OAUTH_INVALID_RESPONSE',
      });
      mixed.searchParams.delete('iss');
      await expect(openid.authorizationCodeGrant(client.config, mixed, checks)).rejects.toMatchObject({
        code: 'OAUTH_INVALID_RESPONSE',
      });
      expect(
        (await openid.authorizationCodeGrant(client.config, callback, checks)).access_token,
      ).toBeTruthy();
    });

    it('of clients gets nothing', async () => {
      const other = await registerClient(graph, user);
      const request = await authorizationRequest(client);
      const params = { code: await codeFor(request), code_verifier: request.verifier };
      expect((await exchange(params, other)).body).toMatchObject({ error: 'invalid_grant' });
      const { refresh_token = '' } = await tokensFor(browser, client);
      const refresh = { grant_type: 'refresh_token', refresh_token };
      expect((await exchange(refresh, other)).body).toMatchObject({ error: 'invalid_grant' });
      expect((await exchange(refresh)).status).toBe(200);
    });
  });

  describe('a scope', () => {
    it('that the client does not have is not given', async () => {
      for (const scope of [
        'openid BOOKING_WRITE',
        'PROFILE_READ TEAM_WRITE',
        'MANAGED_USER_READ',
        'admin',
        '*',
      ]) {
        expect([scope, await outcomeOf((await authorizationRequest(client, { scope })).url)]).toEqual([
          scope,
          'invalid_scope',
        ]);
      }
    });

    it('does not grow by refreshing', async () => {
      const { refresh_token = '' } = await tokensFor(browser, client, { scope: 'openid BOOKING_READ' });
      const before = await countTokens();
      const grown = { grant_type: 'refresh_token', refresh_token, scope: 'openid BOOKING_READ PROFILE_READ' };
      expect((await exchange(grown)).body).toMatchObject({ error: 'invalid_scope' });
      expect(await countTokens()).toBe(before);
      const same = { grant_type: 'refresh_token', refresh_token };
      expect((await exchange(same)).body['scope']).toBe('BOOKING_READ');
    });

    it('does not come from another resource', async () => {
      const { url } = await authorizationRequest(client, { resource: 'https://evil.example/graphql' });
      expect(await outcomeOf(url)).toBe('invalid_target');
    });
  });

  it.each([
    ['implicit', { response_type: 'token' }],
    ['implicit id token', { response_type: 'id_token' }],
    ['hybrid', { response_type: 'code id_token' }],
    ['hybrid with a token', { response_type: 'code token' }],
    ['fragment', { response_mode: 'fragment' }],
    ['posted form', { response_mode: 'form_post' }],
  ])('serves no %s flow', async (_what, params) => {
    const { url } = await authorizationRequest(client, { ...params, nonce: 'n' });
    expect(await outcomeOf(url)).not.toMatch(/^(asked|code)/);
  });

  it.each([
    ['password', { grant_type: 'password', username: 'a', password: 'b' }],
    ['implicit', { grant_type: 'implicit' }],
    [
      'token exchange by a client that is no platform',
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'usr_x',
        subject_token_type: 'urn:almanac:params:oauth:token-type:managed-user',
      },
    ],
  ])('has no %s grant', async (_what, params) => {
    const refused = await exchange(params);
    expect([refused.status, refused.body['access_token']]).toEqual([400, undefined]);
  });

  it('keeps no code, token or secret that a dump of the database would tell', async () => {
    const request = await authorizationRequest(client);
    const code = await codeFor(request);
    const { access_token, refresh_token = '' } = await tokensFor(browser, client);
    const tables = await graph.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'identity'`,
    );
    let dump = '';
    for (const { name } of tables) {
      dump += JSON.stringify(await graph.database.query(`select * from identity."${name}"`));
    }
    expect(dump).toContain('Calendar for dentists');
    for (const secret of [code, access_token, refresh_token, client.secret ?? ''])
      expect(dump).not.toContain(secret);
    expect(dump).not.toContain('"d":');
  });
});
