import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { verifyBookings } from '../../subgraphs/scheduling/history/verify-bookings.ts';
import { calendarOf } from './kit/calendars.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { hold } from './kit/holds.ts';
import { createRoom } from './kit/resources.ts';
import { book, bookable, bookingInput } from './kit/stories.ts';
import { team, teamOf } from './kit/teams.ts';

/** Today is Monday, the first. */
const DATE = '2027-03-02';
const at = (time: string, date = DATE) => `${date}T${time}:00.000Z`;
const slotAt = (startsAt: string) => ({ startsAt, endsAt: startsAt });
const TEN = at('10:00');

interface Wish {
  eventTypeId: string;
  startsAt: string;
  durationMinutes?: number;
}

describe('setting rules aside', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-01T08:00:00Z') });
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const send = (
    user: TestUser | null,
    wish: Wish,
    waive?: ops.WaivableRule[],
    more: Partial<ops.CreateBookingInput> = {},
  ) => {
    const exception = waive ? { waive, waiveReason: 'The guest is only in town today' } : {};
    const input = { ...bookingInput(wish.eventTypeId, undefined), ...wish, ...exception, ...more };
    return graph.execute(ops.BookAgainstRulesDocument, { input }, user ? { key: user.key } : {});
  };
  const booking = async (user: TestUser, wish: Wish, waive?: ops.WaivableRule[]) => {
    const { createBooking } = (await send(user, wish, waive)).data;
    if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
    return { ...createBooking.booking, manageToken: createBooking.manageToken };
  };
  const outcome = async (user: TestUser, wish: Wish, waive?: ops.WaivableRule[]) => {
    const { createBooking } = (await send(user, wish, waive)).data;
    const reasons = createBooking.__typename === 'SlotUnavailable' ? createBooking.reasons : [];
    return { kind: createBooking.__typename, rules: [...new Set(reasons.map(({ rule }) => rule))] };
  };
  const explained = async ({ eventTypeId, startsAt, durationMinutes }: Wish, user: TestUser) => {
    const variables = { eventTypeId, startsAt, durationMinutes: durationMinutes ?? null };
    const answer = await graph.execute(ops.WhatStandsInTheWayDocument, variables, { key: user.key });
    return answer.data.explainSlot.verdicts.filter(({ passed }) => !passed);
  };
  const historyOf = async (user: TestUser, id: string) => {
    const { data } = await graph.execute(ops.WaiversOfBookingDocument, { id }, { key: user.key });
    return data.booking?.history?.nodes ?? [];
  };
  const claimOf = async (id: string) => {
    const [claim] = await graph.database.query<{ from: Date; to: Date }>(
      'select lower(during) as from, upper(during) as to from scheduling.claims where booking_id = $1',
      [uuidOf(id)],
    );
    return claim;
  };
  const type = async (user: TestUser, settings: Partial<ops.CreateEventTypeInput> = {}) =>
    (await bookable(graph, user, settings)).id;

  const standing: Record<ops.WaivableRule, (host: TestUser) => Promise<Wish>> = {
    ACTIVE: async host => ({ eventTypeId: await type(host, { isActive: false }), startsAt: TEN }),
    DURATION: async host => ({ eventTypeId: await type(host), startsAt: at('09:00'), durationMinutes: 20 }),
    NOTICE: async host => ({
      eventTypeId: await type(host, { minimumNoticeMinutes: 10_080 }),
      startsAt: TEN,
    }),
    WINDOW: async host => {
      const bookingWindow = { kind: 'CALENDAR_DAYS' as const, days: 1 };
      return { eventTypeId: await type(host, { bookingWindow }), startsAt: at('10:00', '2027-03-04') };
    },
    async RESTRICTION(host) {
      const hours = [{ weekday: 'TUESDAY' as const, startsAt: '14:00', endsAt: '16:00' }];
      const input = { name: 'Afternoons', timeZone: 'UTC', hours };
      const { createSchedule } = (
        await graph.execute(ops.CreateScheduleDocument, { input }, { key: host.key })
      ).data;
      const restrictionScheduleId = createSchedule.schedule.id;
      return { eventTypeId: await type(host, { restrictionScheduleId }), startsAt: TEN };
    },
    async AWAY(host) {
      const input = { firstDate: DATE, lastDate: DATE, reason: 'VACATION' as const };
      await graph.execute(ops.CreateAbsenceDocument, { input }, { key: host.key });
      return { eventTypeId: await type(host), startsAt: TEN };
    },
    async CALENDAR(host) {
      await calendarOf(graph, host, { isReadable: false });
      return { eventTypeId: await type(host), startsAt: TEN };
    },
    HOURS: async host => ({ eventTypeId: await type(host), startsAt: at('20:00') }),
    GRID: async host => ({ eventTypeId: await type(host), startsAt: at('10:07') }),
    async CONFLICT(host) {
      await (await calendarOf(graph, host)).add(at('10:15'), at('10:45'));
      return { eventTypeId: await type(host), startsAt: TEN };
    },
    async RESOURCE(host) {
      const { id } = await createRoom(graph, host, { name: 'Blue room' });
      const resourceRequirements = [{ resourceIds: [id] }];
      const eventTypeId = await type(host, { resourceRequirements });
      const input = { id, isActive: false };
      await graph.execute(ops.UpdateResourceDocument, { input }, { key: host.key });
      return { eventTypeId, startsAt: TEN };
    },
    async LIMIT(host) {
      const limits = [{ scope: 'HOST' as const, unit: 'BOOKINGS' as const, period: 'DAY' as const, max: 1 }];
      await graph.execute(ops.SetBookingLimitsDocument, { input: { limits } }, { key: host.key });
      const eventTypeId = await type(host);
      await book(graph, eventTypeId, slotAt(at('15:00')));
      return { eventTypeId, startsAt: TEN };
    },
    async LEAD(host) {
      const member = await graph.signUp();
      const ownerId = await teamOf(graph, host, member);
      const hostIds = [host.id, member.id];
      const roundRobin = { maximumLead: 1 };
      const eventTypeId = await type(host, { ownerId, schedulingMode: 'ROUND_ROBIN', hostIds, roundRobin });
      const own = await type(member);
      // The other one can take neither.
      for (const time of [at('15:00'), TEN]) await book(graph, own, slotAt(time));
      await book(graph, eventTypeId, slotAt(at('15:00')));
      return { eventTypeId, startsAt: TEN };
    },
    FIRST_OF_DAY: async host => ({
      eventTypeId: await type(host, { isFirstOfDayOnly: true }),
      startsAt: TEN,
    }),
  };
  const rules = Object.keys(standing) as ops.WaivableRule[];

  it.each(rules)('%s: refused as ever, booked when it is set aside, and seen in the history', async rule => {
    const host = await graph.signUp();
    const wish = await standing[rule](host);
    const failing = await explained(wish, host);
    expect(failing.map(verdict => verdict.rule)).toContain(rule);
    expect(failing.find(verdict => verdict.rule === rule)?.waivable).toBe(true);
    const kind = rule === 'LIMIT' ? 'BookingLimitReached' : 'SlotUnavailable';
    expect((await outcome(host, wish)).kind).toBe(kind);
    // Whatever else is set aside, it stays in the way.
    const others = rules.filter(other => other !== rule);
    expect((await outcome(host, wish, others)).kind).toBe(kind);
    const booked = await booking(host, wish, [rule]);
    expect(await historyOf(host, booked.id)).toEqual([
      {
        version: 1,
        kind: 'BOOKING_CREATED',
        actor: { kind: 'USER', id: host.id },
        waiver: { rules: [rule], reason: 'The guest is only in town today' },
      },
    ]);
    // It took the time like any other booking.
    expect((await outcome(host, wish, rules)).rules).toContain('CONFLICT');
  });

  it('leaves alone what does not stand in the way', async () => {
    const wish = { eventTypeId: await type(ada, { bufferBeforeMinutes: 15 }), startsAt: TEN };
    const booked = await booking(ada, wish, rules);
    expect(await historyOf(ada, booked.id)).toMatchObject([{ waiver: null }]);
    const claim = await claimOf(booked.id);
    expect(claim?.from.toISOString()).toBe(at('09:45'));
  });

  it('does not reach into the past, or fill a slot beyond its seats', async () => {
    const host = await graph.signUp();
    const eventTypeId = await type(host, { seatsPerSlot: 2 });
    expect(await outcome(host, { eventTypeId, startsAt: at('07:30', '2027-03-01') }, rules)).toEqual({
      kind: 'SlotUnavailable',
      rules: ['NOTICE'],
    });
    for (let seat = 0; seat < 2; seat++) await book(graph, eventTypeId, slotAt(TEN));
    expect((await outcome(host, { eventTypeId, startsAt: TEN }, rules)).rules).toContain('SEATS');
    const failing = await explained({ eventTypeId, startsAt: TEN }, host);
    expect(failing.find(({ rule }) => rule === 'SEATS')?.waivable).toBe(false);
  });

  it('leaves rows that are what the events say', async () => {
    const differences: unknown[] = [];
    const verified = await verifyBookings({
      openContext: () => graph.apps.scheduling.openContext(servicePrincipal('scheduling')),
      onDifference: difference => differences.push(difference),
      onProgress: () => {},
    });
    expect(verified.bookings).toBeGreaterThan(rules.length);
    expect(differences).toEqual([]);
  });

  describe('of somebody whose time is taken', () => {
    it('gives up the buffers of the booking, and no other', async () => {
      const host = await graph.signUp();
      const eventTypeId = await type(host, { bufferBeforeMinutes: 10 });
      await book(graph, eventTypeId, slotAt(at('09:30')));
      const wish = { eventTypeId, startsAt: TEN };
      expect((await outcome(host, wish)).rules).toEqual(['CONFLICT']);
      const booked = await booking(host, wish, ['CONFLICT']);
      const claim = await claimOf(booked.id);
      expect([claim?.from, claim?.to].map(bound => bound?.toISOString())).toEqual([TEN, at('10:30')]);
      // Before 09:30 there are ten minutes that another booking was promised.
      expect(await outcome(host, { eventTypeId, startsAt: at('09:00') }, ['CONFLICT'])).toEqual({
        kind: 'SlotUnavailable',
        rules: ['CONFLICT'],
      });
    });

    it('never takes what is booked or held', async () => {
      const host = await graph.signUp();
      const eventTypeId = await type(host);
      await book(graph, eventTypeId, slotAt(TEN));
      const { holdToken } = await hold(graph, eventTypeId, slotAt(at('11:00')));
      for (const startsAt of [TEN, at('10:15'), at('11:00'), at('10:45')])
        expect((await outcome(host, { eventTypeId, startsAt }, rules)).rules).toEqual(['CONFLICT']);
      const held = await send(null, { eventTypeId, startsAt: at('11:00') }, undefined, { holdToken });
      expect(held.data.createBooking.__typename).toBe('BookingCreated');
    });
  });

  describe('is for those who manage the event type', () => {
    it('with a scope of its own, and a reason', async () => {
      const limited = await graph.signUp({ scopes: ['BOOKING_READ', 'BOOKING_WRITE', 'EVENT_TYPE_WRITE'] });
      const wish = { eventTypeId: await type(limited), startsAt: at('20:00') };
      const refused = await send(limited, wish, ['HOURS']);
      expect([refused.code, refused.errors[0]?.extensions.requiredScope]).toEqual([
        'FORBIDDEN',
        'BOOKING_OVERRIDE',
      ]);
      const own = { eventTypeId: await type(ada), startsAt: at('20:00') };
      for (const waiveReason of [null, '  ', 'x'.repeat(1001)]) {
        const answer = await send(ada, own, ['HOURS'], { waiveReason });
        expect([answer.code, answer.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'waiveReason']);
      }
      const unknown = await send(ada, own, ['SEATS' as ops.WaivableRule]);
      expect(unknown.status).toBe(400);
    });

    it('and not for guests, strangers or members of a team', async () => {
      const [lead, admin, member] = [await graph.signUp(), await graph.signUp(), await graph.signUp()];
      const ownerId = await team(graph, lead, { ADMIN: admin, MEMBER: member });
      const hostIds = [lead.id, member.id];
      const eventTypeId = await type(lead, { ownerId, schedulingMode: 'ROUND_ROBIN', hostIds });
      const wish = { eventTypeId, startsAt: at('20:00') };
      expect((await send(null, wish, ['HOURS'])).code).toBe('UNAUTHENTICATED');
      expect((await send(ada, wish, ['HOURS'])).code).toBe('FORBIDDEN');
      expect((await send(member, wish, ['HOURS'])).code).toBe('FORBIDDEN');
      const booked = await booking(admin, wish, ['HOURS']);
      expect(await historyOf(lead, booked.id)).toMatchObject([
        { actor: { id: admin.id }, waiver: { rules: ['HOURS'] } },
      ]);
    });

    it('who speak for its hosts: nobody has to confirm', async () => {
      const eventTypeId = await type(ada, { requiresConfirmation: true });
      const asked = await booking(ada, { eventTypeId, startsAt: at('13:00') });
      expect(asked.status).toBe('PENDING_CONFIRMATION');
      const booked = await booking(ada, { eventTypeId, startsAt: at('20:00') }, ['HOURS']);
      expect(booked.status).toBe('CONFIRMED');
    });

    it('and not with a hold', async () => {
      const host = await graph.signUp();
      const eventTypeId = await type(host);
      const { holdToken } = await hold(graph, eventTypeId, slotAt(TEN));
      const answer = await send(host, { eventTypeId, startsAt: TEN }, ['HOURS'], { holdToken });
      expect([answer.code, answer.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'waive']);
    });
  });

  describe('for a booking that moves', () => {
    const move = (user: TestUser | null, input: Partial<ops.RescheduleBookingInput>) =>
      graph.execute(
        ops.MoveAgainstRulesDocument,
        { input: { bookingId: '', startsAt: at('20:00'), idempotencyKey: `${Math.random()}`, ...input } },
        user ? { key: user.key } : {},
      );

    it('is for its managers, and seen in the history beside the reason that the guest is told', async () => {
      const host = await graph.signUp();
      const booked = await book(graph, await type(host), slotAt(TEN));
      const [bookingId, manageToken] = [booked.id, booked.manageToken];
      expect((await move(host, { bookingId })).data.rescheduleBooking.__typename).toBe('SlotUnavailable');
      const waiver = { waive: ['HOURS' as const], waiveReason: 'A late flight' };
      expect((await move(null, { bookingId, manageToken, ...waiver })).code).toBe('UNAUTHENTICATED');
      expect((await move(ada, { bookingId, ...waiver })).code).toBe('NOT_FOUND');
      const moved = await move(host, { bookingId, reason: 'See you tonight', ...waiver });
      expect(moved.data.rescheduleBooking).toMatchObject({
        __typename: 'BookingRescheduled',
        booking: { version: 2, startsAt: at('20:00') },
      });
      expect((await historyOf(host, bookingId)).map(entry => entry.waiver)).toEqual([
        null,
        { rules: ['HOURS'], reason: 'A late flight' },
      ]);
    });

    it('never takes what is booked', async () => {
      const host = await graph.signUp();
      const eventTypeId = await type(host);
      await book(graph, eventTypeId, slotAt(at('11:00')));
      const { id: bookingId } = await book(graph, eventTypeId, slotAt(TEN));
      const input = { bookingId, startsAt: at('11:00'), waive: rules, waiveReason: 'Please' };
      expect((await move(host, input)).data.rescheduleBooking).toMatchObject({
        __typename: 'SlotUnavailable',
        reasons: [{ rule: 'CONFLICT' }],
      });
    });
  });
});
