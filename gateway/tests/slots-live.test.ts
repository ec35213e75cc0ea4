import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous } from '#platform/principal.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { collect, until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import {
  type BookableEventType,
  book,
  bookable,
  bookingInput,
  cancel,
  createTeam,
  delivered,
  joinTeam,
  slotsOf,
} from './kit/stories.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

type Change = ops.SlotsChangedSubscription['slotsChanged'];

const startsOf = (slots: readonly { startsAt: string }[]) => slots.map(slot => slot.startsAt);

describe.each<Topology>(['standalone', 'distributed'])('live slots, %s', topology => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let intro: BookableEventType;
  const ends: (() => void)[] = [];

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ topology, clock });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    intro = await bookable(graph, ada, { slug: 'intro' });
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) end();
    await until(() => live().stats().windows === 0);
    expect(live().stats()).toMatchObject({ windows: 0, subscribers: 0, timers: 0 });
  });
  afterAll(() => graph.stop());

  const live = () => graph.apps.scheduling.openContext(anonymous).liveSlots;

  const timesOf = async (eventTypeId: string) =>
    (await slotsOf(graph, eventTypeId)).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));

  /** A subscription that has begun; anonymous unless a key is given. */
  async function watch(variables: Partial<ops.SlotsChangedSubscriptionVariables> = {}, key?: string) {
    const all = { eventTypeId: intro.id, ...intro.nextWeek, timeZone: 'UTC', ...variables };
    const watching = await graph.watch(key, ops.SlotsChangedDocument, all);
    ends.push(watching.end);
    return watching;
  }
  const changes = async (watching: Awaited<ReturnType<typeof watch>>, count: number): Promise<Change[]> =>
    (await watching.take(count)).map(result => result.slotsChanged);
  const inWeek = (day: number, hour = 0) =>
    new Date(Date.parse(intro.nextWeek.from) + day * DAY_MS + hour * 60 * MINUTE_MS).toISOString();

  it('tells a stranger that a slot was taken, and that it is free again', async () => {
    const watching = await watch();
    const [slot] = await timesOf(intro.id);
    const booking = await book(graph, intro.id, slot);
    const [taken] = await changes(watching, 1);
    expect(taken).toEqual({ cursor: expect.any(String), added: [], removed: [slot] });
    await cancel(graph, booking);
    const [, freed] = await changes(watching, 2);
    expect(freed).toEqual({ cursor: expect.any(String), added: [slot], removed: [] });
    expect(freed?.cursor).not.toBe(taken?.cursor);
  });

  it('tells both ends of a move in one change', async () => {
    const [first, second] = await timesOf(intro.id);
    const booking = await book(graph, intro.id, first);
    const watching = await watch();
    const input = {
      bookingId: booking.id,
      manageToken: booking.manageToken,
      startsAt: second?.startsAt ?? '',
      idempotencyKey: `move ${booking.id}`,
    };
    await graph.execute(ops.RescheduleBookingDocument, { input });
    expect((await changes(watching, 1))[0]).toMatchObject({ added: [first], removed: [second] });
    await cancel(graph, booking);
    await changes(watching, 2);
  });

  it('notices bookings of the same host with another event type', async () => {
    const other = await bookable(graph, ada, { durationMinutes: 60 });
    const [slot] = await timesOf(other.id);
    const watching = await watch();
    const booking = await book(graph, other.id, slot);
    const [taken] = await changes(watching, 1);
    const half = new Date(Date.parse(slot?.startsAt ?? '') + 30 * MINUTE_MS).toISOString();
    expect(startsOf(taken?.removed ?? [])).toEqual([slot?.startsAt, half]);
    await cancel(graph, booking);
    await changes(watching, 2);
  });

  it('computes once for 20 subscribers, and nothing for a booking of somebody else', async () => {
    const grace = await graph.signUp();
    const theirs = await bookable(graph, grace);
    const before = live().stats();
    const all = [];
    // Zones differ; the slots do not.
    for (let i = 0; i < 20; i++) all.push(await watch({ timeZone: i % 2 ? 'Asia/Kolkata' : 'UTC' }));
    // Those of one zone share a subscription.
    expect(graph.gateway.subscriptions.stats().active).toBeGreaterThanOrEqual(20);
    expect(live().stats()).toMatchObject({ windows: 1, subscribers: 2 });
    expect(live().stats().computations - before.computations).toBe(1);

    const [slot] = await timesOf(intro.id);
    await book(graph, theirs.id, slot);
    const booking = await book(graph, intro.id, slot);
    for (const watching of all) expect((await changes(watching, 1))[0]?.removed).toEqual([slot]);
    expect(live().stats().computations - before.computations).toBe(2);
    await cancel(graph, booking);
    for (const watching of all) expect((await changes(watching, 2))[1]?.added).toEqual([slot]);
    expect(live().stats().computations - before.computations).toBe(3);
  });

  it('leads from the first list to the last, whatever is booked at once', async () => {
    const watching = await watch();
    const all = await timesOf(intro.id);
    const before = live().stats();
    const wanted = all.filter((_slot, index) => index % 10 === 0);
    const bookings = await Promise.all(wanted.map(slot => book(graph, intro.id, slot)));
    await cancel(graph, bookings[3] as (typeof bookings)[number]);
    const left = startsOf(await timesOf(intro.id));
    await until(() => {
      const shown = new Set(startsOf(all));
      for (const result of watching.results) {
        for (const slot of result.data?.slotsChanged.removed ?? []) shown.delete(slot.startsAt);
        for (const slot of result.data?.slotsChanged.added ?? []) shown.add(slot.startsAt);
      }
      return [...shown].sort().join() === left.join();
    });
    expect(live().stats().computations - before.computations).toBeLessThanOrEqual(wanted.length + 1);
    for (const booking of bookings) if (booking !== bookings[3]) await cancel(graph, booking);
  });

  it('sends each window its own changes', async () => {
    const [monday, tuesday] = [
      await watch({ to: inWeek(1) }),
      await watch({ from: inWeek(1), to: inWeek(2) }),
    ];
    expect(live().stats()).toMatchObject({ windows: 2, subscribers: 2 });
    const slots = await timesOf(intro.id);
    const first = await book(graph, intro.id, slots[0]);
    const onTuesday = slots.find(slot => slot.startsAt > inWeek(1));
    const second = await book(graph, intro.id, onTuesday);
    expect((await changes(monday, 1))[0]?.removed).toEqual([slots[0]]);
    expect((await changes(tuesday, 1))[0]?.removed).toEqual([onTuesday]);
    await cancel(graph, first);
    await cancel(graph, second);
    expect((await changes(monday, 2))[1]?.added).toEqual([slots[0]]);
    expect((await changes(tuesday, 2))[1]?.added).toEqual([onTuesday]);
    expect([monday.results.length, tuesday.results.length]).toEqual([2, 2]);
  });

  it('drops a list with its last subscriber and begins anew with the next', async () => {
    const [first, second] = [await watch(), await watch({}, ada.key)];
    expect(live().stats()).toMatchObject({ windows: 1, subscribers: 2, timers: 1 });
    first.end();
    await until(() => live().stats().subscribers === 1);
    expect(live().stats()).toMatchObject({ windows: 1, timers: 1 });
    second.end();
    await until(() => live().stats().subscribers === 0);
    expect(live().stats()).toMatchObject({ windows: 0, timers: 0 });
    const { computations } = live().stats();
    const [slot] = await timesOf(intro.id);
    const booking = await book(graph, intro.id, slot);
    const third = await watch();
    await cancel(graph, booking);
    expect((await changes(third, 1))[0]).toMatchObject({ added: [slot], removed: [] });
    expect(live().stats().computations - computations).toBe(2);
  });

  it('follows a day that its host takes off', async () => {
    const watching = await watch();
    const all = await timesOf(intro.id);
    const { me } = (await graph.execute(ops.MeDocument, {}, { key: ada.key })).data;
    const scheduleId = me.schedules?.[0]?.id ?? '';
    const date = inWeek(2).slice(0, 10);
    await graph.execute(
      ops.SetDateOverrideDocument,
      { input: { scheduleId, date, intervals: [] } },
      { key: ada.key },
    );
    const [off] = await changes(watching, 1);
    expect(off?.removed).toEqual(all.filter(slot => slot.startsAt.startsWith(date)));
    expect(off?.removed).toHaveLength(16);
    await graph.execute(
      'mutation ($input: DeleteDateOverrideInput!) { deleteDateOverride(input: $input) { __typename } }',
      { input: { scheduleId, date } },
      { key: ada.key },
    );
    expect((await changes(watching, 2))[1]?.added).toEqual(off?.removed);
  });

  it('follows changes of the event type: its rules, and that it is not offered any more', async () => {
    const own = await bookable(graph, ada, { durationMinutes: 240 });
    const watching = await watch({ eventTypeId: own.id });
    const all = await timesOf(own.id);
    const change = (input: Partial<ops.UpdateEventTypeInput>) =>
      graph.execute(ops.UpdateEventTypeDocument, { input: { id: own.id, ...input } }, { key: ada.key });
    await change({ slotIntervalMinutes: 60 });
    const [more] = await changes(watching, 1);
    expect([more?.added.length, more?.removed]).toEqual([15, []]);
    const denser = await timesOf(own.id);
    await change({ title: 'Another name' });
    await change({ isActive: false });
    const [, none] = await changes(watching, 2);
    expect([none?.added, none?.removed]).toEqual([[], denser]);
    await change({ isActive: true, slotIntervalMinutes: null });
    expect((await changes(watching, 3))[2]?.added).toEqual(all);
  });

  it('follows a change of hosts, and from then on the new ones', async () => {
    const graceHopper = await graph.signUp({ name: 'Grace Hopper' });
    const teamId = await createTeam(graph, ada);
    await joinTeam(graph, { teamId, inviter: ada, member: graceHopper });
    await delivered(graph);
    const call = await bookable(graph, ada, {
      ownerId: teamId,
      schedulingMode: 'ROUND_ROBIN',
      hostIds: [ada.id],
    });
    const theirs = await bookable(graph, graceHopper);
    const watching = await watch({ eventTypeId: call.id });
    const [slot] = await timesOf(call.id);
    const booking = await book(graph, intro.id, slot);
    expect((await changes(watching, 1))[0]?.removed).toEqual([slot]);
    const hostIds = [ada.id, graceHopper.id];
    await graph.execute(ops.UpdateEventTypeDocument, { input: { id: call.id, hostIds } }, { key: ada.key });
    expect((await changes(watching, 2))[1]?.added).toEqual([slot]);
    const second = await book(graph, theirs.id, slot);
    expect((await changes(watching, 3))[2]?.removed).toEqual([slot]);
    await cancel(graph, booking);
    expect((await changes(watching, 4))[3]?.added).toEqual([slot]);
    await cancel(graph, second);
  });

  it('tells which slots time itself has closed', async () => {
    const soon = await bookable(graph, ada, { durationMinutes: 60, minimumNoticeMinutes: 30 });
    const opening = Date.parse('2027-03-04T09:00:00Z');
    // One second before the first slot of the day comes too close.
    clock.set(new Date(opening - 30 * MINUTE_MS - 1000).toISOString());
    const to = new Date(opening + 300 * MINUTE_MS).toISOString();
    const watching = await watch({ eventTypeId: soon.id, from: new Date(opening).toISOString(), to });
    expect(live().stats()).toMatchObject({ timers: 1 });
    clock.advance(5000);
    const [closed] = await changes(watching, 1);
    expect(closed?.added).toEqual([]);
    expect(startsOf(closed?.removed ?? [])).toEqual([new Date(opening).toISOString()]);
  });

  it('has fields of other subgraphs', async () => {
    const variables = { id: intro.id, ...intro.nextWeek };
    const watching = collect<{ slotsChanged: { removed: unknown[] } }>(
      graph.connect(),
      `subscription ($id: ID!, $from: DateTime!, $to: DateTime!) {
        slotsChanged(eventTypeId: $id, from: $from, to: $to, timeZone: "Pacific/Kiritimati", durationMinutes: 30) {
          removed { date hosts { id name } }
        }
      }`,
      variables,
    );
    ends.push(watching.end);
    await until(() => live().stats().timers === 1);
    const [slot] = await timesOf(intro.id);
    const booking = await book(graph, intro.id, slot);
    const [change] = await watching.take(1);
    const date = Temporal.Instant.from(slot?.startsAt ?? '')
      .toZonedDateTimeISO('Pacific/Kiritimati')
      .toPlainDate();
    expect(change?.slotsChanged.removed).toEqual([
      { date: date.toString(), hosts: [{ id: ada.id, name: 'Ada Lovelace' }] },
    ]);
    await cancel(graph, booking);
    await watching.take(2);
  });

  it('is not there for strangers where the event type is private', async () => {
    const own = await bookable(graph, ada, { visibility: 'PRIVATE' });
    const watching = await watch({ eventTypeId: own.id });
    await until(() => watching.isDone);
    expect(watching.results[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const mine = await watch({ eventTypeId: own.id }, ada.key);
    expect(live().stats().subscribers).toBe(1);
    mine.end();
  });

  it('ends for strangers when the event type becomes private, before they learn of another booking', async () => {
    const own = await bookable(graph, ada);
    const watching = await watch({ eventTypeId: own.id });
    const mine = await watch({ eventTypeId: own.id }, ada.key);
    const input = { id: own.id, visibility: 'PRIVATE' as const };
    await graph.execute(ops.UpdateEventTypeDocument, { input }, { key: ada.key });
    const { createPrivateLink } = (
      await graph.execute(
        ops.CreatePrivateLinkDocument,
        { input: { eventTypeId: own.id, maxUses: 5 } },
        { key: ada.key },
      )
    ).data;
    const invited = await watch({ eventTypeId: own.id, privateLink: createPrivateLink.token });
    const at = {
      startsAt: new Date(Date.parse(own.nextWeek.from) + 10 * 3_600_000).toISOString(),
      endsAt: '',
    };
    const booked = await graph.execute(ops.CreateBookingDocument, {
      input: { ...bookingInput(own.id, at), privateLink: createPrivateLink.token },
    });
    expect(booked.data.createBooking.__typename).toBe('BookingCreated');
    const seen = { slotsChanged: { removed: [{ startsAt: at.startsAt }] } };
    expect([await mine.take(1), await invited.take(1)]).toMatchObject([[seen], [seen]]);
    await until(() => watching.isDone);
    expect(watching.results).toEqual([]);
    mine.end();
    invited.end();
  });

  it.each([
    ['an inverted window', { to: '2027-01-01T00:00:00Z' }, 'BAD_USER_INPUT', 'to'],
    ['an empty window', { from: '2027-03-08T00:00:00Z', to: '2027-03-08T00:00:00Z' }, 'BAD_USER_INPUT', 'to'],
    ['400 days', { to: '2028-05-01T00:00:00Z' }, 'BAD_USER_INPUT', 'to'],
    ['no id', { eventTypeId: 'intro' }, 'BAD_USER_INPUT', 'eventTypeId'],
    ['an unknown event type', { eventTypeId: 'etp_01jc000000e008000000000000' }, 'NOT_FOUND', undefined],
    ['a duration that is not offered', { durationMinutes: 7 }, 'BAD_USER_INPUT', 'durationMinutes'],
    ['an offset as zone', { timeZone: '+02:00' }, 'BAD_USER_INPUT', 'timeZone'],
  ])('refuses %s', async (_name, wrong, code, field) => {
    const watching = collect(
      graph.connect(),
      `subscription ($eventTypeId: ID!, $from: DateTime!, $to: DateTime!, $timeZone: TimeZone!, $durationMinutes: Int) {
        slotsChanged(eventTypeId: $eventTypeId, from: $from, to: $to, timeZone: $timeZone, durationMinutes: $durationMinutes) { cursor }
      }`,
      { eventTypeId: intro.id, ...intro.nextWeek, timeZone: 'UTC', ...wrong },
    );
    await until(() => watching.isDone);
    expect(watching.results).toHaveLength(1);
    const [error] = watching.results[0]?.errors ?? [];
    expect(error?.extensions.code).toBe(code);
    expect(error?.extensions.field).toBe(field);
  });
});
