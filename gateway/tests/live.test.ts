import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { collect, until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type BookableEventType, book, bookable, cancel, slotsOf } from './kit/stories.ts';

type Change = NonNullable<ops.BookingChangedSubscription['bookingChanged']>;

describe.each<Topology>(['standalone', 'distributed'])('live changes, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    intro = await bookable(graph, ada, { slug: 'intro', title: 'Intro' });
  });
  afterAll(() => graph.stop());

  const watch = (key: string, variables: ops.BookingChangedSubscriptionVariables = {}) =>
    graph.watch(key, ops.BookingChangedDocument, variables);
  const changes = async (watching: Awaited<ReturnType<typeof watch>>, count: number): Promise<Change[]> =>
    (await watching.take(count)).map(result => result.bookingChanged);

  it('delivers a booking at once, with fields of all three subgraphs', async () => {
    const watching = await watch(ada.key);
    const [slot] = await slotsOf(graph, intro.id);
    const booking = await book(graph, intro.id, slot);
    const [change] = await changes(watching, 1);
    expect(change).toMatchObject({
      kind: 'BOOKING_CREATED',
      actor: { kind: 'ANONYMOUS', id: null },
      booking: {
        id: booking.id,
        status: 'CONFIRMED',
        startsAt: slot?.startsAt,
        version: 1,
        eventType: { id: intro.id, title: 'Intro' },
        hosts: [{ id: ada.id, name: 'Ada Lovelace' }],
        attendees: [{ name: 'Grace Hopper' }],
        references: [],
      },
    });
    watching.end();
  });

  it('replays what was missed, in order and once, and goes on live', async () => {
    const first = await watch(ada.key);
    const slots = await slotsOf(graph, intro.id);
    const booking = await book(graph, intro.id, slots[0]);
    const [seen] = await changes(first, 1);
    first.end();

    await cancel(graph, booking);
    const others = [await book(graph, intro.id, slots[1]), await book(graph, intro.id, slots[2])];
    const second = await watch(ada.key, { after: seen?.cursor ?? null });
    await changes(second, 3);
    others.push(await book(graph, intro.id, slots[3]));
    const caughtUp = await changes(second, 4);
    expect(caughtUp.map(change => [change.kind, change.booking.id])).toEqual([
      ['BOOKING_CANCELLED', booking.id],
      ['BOOKING_CREATED', others[0]?.id],
      ['BOOKING_CREATED', others[1]?.id],
      ['BOOKING_CREATED', others[2]?.id],
    ]);
    expect(new Set(caughtUp.map(change => change.cursor)).size).toBe(4);
    second.end();

    const again = await watch(ada.key, { after: seen?.cursor ?? null });
    expect(await changes(again, 4)).toEqual(caughtUp);
    again.end();
  });

  it('shows each change as it left the booking, however late it is read', async () => {
    const first = await watch(ada.key);
    const [slot] = await slotsOf(graph, intro.id);
    const marker = await book(graph, intro.id, slot);
    const [seen] = await changes(first, 1);
    first.end();
    await cancel(graph, marker);
    const [next] = await slotsOf(graph, intro.id);
    const booking = await book(graph, intro.id, next);
    await cancel(graph, booking);
    const late = await watch(ada.key, { after: seen?.cursor ?? null, filter: { bookingIds: [booking.id] } });
    const states = (await changes(late, 2)).map(({ booking: { status, version } }) => [status, version]);
    expect(states).toEqual([
      ['CONFIRMED', 1],
      ['CANCELLED', 2],
    ]);
    late.end();
  });

  it('filters by event type and by kind', async () => {
    const other = await bookable(graph, ada);
    const watching = await watch(ada.key, {
      filter: { eventTypeIds: [other.id], kinds: ['BOOKING_CANCELLED'] },
    });
    const slots = await slotsOf(graph, intro.id);
    await cancel(graph, await book(graph, intro.id, slots[0]));
    const wanted = await book(graph, other.id, slots[1]);
    await cancel(graph, wanted);
    const [change] = await changes(watching, 1);
    expect(change?.booking.id).toBe(wanted.id);
    expect(watching.results).toHaveLength(1);
    watching.end();
  });

  it('tells a stranger nothing', async () => {
    const stranger = await graph.signUp();
    const theirs = await watch(stranger.key);
    const own = await watch(ada.key);
    const [slot] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slot);
    await changes(own, 1);
    expect(theirs.results).toEqual([]);
    theirs.end();
    own.end();
  });

  it('refuses whoever is not signed in or lacks the scope', async () => {
    const limited = await graph.signUp({ scopes: ['PROFILE_READ'] });
    for (const [key, code] of [
      [undefined, 'UNAUTHENTICATED'],
      [limited.key, 'FORBIDDEN'],
    ] as const) {
      const watching = collect(graph.connect(key), ops.BookingChangedDocument);
      await until(() => watching.isDone);
      expect(watching.results.map(result => result.errors?.[0]?.extensions.code)).toEqual([code]);
    }
  });

  it('refuses a cursor that is not one of ours', async () => {
    const watching = await watch(ada.key, { after: 'bm90IGEgY3Vyc29y' });
    await until(() => watching.isDone);
    expect(watching.results[0]?.errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'after' },
    });
  });

  it('answers queries and mutations on the same socket', async () => {
    const answers = collect(graph.connect(ada.key), ops.MeDocument);
    const [answer] = await answers.take(1);
    expect(answer?.me.handle).toBe('ada');
  });

  it('closes the socket of a wrong key with 4401', async () => {
    const socket = new WebSocket(graph.url.replace('http', 'ws'), 'graphql-transport-ws');
    const closed = new Promise<CloseEvent>(done => socket.addEventListener('close', done));
    socket.addEventListener('open', () => {
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer alm_test_wrong' } }),
      );
    });
    const { code, reason } = await closed;
    expect([code, reason]).toEqual([4401, 'API_KEY_TRUNCATED: The end of the API key is missing.']);
  });
});
