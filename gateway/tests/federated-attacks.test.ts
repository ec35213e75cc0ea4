import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MutableToken } from 'oauth2-mock-server';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import {
  answerFor,
  connect,
  countSessions,
  type MockIssuer,
  startMockIssuer,
  whoIsIn,
} from './kit/issuers.ts';
import { Browser, ISSUER } from './kit/oauth.ts';
import { sessionOf } from './kit/sessions.ts';

const oidcOf = ({ url }: MockIssuer) => ({
  issuer: url,
  clientId: 'almanac',
  clientSecret: 'a shared secret',
});
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Every refused answer is tried next to one that differs in nothing but the attack, which signs in. */
describe('forged answers of OpenID issuers', () => {
  let graph: TestGraph;
  let honest: MockIssuer;
  let evil: MockIssuer;
  let connectionId: string;
  let evilConnectionId: string;
  let victim: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ publicUrl: ISSUER });
    honest = await startMockIssuer({ sub: 'victim' });
    evil = await startMockIssuer({ sub: 'victim' });
    victim = await graph.signUp();
    const session = (await sessionOf(graph, victim)).token;
    connectionId = (await connect(graph, { user: victim, session }, { oidc: oidcOf(honest) })).id;
    const mallory = await graph.signUp();
    const own = (await sessionOf(graph, mallory)).token;
    evilConnectionId = (await connect(graph, { user: mallory, session: own }, { oidc: oidcOf(evil) })).id;
    const browser = new Browser(graph);
    await browser.keep(session);
    await browser.open(await answerFor(graph, browser, { connectionId }, session));
  });
  afterAll(async () => {
    await graph?.stop();
    await honest?.stop();
    await evil?.stop();
  });
  beforeEach(() => {
    honest.forge = () => {};
    honest.answer = body => body;
  });

  /** Whether an answer signs in, as far as browser, graph and database can tell. */
  async function signsIn(change: (callback: URL) => URL | Promise<URL> = url => url): Promise<boolean> {
    const browser = new Browser(graph);
    const before = await countSessions(graph);
    const arrived = await browser.open(await change(await answerFor(graph, browser, { connectionId })));
    const isIn = (await whoIsIn(browser)) === victim.handle;
    expect((await countSessions(graph)) - before).toBe(isIn ? 1 : 0);
    expect(arrived.page?.status).toBe(isIn ? 200 : 400);
    return isIn;
  }
  const control = async () => {
    honest.forge = () => {};
    honest.answer = body => body;
    expect(await signsIn()).toBe(true);
  };

  const past = () => Math.floor(Date.now() / 1000) - 3600;
  const claims: [string, (token: MutableToken) => void][] = [
    ['another nonce', ({ payload }) => Object.assign(payload, { nonce: 'replayed' })],
    ['no nonce', ({ payload }) => void delete payload['nonce']],
    ['another issuer', ({ payload }) => Object.assign(payload, { iss: 'https://issuer.example' })],
    ['another audience', ({ payload }) => Object.assign(payload, { aud: 'another client' })],
    [
      'several audiences without azp',
      ({ payload }) => Object.assign(payload, { aud: ['almanac', 'another'] }),
    ],
    ['another azp', ({ payload }) => Object.assign(payload, { aud: ['almanac', 'b'], azp: 'b' })],
    ['no audience', ({ payload }) => void delete payload['aud']],
    ['expired', ({ payload }) => Object.assign(payload, { exp: past(), iat: past() - 60, nbf: past() - 60 })],
    ['no expiry', ({ payload }) => void delete (payload as { exp?: number }).exp],
    ['not yet', ({ payload }) => Object.assign(payload, { nbf: past() + 7200 })],
    ['no subject', ({ payload }) => void delete payload['sub']],
    ['an empty subject', ({ payload }) => Object.assign(payload, { sub: '' })],
    ['an unknown key', ({ header }) => Object.assign(header, { kid: '../../dev/null' })],
  ];

  it.each(claims)('refuses an id token with %s', async (_what, forge) => {
    honest.forge = forge;
    expect(await signsIn()).toBe(false);
    await control();
  });

  const tokens: [string, (token: string) => string | undefined][] = [
    ['no signature at all', token => `${encode({ alg: 'none' })}.${token.split('.')[1]}.`],
    ['its signature stripped', token => `${token.split('.').slice(0, 2).join('.')}.`],
    ['a changed payload', token => forgedPayload(token)],
    ['HS256 by the public key', token => signedBy(token, JSON.stringify(publicKey()))],
    ['HS256 by the client secret', token => signedBy(token, 'a shared secret')],
    ['no id token', () => undefined],
    ['something else', () => 'no token'],
  ];
  const publicKey = () => honest.keys.toJSON()[0];
  const forgedPayload = (token: string) => {
    const [header, payload = '', signature] = token.split('.');
    const content = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return [header, encode({ ...content, extra: true }), signature].join('.');
  };
  const signedBy = (token: string, secret: string) => {
    const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${token.split('.')[1]}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };

  it.each(tokens)('refuses %s', async (_what, change) => {
    honest.answer = ({ id_token, ...body }) => {
      const changed = change(String(id_token));
      return changed === undefined ? body : { ...body, id_token: changed };
    };
    expect(await signsIn()).toBe(false);
    await control();
  });

  it('refuses a state that is unknown, missing, or of another source', async () => {
    const withState = (state: string | null) => (url: URL) => {
      if (state === null) url.searchParams.delete('state');
      else url.searchParams.set('state', state);
      return url;
    };
    expect(await signsIn(withState(randomUUID()))).toBe(false);
    expect(await signsIn(withState(null))).toBe(false);
    const elsewhere = (url: URL) => new URL(url.href.replace(connectionId, evilConnectionId));
    expect(await signsIn(elsewhere)).toBe(false);
    await control();
  });

  it('refuses an answer a second time, and in another browser', async () => {
    const browser = new Browser(graph);
    const callback = await answerFor(graph, browser, { connectionId });
    const thief = new Browser(graph);
    expect((await thief.open(callback)).page?.status).toBe(400);
    const owner = new Browser(graph);
    await answerFor(graph, owner, { connectionId });
    // Somebody who has begun a sign-in of their own has a cookie, but not this one.
    expect((await owner.open(callback)).page?.status).toBe(400);
    expect((await browser.open(callback)).page?.status).toBe(200);
    expect(await whoIsIn(browser)).toBe(victim.handle);
    const before = await countSessions(graph);
    expect((await browser.open(callback)).page?.status).toBe(400);
    const atOnce = await answerFor(graph, browser, { connectionId });
    const statuses = await Promise.all(Array.from({ length: 10 }, () => browser.request(atOnce)));
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await countSessions(graph)).toBe(before + 1);
  });

  it('refuses a code that was given to somebody else', async () => {
    const stolen =
      (await answerFor(graph, new Browser(graph), { connectionId })).searchParams.get('code') ?? '';
    const swap = (url: URL) => {
      url.searchParams.set('code', stolen);
      return url;
    };
    // PKCE: the code was for another verifier.
    expect(await signsIn(swap)).toBe(false);
    await control();
  });

  it('is not mixed up between issuers', async () => {
    const says = (issuer: string) => (url: URL) => {
      url.searchParams.set('iss', issuer);
      return url;
    };
    expect(await signsIn(says(evil.url))).toBe(false);
    expect(await signsIn(says(honest.url))).toBe(true);
    // Another issuer calls its own user the same: that is somebody else.
    const browser = new Browser(graph);
    await browser.open(await answerFor(graph, browser, { connectionId: evilConnectionId }));
    expect(await whoIsIn(browser)).toBeNull();
    // Nor can it write the honest one's name into its tokens.
    evil.forge = ({ payload }) => Object.assign(payload, { iss: honest.url });
    const forger = new Browser(graph);
    const arrived = await forger.open(await answerFor(graph, forger, { connectionId: evilConnectionId }));
    expect(arrived.page?.status).toBe(400);
    expect(await whoIsIn(forger)).toBeNull();
    await control();
  });

  it('is over after half an hour', async () => {
    const late = async (url: URL) => {
      await graph.database.query(
        `update identity.federated_sign_ins set expires_at = now() - interval '1 second' where answered_at is null`,
      );
      return url;
    };
    expect(await signsIn(late)).toBe(false);
    await control();
  });

  it('an error of the issuer signs nobody in', async () => {
    const denied = (url: URL) => {
      url.searchParams.delete('code');
      url.searchParams.set('error', 'access_denied');
      return url;
    };
    expect(await signsIn(denied)).toBe(false);
    await control();
  });
});
