import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { fetchesOf, pageOf, reader, warm } from './kit/cached.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { bookable } from './kit/stories.ts';
import { team } from './kit/teams.ts';

describe.each<Topology>(['standalone', 'distributed'])('answers that are kept, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  /** No other run asks for it in the Redis that tests share. */
  const handle = `ada-${Math.random().toString(36).slice(2, 10)}`;

  beforeAll(async () => {
    graph = await startGraph({ topology, responseCache: { settleMs: 0 } });
    ada = await graph.signUp({ handle });
    await bookable(graph, ada, { slug: 'intro', title: 'Intro' });
  });
  afterAll(() => graph.stop());

  const page = (options: object = {}) =>
    graph.execute(ops.EventTypePageDocument, { owner: handle, slug: 'intro' }, options);

  it('are those that were read, to the byte, and take no fetches', async () => {
    const read = await page({ key: ada.key });
    expect(await fetchesOf(graph, () => page({ key: ada.key }))).toBeGreaterThan(1);
    expect(await warm(graph, pageOf(graph, handle, 'intro'))).toEqual(read.data.eventTypeBySlug);
    const kept = await page();
    expect(JSON.stringify(kept.body)).toBe(JSON.stringify(read.body));
    expect(kept.headers.get('cache-control')).toBe('no-store');
  });

  it('are the same for the same variables however they are spelt, and others for others', async () => {
    await warm(graph, pageOf(graph, handle, 'intro'));
    const spelt = { slug: 'intro', privateLink: null, owner: handle };
    expect(
      await fetchesOf(graph, async () => {
        expect((await graph.execute(ops.EventTypePageDocument, spelt)).data.eventTypeBySlug?.title).toBe(
          'Intro',
        );
      }),
    ).toBe(0);
    const other = await graph.execute(ops.EventTypePageDocument, { owner: handle, slug: 'other' });
    expect(other.data.eventTypeBySlug).toBeNull();
  });

  it('cost what they would cost', async () => {
    const ask = async () => {
      const response = await fetch(graph.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `{ eventTypeBySlug(owner: "${handle}", slug: "intro") { id title } }`,
          extensions: { cost: true },
        }),
      });
      return (await response.json()) as { data: unknown; extensions: { cost: unknown } };
    };
    const first = await ask();
    const last = (await warm(graph, ask)) as typeof first;
    expect(last).toEqual(first);
    expect(last.extensions.cost).toMatchObject({ estimated: 1 });
  });

  it('are not for callers with a credential, nor are theirs for anybody else', async () => {
    const member = await graph.signUp();
    const teamId = await team(graph, ada, { MEMBER: member });
    const query = 'query ($id: ID!, $team: ID!) { user(id: $id) { name email } team(id: $team) { version } }';
    const read = reader(graph, query, { id: ada.id, team: teamId });
    const asMember = () =>
      graph.execute<{ user: { email: string | null } }, object>(
        query,
        { id: ada.id, team: teamId },
        { key: member.key },
      );
    expect((await asMember()).data.user.email).toContain('@');
    expect(await read()).toMatchObject({ user: { email: null }, team: { version: null } });
    expect((await asMember()).data.user.email).toContain('@');

    const open = 'query ($id: ID!) { user(id: $id) { name } }';
    await warm(graph, reader(graph, open, { id: ada.id }));
    const own = () => graph.execute(open, { id: ada.id }, { key: ada.key });
    expect(await fetchesOf(graph, own)).toBe(1);
    await graph.execute(ops.UpdateProfileDocument, { input: { name: 'Ada King' } }, { key: ada.key });
    expect((await own()).data).toEqual({ user: { name: 'Ada King' } });
  });

  it('are not what an inactive or private event type shows its owner', async () => {
    await bookable(graph, ada, { slug: 'private', visibility: 'PRIVATE' });
    const read = pageOf(graph, handle, 'private');
    const variables = { owner: handle, slug: 'private' };
    const own = await graph.execute(ops.EventTypePageDocument, variables, { key: ada.key });
    expect(own.data.eventTypeBySlug).not.toBeNull();
    expect(await read()).toBeNull();
  });

  it('are none where nothing was found: it may be there the next moment', async () => {
    const query = `query ($id: ID!) { eventTypeBySlug(owner: "${handle}", slug: "later") { id } user(id: $id) { id } }`;
    const read = reader(graph, query, { id: ada.id });
    for (let i = 0; i < 3; i++) expect(await fetchesOf(graph, read)).toBeGreaterThan(0);
    const { id } = await bookable(graph, ada, { slug: 'later' });
    expect(await read()).toMatchObject({ eventTypeBySlug: { id } });
  });

  it('are none that a private link opens, which ends by itself', async () => {
    const { id } = await bookable(graph, ada, { slug: 'hidden', visibility: 'PRIVATE' });
    const { createPrivateLink } = (
      await graph.execute(ops.CreatePrivateLinkDocument, { input: { eventTypeId: id } }, { key: ada.key })
    ).data;
    const variables = { owner: handle, slug: 'hidden', privateLink: createPrivateLink.token };
    const open = () => graph.execute(ops.EventTypePageDocument, variables);
    expect((await open()).data.eventTypeBySlug?.id).toBe(id);
    expect(await fetchesOf(graph, open)).toBeGreaterThan(0);
  });

  it('are none where anything of it is for some only, or of the moment', async () => {
    const reads = [
      `{ eventTypeBySlug(owner: "${handle}", slug: "intro") { title hosts { weight } } }`,
      `{ eventTypeBySlug(owner: "${handle}", slug: "intro") { title } signInOptions { __typename } }`,
    ];
    for (const query of reads) {
      expect(await fetchesOf(graph, reader(graph, query, {}))).toBeGreaterThan(0);
    }
  });

  it('are read once by all who ask at the same moment', async () => {
    const read = reader(
      graph,
      `{ eventTypeBySlug(owner: "${handle}", slug: "intro") { title version slug } }`,
      {},
    );
    await warm(graph, read);
    const fresh = reader(
      graph,
      `{ eventTypeBySlug(owner: "${handle}", slug: "intro") { slug version title } }`,
      {},
    );
    graph.resetFetches();
    const answers = await Promise.all(Array.from({ length: 20 }, () => fresh()));
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(graph.fetches['scheduling']).toBeLessThan(5);
  });
});
