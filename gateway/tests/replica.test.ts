import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { bookNth, type Crew, crewOf, sharedType } from './kit/crew.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { startReplicatedPostgres } from './kit/replicated-postgres.ts';
import { type BookableEventType, book, bookable, bookingInput, slotsOf } from './kit/stories.ts';
import { startTcpProxy, type TcpProxy, through } from './kit/tcp-proxy.ts';

const ATTEMPTS = 20;
/** Longer than the replica is frozen while it is still read from. */
const MAX_LAG_MS = 6_000;
const FROZEN_MS = 5_000;

describe('a replica that is read from', () => {
  let postgres: Awaited<ReturnType<typeof startReplicatedPostgres>>;
  let redis: Redis;
  /** From the far process to Redis. */
  let line: TcpProxy;
  /** Two processes of everything, before one database. */
  let near: TestGraph;
  let far: TestGraph;
  let ada: TestUser;
  let bob: TestUser;
  let intro: BookableEventType;
  let crew: Crew;
  let shared: BookableEventType;

  const startNode = (redisUrl: string) =>
    startGraph({
      topology: 'distributed',
      database: postgres.database,
      databases: name => ({
        REDIS_URL: redisUrl,
        DATABASE_REPLICA_URL: postgres.replicaUrlOf(name),
        DATABASE_REPLICA_MAX_LAG_MS: MAX_LAG_MS,
      }),
    });
  const titleFor = async (graph: TestGraph, user: TestUser, id = intro.id) =>
    (await graph.execute(ops.EventTypeSettingsDocument, { id }, { key: user.key })).data.eventType?.title;
  const rename = async (graph: TestGraph, title: string) => {
    const input = { id: intro.id, title };
    const { updateEventType } = (
      await graph.execute(ops.UpdateEventTypeDocument, { input }, { key: ada.key })
    ).data;
    expect(updateEventType.__typename).toBe('EventTypeUpdated');
  };
  const bookingFor = async (graph: TestGraph, { id, manageToken }: { id: string; manageToken: string }) =>
    (await graph.execute(ops.BookingForGuestDocument, { id, manageToken })).data.booking;
  /** By a link, as somebody who was nobody a moment ago. */
  const signIn = async (email: string) => {
    await near.execute(ops.RequestMagicLinkDocument, { input: { email } });
    const mail = () => [...near.sent.mails, ...far.sent.mails].find(({ to }) => to === email);
    await until(() => mail() !== undefined);
    const token = /token=([\w-]+)/.exec(mail()?.text ?? '')?.[1] ?? '';
    const { signIn: outcome } = (await near.execute(ops.SignInDocument, { input: { token } })).data;
    if (outcome.__typename !== 'SignedIn') throw new Error(JSON.stringify(outcome));
    return outcome.sessionToken;
  };
  /** How the replica is, as each subgraph says. */
  const conditions = () =>
    Promise.all(
      [near, far].flatMap(graph =>
        Object.values(graph.urls).map(async url => {
          const { conditions: told } = (await (await fetch(`${url}/readyz`)).json()) as {
            conditions?: { replica?: string };
          };
          return told?.replica;
        }),
      ),
    );
  const allSay = async (state: string) =>
    until(async () => (await conditions()).every(said => said === state), 30_000);
  /** Whether reads of somebody who has written nothing end up at the replica. */
  const isReadFrom = async (graph: TestGraph) => {
    const before = await postgres.statementsOf('scheduling');
    await titleFor(graph, bob);
    return (await postgres.statementsOf('scheduling')) > before;
  };

  beforeAll(async () => {
    const redisUrl = testEnvironment.redisUrl ?? '';
    redis = new Redis(redisUrl);
    line = await startTcpProxy(Number(new URL(redisUrl).port));
    postgres = await startReplicatedPostgres();
    [near, far] = await Promise.all([startNode(redisUrl), startNode(through(redisUrl, line.port))]);
    ada = await near.signUp({ handle: 'ada' });
    bob = await near.signUp({ handle: 'bob' });
    intro = await bookable(near, ada, { title: 'Title 0' });
    crew = await crewOf(near, 1);
    shared = await sharedType(near, crew);
    await allSay('ok');
    await until(async () => (await isReadFrom(near)) && (await isReadFrom(far)), 30_000);
  }, 120_000);
  afterAll(async () => {
    redis.disconnect();
    await near?.stop();
    await far?.stop();
    await line?.close();
    await postgres?.stop();
  });

  it('shows every writer what they wrote, and others what was, for the five seconds that it is frozen', async () => {
    const watching = await near.watch(ada.key, ops.BookingChangedDocument, {});
    const slots = await slotsOf(near, intro.id);
    await postgres.freeze();
    const frozenAt = Date.now();
    let stale = 0;
    const othersSee = async (title: string) => {
      const seen = [await titleFor(near, bob), await titleFor(far, bob)];
      // On a slow machine it may lag too much by now.
      if (Date.now() - frozenAt > MAX_LAG_MS / 2) return;
      expect(seen).toEqual([title, title]);
      stale++;
    };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      await rename(attempt % 2 ? near : far, `Title ${attempt}`);
      // By the same process and by another one.
      expect([await titleFor(near, ada), await titleFor(far, ada)]).toEqual(
        Array(2).fill(`Title ${attempt}`),
      );
      await othersSee('Title 0');
    }
    expect(stale).toBeGreaterThan(0);
    const booked = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const booking = await book(attempt % 2 ? near : far, intro.id, slots[attempt]);
      booked.push(booking.id);
      // The guest follows the link, on a device with another address as well.
      expect((await bookingFor(near, booking))?.status).toBe('CONFIRMED');
      expect((await bookingFor(far, booking))?.status).toBe('CONFIRMED');
      // The host is told by an event, and asks for more.
      const asked = await far.execute(ops.BookingProgressDocument, { id: booking.id }, { key: ada.key });
      expect(asked.data.booking?.status).toBe('CONFIRMED');
      await othersSee('Title 0');
    }
    // Somebody new is known wherever they go, and to scheduling, which learned of them by an event.
    const eve = await near.signUp();
    const { me } = (await far.execute(ops.MeDocument, {}, { key: eve.key })).data;
    expect([me.id, me.schedules?.length]).toEqual([eve.id, 1]);
    const key = await signIn('ada@example.com');
    expect((await far.execute(ops.SessionsDocument, {}, { key })).data.sessions.nodes).toMatchObject([
      { isCurrent: true },
    ]);
    // What was offered before is not taken twice, whatever is shown.
    const input = bookingInput(intro.id, slots[0]);
    const again = await far.execute(ops.CreateBookingDocument, { input }, { key: bob.key });
    expect(again.data.createBooking.__typename).toBe('SlotUnavailable');
    const events = await watching.take(ATTEMPTS);
    expect(events.map(({ bookingChanged: { booking } }) => [booking.id, booking.eventType.title])).toEqual(
      booked.map(id => [id, `Title ${ATTEMPTS}`]),
    );
    watching.end();
    await until(() => Date.now() - frozenAt > FROZEN_MS);
    expect(await titleFor(near, ada)).toBe(`Title ${ATTEMPTS}`);
    await postgres.resume();
    await until(async () => (await titleFor(far, bob)) === `Title ${ATTEMPTS}`);
    await until(async () => (await isReadFrom(near)) && (await isReadFrom(far)));
  }, 60_000);

  it('does not show in events, whosever fields they show', async () => {
    const { leader, members } = crew;
    const [host = leader] = members;
    const watching = await near.watch(leader.key, ops.BookingChangedDocument, {});
    await postgres.freeze();
    const frozenAt = Date.now();
    await near.execute(ops.UpdateProfileDocument, { input: { name: 'New Name' } }, { key: host.key });
    const { id } = await bookNth(near, shared, 0);
    const [event] = await watching.take(1);
    expect(event?.bookingChanged.booking.hosts).toEqual([{ id: host.id, name: 'New Name' }]);
    watching.end();
    const asked = await near.execute(ops.BookingForGuestDocument, { id }, { key: leader.key });
    // Nobody told the leader of the name: a query may show the old one, and does.
    if (Date.now() - frozenAt < MAX_LAG_MS / 2)
      expect(asked.data.booking?.hosts).toEqual([{ id: host.id, name: host.handle }]);
    await postgres.resume();
    await until(() => isReadFrom(near));
  }, 60_000);

  it('is read from by writers, too, where what they wrote is not noted: they miss it', async () => {
    await postgres.freeze();
    await rename(near, 'Not noted');
    expect(await titleFor(far, ada)).toBe('Not noted');
    const marks = await redis.keys('almanac:written:*');
    await redis.del(...marks);
    expect(await titleFor(far, ada)).toBe(`Title ${ATTEMPTS}`);
    await postgres.resume();
    await until(async () => (await titleFor(far, ada)) === 'Not noted');
  }, 60_000);

  it('is left alone once it lags too much, and used again when it has caught up', async () => {
    await postgres.freeze();
    // Nobody can be told of this write: its answer comes when nobody needs to be.
    await line.become('refused');
    await rename(far, 'Long ago');
    expect(await titleFor(near, ada)).toBe('Long ago');
    await allSay('behind');
    await line.become('open');
    const openedAt = Date.now();
    expect([await titleFor(near, bob), await titleFor(far, bob)]).toEqual(Array(2).fill('Long ago'));
    await postgres.resume();
    await allSay('ok');
    await until(() => isReadFrom(near));
    // A Redis that was away may have forgotten what was written.
    for (let times = 0; times < 10; times++) {
      const isRead = await isReadFrom(far);
      if (Date.now() - openedAt < MAX_LAG_MS) expect(isRead).toBe(false);
    }
  }, 60_000);

  it('costs nobody an answer when it goes silent, is gone, or is ended in the middle', async () => {
    let isOver = false;
    let reads = 0;
    const readOn = async () => {
      while (!isOver) {
        expect(await titleFor(near, bob)).toBe('Long ago');
        reads++;
      }
    };
    const readers = Promise.all(Array.from({ length: 4 }, readOn));
    const moreReads = async () => {
      const before = reads;
      await Promise.race([readers, until(() => reads > before + 20)]);
    };
    for (const line of ['silent', 'refused'] as const) {
      await postgres.line.become(line);
      await allSay('away');
      await moreReads();
      await postgres.line.become('open');
      await allSay('ok');
      await until(() => isReadFrom(near));
    }
    await postgres.stopReplica();
    await allSay('away');
    await moreReads();
    isOver = true;
    await readers;
  }, 60_000);
});
