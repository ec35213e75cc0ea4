import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type BookableEventType, book, bookable, cancel, slotsOf } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('subscriptions that ask the same, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    intro = await bookable(graph, ada, { slug: 'intro', title: 'Intro', durationMinutes: 15 });
  });
  afterAll(() => graph.stop());

  const stats = () => graph.gateway.subscriptions.stats();
  const watch = (variables: ops.BookingChangedSubscriptionVariables = {}, key = ada.key) =>
    graph.watch(key, ops.BookingChangedDocument, variables);
  const cursorsOf = ({ results }: Awaited<ReturnType<typeof watch>>) =>
    results.map(({ data }) => data?.bookingChanged.cursor);

  it('share one upstream, one execution and its fetches', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => watch()));
    const before = stats();
    expect(before.feeds).toBe(1);
    graph.resetFetches();
    const [slot] = await slotsOf(graph, intro.id);
    const booking = await book(graph, intro.id, slot);
    for (const watching of all) await watching.take(1);
    expect(new Set(all.map(watching => JSON.stringify(watching.results)))).toHaveProperty('size', 1);
    expect(stats().executed - before.executed).toBe(1);
    expect(stats().sent - before.sent).toBe(20);
    // For the booking's references; what happened is delivered there besides.
    expect(graph.fetches['integrations']).toBeLessThan(5);

    // The control: what asks something else has its own.
    const other = await watch({ filter: { kinds: ['BOOKING_CANCELLED'] } });
    expect(stats().feeds).toBe(2);
    await cancel(graph, booking);
    await other.take(1);
    for (const watching of all) await watching.take(2);
    expect(stats().executed - before.executed).toBe(3);
    for (const watching of [...all, other]) watching.end();
    await until(() => stats().feeds === 0);
  });

  it('share nothing with those of other users', async () => {
    const grace = await graph.signUp();
    const [own, theirs] = [await watch(), await watch({}, grace.key)];
    expect(stats().feeds).toBe(2);
    const [slot] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slot);
    await own.take(1);
    expect(theirs.results).toEqual([]);
    own.end();
    theirs.end();
    await until(() => stats().feeds === 0);
  });

  it('do not see what another one selects of the same event', async () => {
    const small = graph.watch(ada.key, 'subscription { bookingChanged { kind booking { id } } }' as never);
    const renamed = graph.watch(
      ada.key,
      'subscription { change: bookingChanged { booking { kind: id hosts { kind: name } } } }' as never,
    );
    const [a, b] = [await small, await renamed];
    const [slot] = await slotsOf(graph, intro.id);
    const { id } = await book(graph, intro.id, slot);
    expect(await a.take(1)).toEqual([{ bookingChanged: { kind: 'BOOKING_CREATED', booking: { id } } }]);
    expect(await b.take(1)).toEqual([
      { change: { booking: { kind: id, hosts: [{ kind: 'Ada Lovelace' }] } } },
    ]);
    a.end();
    b.end();
  });

  it('become one behind their cursors, and miss and repeat nothing', async () => {
    const first = await watch();
    const slots = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slots[0]);
    await book(graph, intro.id, slots[1]);
    await first.take(2);
    const [one] = cursorsOf(first);
    const late = [await watch({ after: one ?? null }), await watch({ after: one ?? null })];
    for (const watching of late) await watching.take(1);
    await book(graph, intro.id, slots[2]);
    await first.take(3);
    for (const watching of late) await watching.take(2);
    await until(() => stats().feeds === 1);
    const { executed } = stats();
    await book(graph, intro.id, slots[3]);
    await first.take(4);
    for (const watching of late) await watching.take(3);
    expect(late.map(cursorsOf)).toEqual([cursorsOf(first).slice(1), cursorsOf(first).slice(1)]);
    expect(stats().executed - executed).toBe(1);
    for (const watching of [first, ...late]) watching.end();
    await until(() => stats().feeds === 0);
  });

  it('let go of a silent upstream when their clients have gone, however those went', async () => {
    const [polite, rude] = [await watch(), await watch({ filter: { kinds: ['BOOKING_EXPIRED'] } })];
    expect(stats()).toMatchObject({ active: 2, feeds: 2 });
    polite.end();
    await until(() => stats().feeds === 1);
    const [socket] = [...graph.gateway.websocketServer.clients].slice(-1);
    socket?.terminate();
    await until(() => stats().feeds === 0);
    expect(stats().active).toBe(0);
    rude.end();
  });

  it('answer a root field that is included on a condition with an error, and keep the socket', async () => {
    const broken = await graph.watch(
      ada.key,
      'subscription ($x: Boolean!) { bookingChanged @include(if: $x) { kind } }' as never,
      { x: true } as never,
    );
    await until(() => broken.isDone);
    expect(broken.results[0]?.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('tell what a subgraph costs that is gone, and all the rest', async () => {
    if (topology === 'standalone') return;
    const watching = await graph.watch(
      ada.key,
      'subscription { bookingChanged { booking { id references { kind } } } }' as never,
    );
    await graph.servers['integrations']?.close();
    const [slot] = await slotsOf(graph, intro.id);
    const { id } = await book(graph, intro.id, slot);
    await until(() => watching.results.length === 1);
    expect(watching.results[0]).toMatchObject({
      data: { bookingChanged: { booking: { id, references: null } } },
      errors: [{ extensions: { code: 'UPSTREAM_FAILED' } }],
    });
    watching.end();
  });

  it('go on behind the last event when the line to the subgraph was cut', async () => {
    if (topology === 'standalone') return;
    const all = [await watch(), await watch({ filter: { eventTypeIds: [intro.id] } })];
    const slots = await slotsOf(graph, intro.id);
    const expected: string[] = [];
    for (const slot of slots.slice(0, 6)) {
      for (const socket of graph.servers['scheduling']?.websocketServer.clients ?? []) socket.terminate();
      expected.push((await book(graph, intro.id, slot)).id);
    }
    for (const watching of all) {
      await until(() => watching.results.length >= expected.length);
      expect(watching.results.map(({ data }) => data?.bookingChanged.booking.id)).toEqual(expected);
      watching.end();
    }
  });
});
