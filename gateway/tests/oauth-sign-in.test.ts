import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { SignInDocument } from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type Mailbox, startMailbox, tokenIn } from './kit/mailbox.ts';
import {
  authorizationRequest,
  Browser,
  ISSUER,
  registerClient,
  type TestClient,
  tokensFor,
} from './kit/oauth.ts';
import { sessionOf } from './kit/sessions.ts';

describe.each<Topology>(['standalone', 'distributed'])('signing in for an application, %s', topology => {
  let graph: TestGraph;
  let mailbox: Mailbox;
  let user: TestUser;
  let client: TestClient;

  beforeAll(async () => {
    mailbox = await startMailbox();
    graph = await startGraph({
      topology,
      publicUrl: ISSUER,
      smtpUrl: mailbox.url,
      limits: { AUTHORIZATIONS_PER_MINUTE: 12, SIGN_INS_PER_MINUTE: 3 },
    });
    user = await graph.signUp();
    client = await registerClient(graph, user);
  });
  afterAll(async () => {
    await graph.stop();
    await mailbox.stop();
  });

  const post = (browser: Browser, url: URL, fields: Record<string, string>, headers = {}) =>
    browser.request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', ...headers },
      body: new URLSearchParams(fields).toString(),
    });

  it('mails a link, and goes on when it was opened in the same browser', async () => {
    const browser = new Browser(graph);
    const { url, page } = await browser.open((await authorizationRequest(client)).url);
    const html = (await page?.text()) ?? '';
    expect(html).toContain('<label for="email">');
    expect(html).not.toMatch(/<script|\son\w+=/i);
    const email = `${user.handle}@example.com`;
    expect(await (await post(browser, url, { email })).text()).toContain('Look into your mail');
    const signedIn = await graph.execute(SignInDocument, {
      input: { token: tokenIn(await mailbox.mailTo(email)) },
    });
    const { sessionToken } = signedIn.data.signIn as { sessionToken: string };
    await browser.keep(sessionToken);
    const asked = await browser.open(url);
    expect(await asked.page?.text()).toContain('Calendar for dentists');
    expect((await browser.decide(asked.url, 'allow')).url.searchParams.get('code')).not.toBeNull();
  });

  it('answers the same for an address without an account, and mails nothing there', async () => {
    const browser = new Browser(graph);
    const { url } = await browser.open((await authorizationRequest(client)).url);
    const headers = { 'x-forwarded-for': '192.0.2.77' };
    const known = await (await post(browser, url, { email: `${user.handle}@example.com` }, headers)).text();
    const unknown = await (await post(browser, url, { email: 'nobody@example.com' }, headers)).text();
    expect(unknown).toBe(known);
    expect((await post(browser, url, { email: 'no address' }, headers)).status).toBe(400);
    expect(
      (await post(browser, url, { email: 'a@b.c' }, { ...headers, origin: 'https://evil.example' })).status,
    ).toBe(403);
  });

  it('mails only so many links for one address of a client', async () => {
    const browser = new Browser(graph);
    const { url } = await browser.open((await authorizationRequest(client)).url);
    const ask = async (address: string) =>
      (await post(browser, url, { email: 'x@example.com' }, { 'x-forwarded-for': address })).status;
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) statuses.push(await ask('192.0.2.78'));
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await ask('192.0.2.79')).toBe(200);
  });

  it('begins only so many authorizations from one address', async () => {
    const browser = new Browser(graph);
    const { url } = await authorizationRequest(client);
    const open = (address: string, forged = {}) =>
      browser.request(url, { headers: { 'x-forwarded-for': address, ...forged } });
    const statuses: number[] = [];
    for (let n = 0; n < 13; n++) {
      // Only the gateway says whose request it is.
      statuses.push((await open('192.0.2.80', { 'x-client-address': `192.0.2.${n}` })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 12 }, () => 303), 429]);
    expect(Number((await open('192.0.2.80')).headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await open('192.0.2.81')).status).toBe(303);
  });

  it('takes no session from outside', async () => {
    const browser = new Browser(graph);
    const { url } = await browser.open((await authorizationRequest(client)).url);
    const { token } = await sessionOf(graph, user);
    const forged = await browser.request(url, { headers: { 'x-almanac-session': token } });
    expect(await forged.text()).toContain('Sign in to continue');
    await browser.keep(token);
    expect((await browser.request(url)).status).toBe(303);
  });

  it('is asked for anew where the client wants it fresh', async () => {
    const browser = new Browser(graph);
    await browser.signIn(graph, user);
    const { url } = await authorizationRequest(client, { prompt: 'login', scope: 'openid' });
    const asked = await browser.open(url);
    expect(await asked.page?.text()).toContain('Sign in to continue');
    // Seconds are what tells before from after.
    await new Promise(resolve => setTimeout(resolve, 1_100));
    await browser.signIn(graph, user);
    expect((await browser.open(asked.url)).url.searchParams.get('code')).not.toBeNull();
    const aged = async (max_age: string) =>
      (
        await browser.open((await authorizationRequest(client, { max_age, prompt: 'consent' })).url)
      ).page?.text();
    expect(await aged('0')).toContain('Sign in to continue');
    expect(await aged('3600')).toContain('name="decision"');
    const silent = await browser.open((await authorizationRequest(client, { prompt: 'none' })).url);
    expect(silent.url.searchParams.get('error')).toBe('login_required');
    expect(decodeJwt((await tokensFor(browser, client)).access_token).sub).toBe(user.id);
  });
});
