import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import {
  answerFor,
  connect,
  countSessions,
  type ForeignProvider,
  startForeignProvider,
  whoIsIn,
} from './kit/issuers.ts';
import { Browser, ISSUER } from './kit/oauth.ts';
import { sessionOf } from './kit/sessions.ts';

const CLIENT = { id: 'almanac', secret: 'a secret between the two of them' };

/**
 * A whole OpenID provider that keeps the rules (`oidc-provider`), for what one that says anything (`oauth2-mock-server`)
 * does not show: it names itself in its answers, takes a code once, and tells addresses only where it is asked for them.
 */
describe('signing in by the OpenID provider of somebody else', () => {
  let graph: TestGraph;
  let provider: ForeignProvider;
  let user: TestUser;
  let session: string;
  let connectionId: string;

  beforeAll(async () => {
    graph = await startGraph({ publicUrl: ISSUER });
    user = await graph.signUp();
    session = (await sessionOf(graph, user)).token;
    const email = `${user.handle}@corp.example`;
    provider = await startForeignProvider({ sub: 'e-1', email, email_verified: true }, CLIENT);
    const oidc = { issuer: provider.url, clientId: CLIENT.id, clientSecret: CLIENT.secret };
    const connection = await connect(graph, { user, session }, { oidc });
    connectionId = connection.id;
    provider.answerTo(connection.callbackUrl);
    const browser = new Browser(graph);
    await browser.keep(session);
    await browser.open(await answerFor(graph, browser, { connectionId }, session));
    const known = await graph.execute(ops.FederatedIdentitiesDocument, {}, { key: session });
    // Its id tokens hold no address: it was asked for.
    expect(known.data.federatedIdentities).toMatchObject([{ connectionId, issuer: provider.url, email }]);
  });
  beforeEach(() => {
    provider.denies = false;
  });
  afterAll(async () => {
    await graph?.stop();
    await provider?.stop();
  });

  async function signsIn(change: (callback: URL) => void = () => {}): Promise<boolean> {
    const browser = new Browser(graph);
    const before = await countSessions(graph);
    const callback = await answerFor(graph, browser, { connectionId });
    change(callback);
    const { page } = await browser.open(callback);
    const isIn = (await whoIsIn(browser)) === user.handle;
    expect((await countSessions(graph)) - before).toBe(isIn ? 1 : 0);
    expect(page?.status).toBe(isIn ? 200 : 400);
    return isIn;
  }

  it.each<[string, (callback: URL) => void]>([
    ['without its name', ({ searchParams }) => searchParams.delete('iss')],
    ['with the name of another', ({ searchParams }) => searchParams.set('iss', 'https://evil.example')],
    ['with two names', ({ searchParams }) => searchParams.append('iss', 'https://evil.example')],
    ['with a code of its own making', ({ searchParams }) => searchParams.set('code', 'made-up')],
    ['without a code', ({ searchParams }) => searchParams.delete('code')],
  ])('refuses an answer %s', async (_what, change) => {
    expect(await signsIn(change)).toBe(false);
    expect(await signsIn()).toBe(true);
  });

  it('signs nobody in who does not want to be named', async () => {
    provider.denies = true;
    expect(await signsIn(({ searchParams }) => expect(searchParams.get('error')).toBe('access_denied'))).toBe(
      false,
    );
    provider.denies = false;
    expect(await signsIn()).toBe(true);
  });

  it('gives a code to no other attempt, and takes none twice', async () => {
    const stolen = await answerFor(graph, new Browser(graph), { connectionId });
    const code = stolen.searchParams.get('code') ?? '';
    expect(await signsIn(({ searchParams }) => searchParams.set('code', code))).toBe(false);
    const browser = new Browser(graph);
    const callback = await answerFor(graph, browser, { connectionId });
    expect((await browser.open(callback)).page?.status).toBe(200);
    const used = callback.searchParams.get('code') ?? '';
    expect(await signsIn(({ searchParams }) => searchParams.set('code', used))).toBe(false);
    expect(await signsIn()).toBe(true);
  });

  it('proves itself to the provider by the secret that was given last', async () => {
    const change = async (clientSecret: string) => {
      const [row] = await graph.database.query<{ version: number }>(
        'select version from identity.sso_connections',
      );
      const oidc = { issuer: provider.url, clientId: CLIENT.id, clientSecret };
      const input = { id: connectionId, expectedVersion: row?.version ?? 0, oidc };
      const changed = await graph.execute(ops.UpdateSsoConnectionDocument, { input }, { key: session });
      expect(changed.data.updateSsoConnection.__typename).toBe('SsoConnectionUpdated');
    };
    await change('not the secret');
    expect(await signsIn()).toBe(false);
    await change(CLIENT.secret);
    expect(await signsIn()).toBe(true);
  });
});
