import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { expireHolds } from '../../subgraphs/scheduling/holds/expire-holds.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { extend, hold, release, tryToHold } from './kit/holds.ts';
import {
  type BookableEventType,
  book,
  bookable,
  bookingInput,
  slotsOf,
  type TestSlot,
} from './kit/stories.ts';
import { team } from './kit/teams.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe.each<Topology>(['standalone', 'distributed'])('holding a slot, %s', topology => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ topology, clock });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    intro = await bookable(graph, ada, { slug: 'intro', bufferBeforeMinutes: 15 });
  });
  afterEach(async () => {
    clock.advance(HOUR_MS);
    await clean();
  });
  afterAll(() => graph.stop());

  const clean = () => expireHolds(graph.apps.scheduling.openContext(servicePrincipal('scheduling')));
  const slots = (eventTypeId = intro.id) => slotsOf(graph, eventTypeId);
  const startsOf = (list: readonly TestSlot[]) => list.map(({ startsAt }) => startsAt);
  const tryToBook = async (slot: TestSlot | undefined, more: Partial<ops.CreateBookingInput> = {}) => {
    const input = { ...bookingInput(intro.id, slot), ...more };
    return (await graph.execute(ops.CreateBookingDocument, { input })).data.createBooking;
  };
  const lastEvents = async (count: number) =>
    (
      await graph.database.query<{ name: string }>(
        `select name from scheduling.outbox_events order by sequence desc limit ${count}`,
      )
    ).map(({ name }) => name);

  it('takes it from everybody else, buffers included, and gives it to whoever has the token', async () => {
    const before = await slots();
    const [first, second, third] = before.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    const held = await hold(graph, intro.id, second);
    expect(held).toMatchObject({ slot: second, holdToken: expect.stringMatching(/^hld_[\w-]{43}$/) });
    expect(Date.parse(held.expiresAt) - clock.now()).toBe(10 * MINUTE_MS);
    const left = startsOf(await slots());
    expect(left).not.toContain(second?.startsAt);
    // The first would run into the buffer before what is held, the third has the held slot within its own.
    expect(left).not.toContain(first?.startsAt);
    expect(left).not.toContain(third?.startsAt);
    expect(await tryToBook(second)).toMatchObject({
      __typename: 'SlotUnavailable',
      reasons: [{ rule: 'CONFLICT' }],
    });
    expect(await tryToHold(graph, intro.id, second)).toMatchObject({ __typename: 'SlotUnavailable' });
    const booked = await tryToBook(second, { holdToken: held.holdToken });
    expect(booked).toMatchObject({ __typename: 'BookingCreated', booking: second });
    expect(await lastEvents(2)).toEqual(['booking.created', 'hold.consumed']);
    expect(
      await graph.database.query(`select source from scheduling.claims where hold_id is not null`),
    ).toEqual([]);
    expect(await tryToBook(second, { holdToken: held.holdToken })).toMatchObject({
      __typename: 'HoldExpired',
      code: 'HOLD_EXPIRED',
    });
    expect(startsOf(await slots())).not.toContain(second?.startsAt);
  });

  it('ends by time alone: the slot is offered and booked again before anything was cleaned up', async () => {
    const [, slot] = await slots();
    const held = await hold(graph, intro.id, slot, { minutes: 5 });
    clock.advance(5 * MINUTE_MS - 1);
    expect(startsOf(await slots())).not.toContain(slot?.startsAt);
    clock.advance(1);
    expect(startsOf(await slots())).toContain(slot?.startsAt);
    await book(graph, intro.id, slot);
    expect(await tryToBook(slot, { holdToken: held.holdToken })).toMatchObject({ __typename: 'HoldExpired' });
    expect(await release(graph, held.holdToken)).toMatchObject({ __typename: 'HoldExpired' });
    expect(await extend(graph, held.holdToken)).toMatchObject({ __typename: 'HoldExpired' });
    await clean();
    expect(await lastEvents(2)).toEqual(['hold.expired', 'booking.created']);
  });

  it('would stand in the way for ever if what is over were not swept from behind the lock', async () => {
    await graph.database.query(
      `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$
       begin perform 1 from scheduling.claimants where id = any(ids) order by id for update; end $$`,
    );
    const [, slot] = await slots();
    await hold(graph, intro.id, slot, { minutes: 1 });
    clock.advance(MINUTE_MS);
    const source = 'pg_get_functiondef(oid) as source from pg_proc where proname';
    const [row] = await graph.database.query<{ source: string }>(`select ${source} = 'locked_busy_of'`);
    const unswept = row?.source.replace('c.expires_at <= at)', 'false)').replace("'-infinity'", 'at') ?? '';
    expect(unswept).not.toBe(row?.source);
    await graph.database.query(unswept);
    expect(await tryToBook(slot)).toMatchObject({
      __typename: 'SlotUnavailable',
      reasons: [{ message: 'Somebody else took the time at the same moment.' }],
    });
    await graph.database.query(row?.source ?? '');
    await book(graph, intro.id, slot);
  });

  it('tells watchers that the slot is gone, and that it is back when its time is up', async () => {
    const variables = { eventTypeId: intro.id, ...intro.nextWeek, timeZone: 'UTC' };
    const watching = await graph.watch(undefined, ops.SlotsChangedDocument, variables);
    const last = (await slots()).at(-1);
    const held = await hold(graph, intro.id, last);
    const [gone] = await watching.take(1);
    expect(startsOf(gone?.slotsChanged.removed ?? [])).toContain(last?.startsAt);
    clock.advance(10 * MINUTE_MS);
    await clean();
    const [, back] = await watching.take(2);
    expect(startsOf(back?.slotsChanged.added ?? [])).toContain(last?.startsAt);
    const again = await hold(graph, intro.id, last);
    // A list is computed once for what happens in quick succession.
    await watching.take(3);
    expect(await release(graph, again.holdToken)).toEqual({ __typename: 'HoldReleased', released: true });
    const [, , , released] = await watching.take(4);
    expect(startsOf(released?.slotsChanged.added ?? [])).toContain(last?.startsAt);
    expect(await lastEvents(1)).toEqual(['hold.released']);
    expect(await release(graph, again.holdToken)).toMatchObject({ __typename: 'HoldReleased' });
    expect(held.holdToken).not.toBe(again.holdToken);
    watching.end();
  });

  it('is ended by a job of its own', async () => {
    const [slot] = await slots();
    await hold(graph, intro.id, slot);
    const [job] = await graph.database.query<{ seconds: number }>(
      `select extract(epoch from run_at - now())::float8 as seconds from scheduling_jobs.jobs
       where task_identifier = 'expire-holds' order by run_at desc limit 1`,
    );
    expect(job?.seconds).toBeGreaterThan(9 * 60);
    expect(job?.seconds).toBeLessThan(11 * 60);
    clock.advance(10 * MINUTE_MS);
    await graph.database.query(
      `update scheduling_jobs._private_jobs set run_at = now() where task_id =
       (select id from scheduling_jobs._private_tasks where identifier = 'expire-holds')`,
    );
    await until(async () => (await lastEvents(1))[0] === 'hold.expired');
  });

  it('is extended three times, up to half an hour from now', async () => {
    const [slot] = await slots();
    const { holdToken } = await hold(graph, intro.id, slot);
    for (const left of [2, 1, 0]) {
      clock.advance(5 * MINUTE_MS);
      expect(await extend(graph, holdToken, 30)).toEqual({
        __typename: 'HoldExtended',
        expiresAt: new Date(clock.now() + 30 * MINUTE_MS).toISOString(),
        extensionsLeft: left,
      });
    }
    expect(await extend(graph, holdToken)).toMatchObject({ code: 'HOLD_NOT_EXTENDED' });
    clock.advance(29 * MINUTE_MS);
    await clean();
    expect(await tryToBook(slot, { holdToken })).toMatchObject({ __typename: 'BookingCreated' });
  });

  it('is said to stand in the way, but not whose it is', async () => {
    const [, slot] = await slots();
    await hold(graph, intro.id, slot);
    const variables = { eventTypeId: intro.id, startsAt: slot?.startsAt ?? '' };
    const { explainSlot } = (await graph.execute(ops.ExplainSlotDocument, variables)).data;
    expect(explainSlot.bookable).toBe(false);
    expect(explainSlot.verdicts[0]).toMatchObject({
      rule: 'CONFLICT',
      message: expect.stringContaining('by somebody who is about to book (a hold)'),
    });
  });

  it('is repeated with its key as often as it is sent', async () => {
    const [slot] = await slots();
    const input = { eventTypeId: intro.id, startsAt: slot?.startsAt ?? '', idempotencyKey: 'the same' };
    const [one, two] = [
      await graph.execute(ops.HoldSlotDocument, { input }),
      await graph.execute(ops.HoldSlotDocument, { input }),
    ];
    expect(two.body).toEqual(one.body);
    const { idempotencyKey: _, ...without } = input;
    expect((await graph.execute(ops.HoldSlotDocument, { input: without })).code).toBe(
      'IDEMPOTENCY_KEY_REQUIRED',
    );
  });

  it('counts towards limits, so that what is held can be booked', async () => {
    const limited = await bookable(graph, await graph.signUp());
    await graph.database.query(
      `update scheduling.event_types set limits =
       '[{"scope": "EVENT_TYPE", "unit": "BOOKINGS", "period": "DAY", "max": 1, "days": null}]'
       where slug = (select slug from scheduling.event_types order by created_at desc limit 1)`,
    );
    const [first, second] = await slots(limited.id);
    const { holdToken } = await hold(graph, limited.id, first);
    expect((await tryToHold(graph, limited.id, second)).__typename).toBe('SlotUnavailable');
    const input = { ...bookingInput(limited.id, first), holdToken };
    const booked = await graph.execute(ops.CreateBookingDocument, { input });
    expect(booked.data.createBooking.__typename).toBe('BookingCreated');
  });

  it('holds everybody of a collective event type, and one of a round robin', async () => {
    const [lead, member] = [await graph.signUp(), await graph.signUp()];
    const ownerId = await team(graph, lead, { MEMBER: member });
    for (const [schedulingMode, held] of [
      ['COLLECTIVE', 2],
      ['ROUND_ROBIN', 1],
    ] as const) {
      const hostIds = [lead.id, member.id];
      const type = await bookable(graph, lead, { ownerId, schedulingMode, hostIds });
      const [slot] = await slots(type.id);
      const { holdToken } = await hold(graph, type.id, slot);
      const [claims] = await graph.database.query(
        `select count(*)::int as held from scheduling.claims where hold_id is not null`,
      );
      expect(claims).toEqual({ held });
      const stillOffered = startsOf(await slots(type.id)).includes(slot?.startsAt ?? '');
      expect(stillOffered).toBe(schedulingMode === 'ROUND_ROBIN');
      const input = { ...bookingInput(type.id, slot), holdToken };
      const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
      if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
      expect(createBooking.booking.hosts).toHaveLength(held);
      clock.advance(HOUR_MS);
    }
  });

  it('refuses what makes no sense', async () => {
    const [first, second] = await slots();
    const input = { eventTypeId: intro.id, startsAt: first?.startsAt ?? '', idempotencyKey: 'k' };
    const tooLong = await graph.execute(ops.HoldSlotDocument, { input: { ...input, minutes: 31 } });
    expect([tooLong.code, tooLong.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'minutes']);
    const shared = await bookable(graph, ada, { seatsPerSlot: 5 });
    const [seat] = await slots(shared.id);
    const seats = { ...input, eventTypeId: shared.id, startsAt: seat?.startsAt ?? '' };
    expect((await graph.execute(ops.HoldSlotDocument, { input: seats })).code).toBe('BAD_USER_INPUT');
    const { holdToken } = await hold(graph, intro.id, first);
    const other = { ...bookingInput(intro.id, second), holdToken };
    const answer = await graph.execute(ops.CreateBookingDocument, { input: other });
    expect([answer.code, answer.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'holdToken']);
    expect(await tryToBook(first, { holdToken: 'hld_unknown' })).toMatchObject({ __typename: 'HoldExpired' });
    expect(await tryToBook(first, { holdToken })).toMatchObject({ __typename: 'BookingCreated' });
  });

  it('keeps its secret out of the database', async () => {
    const [slot] = await slots();
    const { holdToken } = await hold(graph, intro.id, slot);
    const dumps = await graph.database.query<{ dump: string }>(
      `select json_agg(t)::text as dump from scheduling.holds t
       union all select json_agg(t)::text from scheduling.idempotency_keys t
       union all select json_agg(t)::text from scheduling.outbox_events t`,
    );
    expect(dumps.map(({ dump }) => dump).join()).not.toContain(holdToken.slice(4));
  });
});

describe('what one address may hold', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ clock, limits: { OPEN_HOLDS_PER_ADDRESS: 3, HOLDS_PER_HOUR: 5 } });
    ada = await graph.signUp();
    intro = await bookable(graph, ada);
  });
  afterAll(() => graph.stop());

  const holdFrom = (address: string, slot: TestSlot | undefined, key?: string) =>
    graph.execute(
      ops.HoldSlotDocument,
      {
        input: { eventTypeId: intro.id, startsAt: slot?.startsAt ?? '', idempotencyKey: `${Math.random()}` },
      },
      { headers: { 'x-forwarded-for': address }, ...(key && { key }) },
    );

  it('is three slots at a time, however many it asks for at once', async () => {
    const slots = await slotsOf(graph, intro.id);
    const answers = await Promise.all(slots.slice(0, 10).map(slot => holdFrom('203.0.113.7', slot)));
    const refused = answers.filter(answer => answer.status === 429);
    expect(refused).toHaveLength(7);
    expect(refused[0]?.code).toBe('RATE_LIMITED');
    expect(refused[0]?.errors[0]?.extensions.retryAfter).toBe(600);
    expect(refused[0]?.headers.get('retry-after')).toBe('600');
  });

  it('is counted for each address, and not for callers who are known', async () => {
    const slots = await slotsOf(graph, intro.id);
    expect((await holdFrom('203.0.113.8', slots[0])).data.holdSlot.__typename).toBe('SlotHeld');
    for (const slot of slots.slice(1, 6))
      expect((await holdFrom('203.0.113.7', slot, ada.key)).data.holdSlot.__typename).toBe('SlotHeld');
  });

  it('is five an hour', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 4; i++) {
      clock.advance(11 * MINUTE_MS);
      const [slot] = await slotsOf(graph, intro.id);
      const answer = await holdFrom('203.0.113.7', slot);
      outcomes.push(answer.status === 429 ? answer.code : answer.data.holdSlot.__typename);
    }
    expect(outcomes).toEqual(['SlotHeld', 'SlotHeld', 'RATE_LIMITED', 'RATE_LIMITED']);
    clock.advance(20 * MINUTE_MS);
    const [slot] = await slotsOf(graph, intro.id);
    expect((await holdFrom('203.0.113.7', slot)).data.holdSlot.__typename).toBe('SlotHeld');
  });
});
