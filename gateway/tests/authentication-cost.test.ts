import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { Browser, ISSUER, registerClient, tokensFor } from './kit/oauth.ts';
import { sessionOf } from './kit/sessions.ts';
import { delivered } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('finding out who asks, %s', topology => {
  let graph: TestGraph;
  let user: TestUser;
  let accessToken: string;

  beforeAll(async () => {
    graph = await startGraph({ topology, publicUrl: ISSUER });
    user = await graph.signUp();
    const browser = new Browser(graph);
    await browser.signIn(graph, user);
    accessToken = (await tokensFor(browser, await registerClient(graph, user))).access_token;
  });
  afterAll(() => graph.stop());

  /** What a request costs identity that needs nothing else of it. */
  async function costOf(key: string | undefined) {
    await delivered(graph);
    await graph.database.resetStatements();
    graph.resetFetches();
    const answer = await graph.execute('{ __typename }', undefined, key ? { key } : {});
    expect(answer.status).toBe(200);
    return { fetches: { ...graph.fetches }, statements: await graph.database.countStatements('identity') };
  }
  const cold = { fetches: { identity: 1 }, statements: 1 };
  const nothing = { fetches: {}, statements: 0 };

  it('costs one fetch and one statement, whatever the credential is, and nothing once it is known', async () => {
    const { token: session } = await sessionOf(graph, user);
    for (const credential of [user.key, session, accessToken]) {
      // The control: what is not known has to be asked for.
      expect(await costOf(credential)).toEqual(cold);
      for (let again = 0; again < 3; again++) expect(await costOf(credential)).toEqual(nothing);
    }
  });

  it('costs nothing where nobody says who they are', async () => {
    expect(await costOf(undefined)).toEqual(nothing);
  });
});
