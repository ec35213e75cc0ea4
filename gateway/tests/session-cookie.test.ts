import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'undici';
import * as ops from '../../examples/operations/operations.generated.ts';
import { collect, until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { sessionOf } from './kit/sessions.ts';

describe('a session in a cookie', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;
  let origin: string;

  beforeAll(async () => {
    graph = await startGraph({ topology: 'distributed' });
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
    origin = new URL(graph.url).origin;
  });
  afterAll(() => graph.stop());

  const session = (method: 'POST' | 'DELETE', headers: Record<string, string>, body?: unknown) =>
    fetch(graph.url.replace('/graphql', '/session'), {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  /** What a browser would send back. */
  const cookieIn = (response: Response) => (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

  async function signedIn(user: TestUser) {
    const { token, id } = await sessionOf(graph, user);
    const response = await session('POST', { origin }, { sessionToken: token });
    expect(response.status).toBe(204);
    return { token, id, cookie: cookieIn(response), setCookie: response.headers.getSetCookie()[0] ?? '' };
  }

  const me = (headers: Record<string, string>, key?: string) =>
    graph.execute('{ me { handle } }', {}, { headers, ...(key && { key }) });

  it('is sealed, and out of reach of scripts', async () => {
    const { token, cookie, setCookie } = await signedIn(ada);
    expect(setCookie).toMatch(/^almanac_session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const expires = Date.parse(/Expires=([^;]+)/.exec(setCookie)?.[1] ?? '');
    // Not earlier than a session that is used: that goes on.
    expect(Math.round((expires - Date.now()) / 86_400_000)).toBe(90);
    expect(decodeURIComponent(cookie)).not.toContain(token.slice(9, 20));
    expect((await me({ origin, cookie })).data).toEqual({ me: { handle: 'ada' } });
  });

  it('is for https alone where the deployment is', async () => {
    const secure = await startGraph({ publicUrl: 'https://almanac.test' });
    try {
      const user = await secure.signUp();
      const { token } = await sessionOf(secure, user);
      const response = await fetch(secure.url.replace('/graphql', '/session'), {
        method: 'POST',
        headers: { origin: 'https://almanac.test', 'content-type': 'application/json' },
        body: JSON.stringify({ sessionToken: token }),
      });
      expect(response.headers.getSetCookie()[0]).toMatch(
        /^__Host-almanac_session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      );
    } finally {
      await secure.stop();
    }
  });

  it('counts only where the browser says that one of our pages asks', async () => {
    const { cookie } = await signedIn(ada);
    const rename = (headers: Record<string, string>) =>
      graph.execute(
        ops.UpdateProfileDocument,
        { input: { name: 'Forged' } },
        { headers: { cookie, ...headers } },
      );
    const refused: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of refused) {
      const answer = await rename(headers);
      expect([answer.status, answer.code]).toEqual([403, 'FORBIDDEN']);
    }
    const simple: Record<string, string>[] = [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
    ];
    for (const headers of simple)
      expect((await rename({ origin, ...headers })).status).toBeGreaterThanOrEqual(400);
    expect((await graph.execute('{ me { name } }', {}, { key: ada.key })).data).toEqual({
      me: { name: 'ada' },
    });
    // The control: the same request from a page of ours, and from one that is allowed.
    expect((await rename({ origin })).data.updateProfile.__typename).toBe('ProfileUpdated');
    expect((await rename({ origin: 'http://almanac.test' })).status).toBe(200);
    expect((await rename({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('gives way to a credential in the header', async () => {
    const { cookie } = await signedIn(ada);
    expect((await me({ origin, cookie }, grace.key)).data).toEqual({ me: { handle: 'grace' } });
    // A page of another site cannot have sent the header: nothing else is asked of it.
    expect((await me({ origin: 'https://evil.example', cookie }, grace.key)).status).toBe(200);
  });

  it('is taken away when it opens nothing any more', async () => {
    const { cookie, token } = await signedIn(ada);
    const spoilt = await me({ origin, cookie: cookie.slice(0, -4) });
    expect([spoilt.status, spoilt.code]).toEqual([401, 'SESSION_COOKIE_INVALID']);
    expect(spoilt.headers.getSetCookie()[0]).toMatch(/^almanac_session=; .*Expires=Thu, 01 Jan 1970/);
    expect((await me({ origin, cookie: 'almanac_session=nonsense' })).code).toBe('SESSION_COOKIE_INVALID');

    await graph.execute(ops.SignOutDocument, {}, { key: token });
    const over = await me({ origin, cookie });
    expect([over.status, over.code]).toEqual([401, 'SESSION_REVOKED']);
    expect(over.headers.getSetCookie()[0]).toMatch(/^almanac_session=; /);
  });

  it('is got by our pages alone, for sessions alone', async () => {
    const { token } = await sessionOf(graph, ada);
    const body = { sessionToken: token };
    for (const headers of [{}, { origin: 'https://evil.example' }]) {
      const response = await session('POST', headers as Record<string, string>, body);
      expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
    }
    expect((await session('POST', { origin }, { sessionToken: ada.key })).status).toBe(403);
    expect((await session('POST', { origin }, { sessionToken: 'als_test_x' })).status).toBe(401);
    expect((await session('POST', { origin }, {})).status).toBe(400);
    expect((await session('POST', { origin, 'content-type': 'text/plain' }, body)).status).toBe(400);
  });

  it('ends with the session it is for', async () => {
    const { cookie, token } = await signedIn(ada);
    expect((await session('DELETE', { cookie })).status).toBe(403);
    expect((await me({}, token)).status).toBe(200);
    const response = await session('DELETE', { origin, cookie });
    expect(response.status).toBe(204);
    expect(cookieIn(response)).toBe('almanac_session=');
    expect((await me({}, token)).code).toBe('SESSION_REVOKED');
    expect((await session('DELETE', { origin, cookie })).status).toBe(204);
  });

  function socket(headers: Record<string, string>, params: Record<string, unknown> = {}) {
    class Browser extends WebSocket {
      constructor(url: string, protocols?: string | string[]) {
        super(url, { ...(protocols && { protocols }), headers });
      }
    }
    return createClient({
      url: graph.url.replace('http', 'ws'),
      webSocketImpl: Browser,
      retryAttempts: 0,
      connectionParams: params,
    });
  }

  it('opens a socket for our pages, until it is revoked', async () => {
    const { cookie, id } = await signedIn(ada);
    const client = socket({ cookie, origin });
    const asked = collect<{ me: unknown }>(client, '{ me { handle } }');
    expect(await asked.take(1)).toEqual([{ me: { handle: 'ada' } }]);
    const watching = collect(client, ops.BookingChangedDocument as never);
    await new Promise(done => setTimeout(done, 500));
    expect(watching.isDone).toBe(false);
    await graph.execute(ops.RevokeSessionDocument, { input: { id } }, { key: ada.key });
    await until(() => watching.isDone, 5000);
    expect(watching.results.at(-1)?.errors).toMatchObject([{ extensions: { code: 'SESSION_REVOKED' } }]);
    await client.dispose();
  });

  it.each([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['somebody who does not say whose page it is', {}],
  ])('opens no socket for %s', async (_whose, headers) => {
    const { cookie } = await signedIn(ada);
    const client = socket({ cookie, ...(headers as Record<string, string>) });
    const asked = collect(client, '{ me { handle } }');
    await until(() => asked.isDone, 5000);
    expect(asked.results.at(-1)?.errors).toBeDefined();
    expect(asked.results.every(result => !result.data)).toBe(true);
    await client.dispose();
  });
});
