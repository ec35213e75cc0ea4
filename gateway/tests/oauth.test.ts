import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as openid from 'openid-client';
import { uuidOf } from '#platform/ids.ts';
import {
  BookingChangedDocument,
  ConnectedApplicationsDocument,
  DeleteAccountDocument,
  DeleteOAuthClientDocument,
  DisconnectApplicationDocument,
  RotateOAuthClientSecretDocument,
  UpdateOAuthClientDocument,
} from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import {
  authorizationRequest,
  Browser,
  CALLBACK,
  callbackOf,
  discover,
  ISSUER,
  registerClient,
  type TestClient,
  tokensFor,
} from './kit/oauth.ts';

const ME = '{ me { id name } }';

describe.each<Topology>(['standalone', 'distributed'])('OAuth, %s', topology => {
  let graph: TestGraph;
  let developer: TestUser;
  let user: TestUser;
  let client: TestClient;
  let browser: Browser;

  const me = (key: string) => graph.execute<{ me: { id: string } }, never>(ME, undefined, { key });

  beforeAll(async () => {
    graph = await startGraph({ topology, publicUrl: ISSUER });
    [developer, user] = [await graph.signUp(), await graph.signUp({ name: 'Mary <b>Jackson</b>' })];
    client = await registerClient(graph, developer);
    browser = new Browser(graph);
    await browser.signIn(graph, user);
  });
  afterAll(() => graph.stop());

  it('tells clients what they need to know', () => {
    const metadata = client.config.serverMetadata();
    expect(metadata).toMatchObject({
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/oauth/authorize`,
      token_endpoint: `${ISSUER}/oauth/token`,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['EdDSA'],
      authorization_response_iss_parameter_supported: true,
    });
    expect(metadata.grant_types_supported).not.toContain('implicit');
    expect(metadata.grant_types_supported).not.toContain('password');
  });

  it('publishes public keys only', async () => {
    const { keys } = (await (await browser.request('/oauth/jwks')).json()) as { keys: object[] };
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', use: 'sig', kid: expect.any(String) });
      expect(key).not.toHaveProperty('d');
    }
  });

  it('takes a client through a code to tokens that the graph takes', async () => {
    const tokens = await tokensFor(browser, client, { nonce: 'n' }).catch(error => error);
    expect(tokens).toBeInstanceOf(Error);
    const good = await tokensFor(browser, client);
    expect(good.claims()).toMatchObject({ iss: ISSUER, aud: client.id, sub: user.id });
    expect(decodeProtectedHeader(good.access_token)).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' });
    const claims = decodeJwt(good.access_token);
    expect(claims).toMatchObject({
      iss: ISSUER,
      aud: `${ISSUER}/graphql`,
      sub: user.id,
      client_id: client.id,
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBeLessThanOrEqual(600);
    expect((await me(good.access_token)).data.me.id).toBe(user.id);
  });

  it('keeps a token to the scopes that were allowed', async () => {
    const { access_token } = await tokensFor(browser, client, { scope: 'openid BOOKING_READ' });
    const refused = await me(access_token);
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredScope: 'PROFILE_READ',
    });
    expect((await me((await tokensFor(browser, client)).access_token)).data.me.id).toBe(user.id);
  });

  it('shows who asks for what, in a page that runs nothing and that nobody can frame', async () => {
    const named = await registerClient(graph, developer, { name: '<script>alert(1)</script>' });
    const { page } = await browser.open((await authorizationRequest(named)).url);
    const html = await (page as Response).text();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('Mary &lt;b&gt;Jackson&lt;/b&gt;');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('BOOKING_READ');
    expect(html).not.toMatch(/<script|\son\w+=|javascript:|style="/i);
    const policy = page?.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' https://client.example");
    expect(policy).not.toContain('unsafe');
    expect(page?.headers.get('x-frame-options')).toBe('DENY');
    expect(page?.headers.get('cache-control')).toBe('no-store');
  });

  it('tells the client when the user denies', async () => {
    const other = await registerClient(graph, developer);
    const asked = await browser.open((await authorizationRequest(other)).url);
    const { url } = await browser.decide(asked.url, 'deny');
    expect(url.searchParams.get('error')).toBe('access_denied');
    expect(url.searchParams.get('code')).toBeNull();
  });

  it('asks a confidential client’s user once, and a public client’s every time', async () => {
    await tokensFor(browser, client);
    expect((await browser.open((await authorizationRequest(client)).url)).page).toBeNull();
    const { url } = await authorizationRequest(client, { prompt: 'consent' });
    expect((await browser.open(url)).page?.status).toBe(200);
    const open = await registerClient(graph, developer, { isConfidential: false });
    await tokensFor(browser, open);
    expect((await browser.open((await authorizationRequest(open)).url)).page?.status).toBe(200);
  });

  it('asks whoever is not signed in to sign in, and goes on from there', async () => {
    const stranger = new Browser(graph);
    const { url, page } = await stranger.open((await authorizationRequest(client)).url);
    expect(await page?.text()).toContain('Sign in');
    await stranger.signIn(graph, user);
    expect((await stranger.open(url)).url.searchParams.get('code')).not.toBeNull();
  });

  it('takes a form of a foreign page for nothing', async () => {
    const other = await registerClient(graph, developer);
    const asked = await browser.open((await authorizationRequest(other)).url);
    const forged = await browser.open(asked.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      body: 'decision=allow',
    });
    expect(forged.page?.status).toBe(403);
    expect((await browser.decide(asked.url, 'allow')).url.searchParams.get('code')).not.toBeNull();
  });

  it('asks again who somebody is when another user has signed in meanwhile', async () => {
    const shared = new Browser(graph);
    await shared.signIn(graph, user);
    const open = await registerClient(graph, developer, { isConfidential: false });
    const asked = await shared.open((await authorizationRequest(open)).url);
    await shared.signIn(graph, developer);
    const { page } = await shared.decide(asked.url, 'allow');
    expect(await page?.text()).toContain('Sign in');
    // From the beginning, it is about who is signed in now.
    const { access_token } = await tokensFor(shared, open);
    expect(decodeJwt(access_token).sub).toBe(developer.id);
  });

  it('answers what a token is worth to its own client only', async () => {
    const { access_token, refresh_token = '' } = await tokensFor(browser, client);
    expect(await openid.tokenIntrospection(client.config, access_token)).toMatchObject({
      active: true,
      client_id: client.id,
      sub: user.id,
    });
    expect(await openid.tokenIntrospection(client.config, refresh_token)).toMatchObject({ active: true });
    const other = await registerClient(graph, developer);
    expect(await openid.tokenIntrospection(other.config, access_token)).toEqual({ active: false });
    expect(await openid.tokenIntrospection(client.config, 'a.b.c')).toEqual({ active: false });
  });

  it('ends an access token that its client revokes', async () => {
    const { access_token } = await tokensFor(browser, client);
    const kept = await tokensFor(browser, client);
    await openid.tokenRevocation(client.config, access_token);
    expect((await me(access_token)).body.errors?.[0]?.extensions?.['code']).toBe('ACCESS_TOKEN_REVOKED');
    expect(await openid.tokenIntrospection(client.config, access_token)).toEqual({ active: false });
    expect((await me(kept.access_token)).data.me.id).toBe(user.id);
  });

  it('ends the whole family of a refresh token that its client revokes', async () => {
    const { access_token, refresh_token = '' } = await tokensFor(browser, client);
    await openid.tokenRevocation(client.config, refresh_token);
    expect((await me(access_token)).body.errors?.[0]?.extensions?.['code']).toBe('ACCESS_TOKEN_REVOKED');
    await expect(openid.refreshTokenGrant(client.config, refresh_token)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('lets users see what they allowed, and take it back', async () => {
    const own = await graph.signUp();
    const theirs = new Browser(graph);
    await theirs.signIn(graph, own);
    const { access_token, refresh_token = '' } = await tokensFor(theirs, client);
    const asOwn = { key: own.key };
    const { data } = await graph.execute(ConnectedApplicationsDocument, {}, asOwn);
    expect(data.connectedApplications).toEqual([
      {
        clientId: client.id,
        name: 'Calendar for dentists',
        scopes: ['BOOKING_READ', 'PROFILE_READ', 'openid'],
        connectedAt: expect.any(String),
      },
    ]);
    await graph.execute(DisconnectApplicationDocument, { input: { clientId: client.id } }, asOwn);
    expect((await me(access_token)).body.errors?.[0]?.extensions?.['code']).toBe('ACCESS_TOKEN_REVOKED');
    await expect(openid.refreshTokenGrant(client.config, refresh_token)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    // Asked again, as at the first time.
    expect((await theirs.open((await authorizationRequest(client)).url)).page?.status).toBe(200);
  });

  it('ends subscriptions within seconds of what ends their tokens', async () => {
    const leaving = await registerClient(graph, developer);
    const doomed = await registerClient(graph, developer);
    const [left, deleted, kept] = await Promise.all(
      [
        await tokensFor(browser, leaving),
        await tokensFor(browser, doomed),
        await tokensFor(browser, client),
      ].map(({ access_token }) => graph.watch(access_token, BookingChangedDocument, {})),
    );
    const at = Date.now();
    await graph.execute(
      DisconnectApplicationDocument,
      { input: { clientId: leaving.id } },
      { key: user.key },
    );
    await graph.execute(DeleteOAuthClientDocument, { input: { id: doomed.id } }, { key: developer.key });
    await until(() => left?.isDone === true && deleted?.isDone === true);
    expect(Date.now() - at).toBeLessThan(5_000);
    for (const ended of [left, deleted]) {
      expect(ended?.results.at(-1)?.errors).toMatchObject([{ extensions: { code: 'ACCESS_TOKEN_REVOKED' } }]);
    }
    // The control: what nobody ended goes on.
    expect(kept?.isDone).toBe(false);
    kept?.end();
  });

  it('takes away from tokens what is taken away from their client', async () => {
    const shrinking = await registerClient(graph, developer);
    const { access_token } = await tokensFor(browser, shrinking);
    const input = { id: shrinking.id, expectedVersion: 1, scopes: ['BOOKING_READ' as const] };
    const updated = await graph.execute(UpdateOAuthClientDocument, { input }, { key: developer.key });
    expect(updated.data.updateOAuthClient).toMatchObject({ client: { version: 2 } });
    expect((await me(access_token)).body.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredScope: 'PROFILE_READ',
    });
    const again = await graph.execute(UpdateOAuthClientDocument, { input }, { key: developer.key });
    expect(again.data.updateOAuthClient).toMatchObject({ code: 'VERSION_CONFLICT' });
  });

  it('refuses the tokens of a client that was deleted', async () => {
    const doomed = await registerClient(graph, developer);
    const { access_token, refresh_token = '' } = await tokensFor(browser, doomed);
    const input = { id: doomed.id };
    const byOther = await graph.execute(DeleteOAuthClientDocument, { input }, { key: user.key });
    expect(byOther.body.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    await graph.execute(DeleteOAuthClientDocument, { input }, { key: developer.key });
    expect((await me(access_token)).body.errors?.[0]?.extensions?.['code']).toBe('ACCESS_TOKEN_REVOKED');
    await expect(openid.refreshTokenGrant(doomed.config, refresh_token)).rejects.toMatchObject({
      status: 401,
    });
  });

  it('takes the old secret until the overlap is over, and stores neither', async () => {
    const rotating = await registerClient(graph, developer, {
      isPlatform: true,
      scopes: ['MANAGED_USER_READ'],
    });
    const works = async (secret: string | null) =>
      openid
        .clientCredentialsGrant(await discover(graph, rotating.id, secret), { scope: 'MANAGED_USER_READ' })
        .then(
          () => true,
          error => error.status,
        );
    const rotate = async (overlapUntil?: string) => {
      const input = { id: rotating.id, ...(overlapUntil && { overlapUntil }) };
      const answer = await graph.execute(RotateOAuthClientSecretDocument, { input }, { key: developer.key });
      return (answer.data.rotateOAuthClientSecret as { secret: string }).secret;
    };
    const second = await rotate();
    expect([await works(rotating.secret), await works(second)]).toEqual([true, true]);
    const end = Date.now() + 3000;
    const third = await rotate(new Date(end).toISOString());
    expect([await works(rotating.secret), await works(third)]).toEqual([401, true]);
    const duringOverlap = await works(second);
    // On a machine too busy to ask in time, nothing is to be said.
    if (Date.now() < end) expect(duringOverlap).toBe(true);
    await until(() => Date.now() > end);
    expect([await works(second), await works(third)]).toEqual([401, true]);
    expect(await works('alm_cs_wrong')).toBe(401);
    const stored = await graph.database.query('select * from identity.oauth_clients');
    for (const secret of [rotating.secret, second, third])
      expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('lets no application make credentials of its own', async () => {
    const wide = await registerClient(graph, developer, { scopes: ['PROFILE_READ', 'PROFILE_WRITE'] });
    const { access_token } = await tokensFor(browser, wide, { scope: 'PROFILE_READ PROFILE_WRITE' });
    const mint = 'mutation { createApiKey(input: { name: "k", scopes: [PROFILE_READ] }) { __typename } }';
    const refused = await graph.execute(mint, undefined, { key: access_token });
    expect(refused.body.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await graph.execute(mint, undefined, { key: user.key })).body.errors).toBeUndefined();
  });

  it('sends nobody anywhere that was not registered', async () => {
    const { url } = await authorizationRequest(client, { redirect_uri: `${CALLBACK}?x=1` });
    const { page } = await browser.open(url);
    expect(page?.status).toBe(400);
    expect(await page?.text()).toContain('invalid_redirect_uri');
    expect((await callbackOf(browser, await authorizationRequest(client))).href).toMatch(
      /^https:\/\/client\.example\/callback\?code=/,
    );
  });

  it('ends with the account: tokens, what they hold open, and the permission itself', async () => {
    const person = await graph.signUp();
    const own = new Browser(graph);
    await own.signIn(graph, person);
    const { access_token, refresh_token = '' } = await tokensFor(own, client, {
      scope: 'openid offline_access BOOKING_READ PROFILE_READ',
      prompt: 'consent',
    });
    expect((await me(access_token)).data.me.id).toBe(person.id);
    const watching = await graph.watch(access_token, BookingChangedDocument, {});
    const input = { handle: person.handle };
    // An application cannot end an account, whatever it was allowed.
    const refused = await graph.execute(DeleteAccountDocument, { input }, { key: access_token });
    expect(refused.code).toBe('FORBIDDEN');
    expect(watching.isDone).toBe(false);
    const gone = await graph.execute(DeleteAccountDocument, { input }, { key: person.key });
    expect(gone.data.deleteAccount.__typename).toBe('AccountDeleted');
    await until(() => watching.isDone, 6000);
    await until(async () => (await me(access_token)).code === 'ACCESS_TOKEN_REVOKED', 6000);
    if (refresh_token)
      await expect(openid.refreshTokenGrant(client.config, refresh_token)).rejects.toMatchObject({
        error: 'invalid_grant',
      });
    const [left] = await graph.database.query<{ rows: number }>(
      `select (select count(*) from identity.oauth_grants where user_id = $1)::int
         + (select count(*) from identity.oauth_access_tokens where user_id = $1)::int as rows`,
      [uuidOf(person.id)],
    );
    expect(left).toEqual({ rows: 0 });
  });
});
