import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { createOrganization } from './kit/organizations.ts';
import { bookSeries, SERIES, seriesInput } from './kit/series.ts';
import { type BookableEventType, book, bookable, createTeam, delivered, slotsOf } from './kit/stories.ts';

describe.each(['standalone', 'distributed'] as const)('any object by its id, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let eve: TestUser;
  let intro: BookableEventType;
  /** One object of each type, all of them Ada's. */
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada' });
    eve = await graph.signUp({ handle: 'eve' });
    intro = await bookable(graph, ada, { slug: 'intro', ...SERIES });
    const slots = await slotsOf(graph, intro.id);
    ids['User'] = ada.id;
    ids['Team'] = await createTeam(graph, ada);
    ids['Organization'] = await createOrganization(graph, ada, 'org-of-ada');
    ids['EventType'] = intro.id;
    ids['Booking'] = (await book(graph, intro.id, slots[0])).id;
    ids['BookingSeries'] = (await bookSeries(graph, seriesInput(intro.id, slots[8]?.startsAt ?? ''))).id;
    const hook = await graph.execute(
      ops.CreateWebhookEndpointDocument,
      { input: { url: 'http://127.0.0.1:9/', eventKinds: ['BOOKING_CREATED'] } },
      { key: ada.key },
    );
    const made = hook.data.createWebhookEndpoint;
    if (made.__typename === 'WebhookEndpointCreated') ids['WebhookEndpoint'] = made.endpoint.id;
    await delivered(graph);
  });
  afterAll(() => graph.stop());

  const node = (id: string, user?: TestUser) =>
    graph.execute(ops.NodeDocument, { id }, user ? { key: user.key } : {});
  const nodes = (list: string[], user?: TestUser) =>
    graph.execute(ops.NodesDocument, { ids: list }, user ? { key: user.key } : {});

  it('is found by who may see it, with what all subgraphs know of it', async () => {
    for (const [type, id] of Object.entries(ids))
      expect((await node(id, ada)).data.node).toMatchObject({ __typename: type, id });
    expect((await node(ids['Booking'] ?? '', ada)).data.node).toMatchObject({
      startsAt: expect.any(String),
      references: [],
    });
    expect((await node(ids['EventType'] ?? '', ada)).data.node).toMatchObject({ title: expect.any(String) });
    expect((await node(ada.id)).data.node).toMatchObject({ __typename: 'User', name: 'ada' });
  });

  it('is null for everybody else, as if it did not exist', async () => {
    for (const type of ['Organization', 'Booking', 'BookingSeries', 'WebhookEndpoint']) {
      const id = ids[type] ?? '';
      const none = newId(id.split('_')[0] ?? '');
      const asEve = await node(id, eve);
      expect([type, asEve.body.data]).toEqual([type, { node: null }]);
      for (const user of [eve, undefined]) {
        const [foreign, missing] = [(await node(id, user)).body, (await node(none, user)).body];
        const told = (body: unknown) =>
          JSON.stringify(body)
            .replaceAll(/"requestId":"[^"]*"/g, '')
            .replaceAll(none, id);
        expect(told(foreign)).toBe(told(missing));
      }
    }
  });

  it('shows a private event type to nobody but its hosts', async () => {
    const hidden = await bookable(graph, ada, { slug: 'hidden', visibility: 'PRIVATE' });
    expect((await node(hidden.id, ada)).data.node?.id).toBe(hidden.id);
    for (const user of [eve, undefined])
      expect((await node(hidden.id, user)).body.data).toEqual({ node: null });
  });

  it('is null for what is no id of an object', async () => {
    for (const id of [
      '',
      'bkg',
      'bkg_',
      'bkg_x',
      'usr_00000000000000000000000000x',
      newId('mbr'),
      '__proto___x',
      newId('nope'),
    ])
      expect([id, (await node(id, ada)).body]).toEqual([id, { data: { node: null } }]);
  });

  it('comes in the order of the ids, with holes, and twice where asked twice', async () => {
    const all = Object.values(ids);
    const asked = [ids['Booking'], 'nonsense', ...all, newId('bkg'), ids['Booking'], eve.id] as string[];
    const { nodes: found } = (await nodes(asked, ada)).data;
    expect(found.map(one => one?.id ?? null)).toEqual([
      ids['Booking'],
      null,
      ...all,
      null,
      ids['Booking'],
      eve.id,
    ]);
  });

  it('is asked for in one fetch a subgraph, however many there are', async () => {
    const slots = await slotsOf(graph, intro.id);
    const more: string[] = [];
    for (const slot of slots.slice(-8)) more.push((await book(graph, intro.id, slot)).id);
    const all = [...Object.values(ids), ...more];
    await nodes(all, ada);
    graph.resetFetches();
    expect((await nodes(all, ada)).data.nodes.map(one => one?.id)).toEqual(all);
    expect(graph.fetches).toEqual({ identity: 1, scheduling: 1, integrations: 1 });
  });

  it('is limited to a hundred at once', async () => {
    const list = Array.from({ length: 101 }, () => newId('bkg'));
    const refused = await nodes(list, ada);
    expect([refused.code, refused.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'ids']);
    expect((await nodes(list.slice(1), ada)).data.nodes).toEqual(Array(100).fill(null));
  });

  it('has a key of its own between subgraphs that no client sees', async () => {
    const answer = await graph.execute(`{ node(id: "${ada.id}") { ... on Booking { nodeId } } }`);
    expect(answer.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
