import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { revokeSession } from '../../subgraphs/identity/sessions/revoke-session.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { contextOf, sessionOf } from './kit/sessions.ts';
import { book, bookable, createTeam, joinTeam, slotsOf } from './kit/stories.ts';

const CHANGES = 'subscription { bookingChanged { cursor booking { id } } }';

describe.each<Topology>(['standalone', 'distributed'])('what ends a subscription, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  const sockets: WebSocket[] = [];

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(() => graph.stop());

  /** A socket as a browser has it, and all it is told. */
  async function open(key: string | null) {
    const socket = new WebSocket(graph.url.replace('http', 'ws'), 'graphql-transport-ws');
    sockets.push(socket);
    const told: { id?: string; type: string; payload?: { errors?: { extensions: { code: string } }[] } }[] =
      [];
    socket.addEventListener('message', ({ data }) => told.push(JSON.parse(String(data))));
    const closed = new Promise<[number, string]>(done =>
      socket.addEventListener('close', ({ code, reason }) => done([code, reason])),
    );
    await new Promise(done => socket.addEventListener('open', done));
    const send = (message: object) => socket.send(JSON.stringify(message));
    if (key !== null) {
      send({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
      await until(() => told.length > 0);
    }
    const subscribe = async (id: string, query = CHANGES) => {
      const { started } = graph.gateway.subscriptions.stats();
      send({ id, type: 'subscribe', payload: { query } });
      await until(() => graph.gateway.subscriptions.stats().started > started);
    };
    return { told, closed, send, subscribe };
  }

  it('is a revoked credential: each subscription is told, then the socket closes with 4401', async () => {
    const { token, id } = await sessionOf(graph, ada);
    const { told, closed, subscribe } = await open(token);
    await subscribe('1');
    await subscribe('2');
    const other = await open(ada.key);
    await other.subscribe('1');
    await revokeSession(contextOf(graph, ada), { id });
    const [code, reason] = await closed;
    expect([code, reason]).toEqual([4401, expect.stringMatching(/^SESSION_/)]);
    for (const operation of ['1', '2']) {
      const [last] = told.filter(message => message.id === operation && message.type === 'next');
      expect(last?.payload?.errors?.[0]?.extensions.code).toMatch(/^SESSION_/);
    }
    // The control: another credential of the same user goes on.
    expect(other.told.filter(({ type }) => type !== 'connection_ack')).toEqual([]);
  });

  it('is a credential whose time is over: 4403, and a new one may come', async () => {
    const expiresAt = new Date(Date.now() + 3_000).toISOString();
    const input = { name: 'Short', scopes: ['BOOKING_READ'], expiresAt };
    const mint =
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKeyCreated { secret } } }';
    const { data } = await graph.execute<{ createApiKey: { secret: string } }, object>(mint, { input }, ada);
    const { told, closed, subscribe } = await open(data.createApiKey.secret);
    await subscribe('1');
    expect(await closed).toEqual([4403, expect.stringMatching(/^API_KEY_EXPIRED/)]);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt));
    expect(told.at(-2)).toMatchObject({ payload: { errors: [{ extensions: { code: 'API_KEY_EXPIRED' } }] } });
  });

  it('is told to whoever asks on a socket whose credential has ended meanwhile', async () => {
    const { token, id } = await sessionOf(graph, ada);
    const { told, closed, send } = await open(token);
    await revokeSession(contextOf(graph, ada), { id });
    await until(async () => (await graph.execute('{ me { id } }', {}, { key: token })).status === 401);
    send({ id: '1', type: 'subscribe', payload: { query: '{ me { id } }' } });
    expect(await closed).toEqual([4401, expect.stringMatching(/^SESSION_/)]);
    expect(told[1]).toMatchObject({ id: '1', type: 'next', payload: { errors: [{ extensions: {} }] } });
  });

  it('is a membership that is over: nothing of the team is told any more', async () => {
    const [lead, bob] = [await graph.signUp(), await graph.signUp()];
    const teamId = await createTeam(graph, lead);
    const membershipId = await joinTeam(graph, { teamId, inviter: lead, member: bob, role: 'ADMIN' });
    const shared = await bookable(graph, lead, { ownerId: teamId, hostIds: [lead.id] } as never);
    const [leads, bobs] = [
      await graph.watch(lead.key, ops.BookingChangedDocument, {}),
      await graph.watch(bob.key, ops.BookingChangedDocument, {}),
    ];
    const slots = await slotsOf(graph, shared.id);
    await book(graph, shared.id, slots[0]);
    await bobs.take(1);
    const removal = 'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }';
    const removed = await graph.execute<{ removeMember: { __typename: string } }, object>(
      removal,
      { input: { membershipId } },
      lead,
    );
    expect(removed.data.removeMember.__typename).toBe('MemberRemoved');
    await until(async () => {
      const rows = await graph.database.query(
        'select 1 from scheduling.memberships where id = $1 and not is_ended',
        [uuidOf(membershipId)],
      );
      return rows.length === 0;
    });
    await book(graph, shared.id, slots[1]);
    await leads.take(2);
    expect(bobs.results).toHaveLength(1);
    leads.end();
    bobs.end();
  });

  it('is a socket that does not say who it is, says too much, or asks for too much', async () => {
    const silent = await open(null);
    const loud = await open(ada.key);
    loud.send({ id: '1', type: 'subscribe', payload: { query: 'x'.repeat(1_100_000) } });
    expect((await loud.closed)[0]).toBe(1009);
    const greedy = await open(ada.key);
    for (let i = 0; i < 50; i++) greedy.send({ id: `${i}`, type: 'subscribe', payload: { query: CHANGES } });
    await until(() => graph.gateway.subscriptions.stats().active >= 50);
    greedy.send({ id: '51', type: 'subscribe', payload: { query: CHANGES } });
    expect((await greedy.closed)[0]).toBe(4429);
    const hasty = await open(null);
    hasty.send({ id: '1', type: 'subscribe', payload: { query: CHANGES } });
    expect((await hasty.closed)[0]).toBe(4401);
    expect((await silent.closed)[0]).toBe(4408);
    await until(() => graph.gateway.subscriptions.stats().feeds === 0);
  });

  it('is a gateway that stops: 1001', async () => {
    const { told, closed, subscribe } = await open(ada.key);
    await subscribe('1');
    await graph.gateway.close();
    expect(await closed).toEqual([1001, 'The server is stopping: connect again.']);
    // No `complete`: the subscription is not over, it can be gone on with.
    expect(told.map(({ type }) => type)).toEqual(['connection_ack']);
  });
});
