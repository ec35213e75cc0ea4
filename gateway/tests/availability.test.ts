import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import { createTestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { type CalendarSettings, calendarOf } from './kit/calendars.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import {
  book,
  bookable,
  bookingInput,
  cancel,
  createTeam,
  delivered,
  joinTeam,
  slotsOf,
} from './kit/stories.ts';

const DAY_MS = 86_400_000;
const MONDAY = '2027-03-08';
const at = (time: string) => `${MONDAY}T${time}:00.000Z`;

const ids = (count: number) => Array.from({ length: count }, () => 'usr_01jc000000e008000000000ada');

describe('availability', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-01T08:00:00Z') });
    ada = await graph.signUp({ name: 'Ada Lovelace' });
  });
  afterAll(() => graph.stop());

  const calendar = (user: TestUser, settings?: CalendarSettings) => calendarOf(graph, user, settings);

  const startsOn = async (eventTypeId: string) =>
    (await slotsOf(graph, eventTypeId)).map(slot => slot.startsAt).filter(start => start.startsWith(MONDAY));

  const explain = async (eventTypeId: string, startsAt: string) =>
    (await graph.execute(ops.ExplainSlotDocument, { eventTypeId, startsAt })).data.explainSlot;

  describe('of outside calendars', () => {
    it('leaves out what is busy or tentative there, and not what is free', async () => {
      const host = await graph.signUp();
      const type = await bookable(graph, host, { durationMinutes: 60 });
      const work = await calendar(host);
      await work.add(at('09:30'), at('10:30'));
      await work.add(at('12:00'), at('13:00'), 'TENTATIVE');
      await work.add(at('14:00'), at('15:00'), 'FREE');
      expect(await startsOn(type.id)).toEqual(['11:00', '13:00', '14:00', '15:00', '16:00'].map(at));
      const refusal = await explain(type.id, at('09:00'));
      expect(refusal.verdicts[0]).toMatchObject({ rule: 'CONFLICT', passed: false });
      expect(refusal.verdicts[0]?.message).toContain('by Work');
    });

    it('keeps the buffers from them only where that is asked for', async () => {
      const host = await graph.signUp();
      const padded = await bookable(graph, host, { durationMinutes: 60, bufferAfterMinutes: 30 });
      const work = await calendar(host);
      await work.add(at('10:00'), at('11:00'));
      expect(await startsOn(padded.id)).not.toContain(at('09:00'));
      await graph.database.query(
        'update scheduling.event_types set pads_foreign_events = false where id = $1',
        [uuidOf(padded.id)],
      );
      expect(await startsOn(padded.id)).toContain(at('09:00'));
    });

    it('is checked again when a slot is booked', async () => {
      const host = await graph.signUp();
      const type = await bookable(graph, host, { durationMinutes: 60 });
      const [slot] = (await slotsOf(graph, type.id)).filter(({ startsAt }) => startsAt === at('09:00'));
      const work = await calendar(host);
      await work.add(at('09:00'), at('09:30'));
      const answer = await graph.execute(ops.CreateBookingDocument, { input: bookingInput(type.id, slot) });
      expect(answer.data.createBooking).toMatchObject({
        __typename: 'SlotUnavailable',
        reasons: [{ rule: 'CONFLICT' }],
        nextSlots: [{ startsAt: at('10:00') }, { startsAt: at('11:00') }, { startsAt: at('12:00') }],
      });
    });

    it.each([
      ['CLOSED', 0, ['CALENDAR_UNREADABLE_CLOSED']],
      ['WARN', 8, ['CALENDAR_UNREADABLE']],
      ['OPEN', 8, []],
    ])('that cannot be read: %s', async (policy, count, codes) => {
      const host = await graph.signUp();
      const type = await bookable(graph, host, { durationMinutes: 60 });
      await calendar(host, { isReadable: false, policy });
      const { slots } = (
        await graph.execute(ops.SlotsDocument, {
          eventTypeId: type.id,
          from: at('00:00'),
          to: new Date(Date.parse(at('00:00')) + DAY_MS).toISOString(),
          timeZone: 'UTC',
        })
      ).data;
      expect(slots.nodes).toHaveLength(count);
      expect(slots.warnings.map(({ code }) => code)).toEqual(codes);
      expect(slots.calendarsSyncedAt).toBe('2027-03-01T07:00:00.000Z');
      const { bookable: isBookable } = await explain(type.id, at('09:00'));
      expect(isBookable).toBe(count > 0);
    });
  });

  describe('of a day', () => {
    it('tells every time on the grid, and why the missing ones are missing', async () => {
      const host = await graph.signUp();
      const type = await bookable(graph, host, { durationMinutes: 60 });
      const [nine] = await slotsOf(graph, type.id);
      await book(graph, type.id, nine);
      const variables = { eventTypeId: type.id, date: MONDAY, timeZone: 'UTC' };
      const { explainDay } = (await graph.execute(ops.ExplainDayDocument, variables)).data;
      expect(explainDay.times).toHaveLength(8);
      expect(explainDay.times[0]).toMatchObject({ bookable: false, failures: [{ rule: 'CONFLICT' }] });
      expect(explainDay.times.slice(1).every(time => time.bookable && time.failures.length === 0)).toBe(true);
      expect(explainDay.times.filter(time => time.bookable).map(time => time.startsAt)).toEqual(
        await startsOn(type.id),
      );
    });

    it('says why a whole day is closed', async () => {
      const type = await bookable(graph, ada);
      const variables = { eventTypeId: type.id, date: '2027-03-13', timeZone: 'Europe/London' };
      const { explainDay } = (await graph.execute(ops.ExplainDayDocument, variables)).data;
      expect(explainDay.times).toEqual([]);
      expect(explainDay.closedBecause.map(({ rule }) => rule)).toContain('HOURS');
    });

    it('refuses a date that the zone left out', async () => {
      const type = await bookable(graph, ada);
      const variables = { eventTypeId: type.id, date: '2011-12-30', timeZone: 'Pacific/Apia' };
      const answer = await graph.execute(ops.ExplainDayDocument, variables);
      expect([answer.code, answer.body.errors?.[0]?.extensions['field']]).toEqual(['BAD_USER_INPUT', 'date']);
    });
  });

  describe('of people', () => {
    it('is their free time, for those who share a team', async () => {
      const [colleague, stranger] = [await graph.signUp(), await graph.signUp()];
      const teamId = await createTeam(graph, ada);
      await joinTeam(graph, { teamId, inviter: ada, member: colleague });
      await delivered(graph);
      const work = await calendar(colleague);
      await work.add(at('12:00'), at('13:00'));
      const { availability } = (
        await graph.execute(
          ops.AvailabilityDocument,
          {
            userIds: [colleague.id, stranger.id, ada.id],
            from: at('00:00'),
            to: at('23:59'),
            minimumMinutes: 60,
          },
          { key: ada.key },
        )
      ).data;
      expect(availability.map(({ user, free }) => [user.id, free])).toEqual([
        [
          colleague.id,
          [
            { startsAt: at('09:00'), endsAt: at('12:00') },
            { startsAt: at('13:00'), endsAt: at('17:00') },
          ],
        ],
        [stranger.id, null],
        [ada.id, [{ startsAt: at('09:00'), endsAt: at('17:00') }]],
      ]);
    });

    it.each([
      ['nobody', { userIds: [] }, 'userIds'],
      ['too many', { userIds: ids(201) }, 'userIds'],
      ['a long span', { to: '2027-12-01T00:00:00Z' }, 'to'],
      ['a span too long for so many', { userIds: ids(51), to: '2027-04-10T00:00:00Z' }, 'to'],
      ['an inverted span', { to: '2027-01-01T00:00:00Z' }, 'to'],
      ['no minutes', { minimumMinutes: 0 }, 'minimumMinutes'],
    ])('refuses %s', async (_what, change, field) => {
      const variables = { userIds: [ada.id], from: at('00:00'), to: at('12:00'), ...change };
      const answer = await graph.execute(ops.AvailabilityDocument, variables, { key: ada.key });
      expect([answer.code, answer.body.errors?.[0]?.extensions['field']]).toEqual(['BAD_USER_INPUT', field]);
    });
  });

  describe('of drafts', () => {
    it('shows what they would change, and changes nothing', async () => {
      const type = await bookable(graph, ada, { durationMinutes: 60 });
      const before = await startsOn(type.id);
      const input = {
        eventTypeId: type.id,
        from: at('00:00'),
        to: at('23:59'),
        timeZone: 'UTC',
        eventType: { slotIntervalMinutes: 30 },
        schedule: {
          timeZone: 'UTC',
          hours: [{ weekday: 'MONDAY' as const, startsAt: '16:00', endsAt: '18:00' }],
        },
      };
      const { simulateSlots } = (await graph.execute(ops.SimulateSlotsDocument, { input }, { key: ada.key }))
        .data;
      expect(simulateSlots.before).toBe(8);
      expect(simulateSlots.slots.map(slot => slot.startsAt)).toEqual(['16:00', '16:30', '17:00'].map(at));
      expect(simulateSlots.added.map(slot => slot.startsAt)).toEqual(['16:30', '17:00'].map(at));
      expect(simulateSlots.removed).toHaveLength(7);
      expect(await startsOn(type.id)).toEqual(before);
    });

    it('is for those who manage the event type', async () => {
      const type = await bookable(graph, ada);
      const stranger = await graph.signUp();
      const input = { eventTypeId: type.id, from: at('00:00'), to: at('12:00'), timeZone: 'UTC' };
      const answer = await graph.execute(ops.SimulateSlotsDocument, { input }, { key: stranger.key });
      expect(answer.code).toBe('NOT_FOUND');
    });
  });

  describe('within limits', () => {
    const limit = (eventTypeId: string, limits: object[]) =>
      graph.database.query('update scheduling.event_types set limits = $2 where id = $1', [
        uuidOf(eventTypeId),
        JSON.stringify(limits),
      ]);

    it('closes a day that is full, and opens it when a booking is cancelled', async () => {
      const host = await graph.signUp();
      const type = await bookable(graph, host, { durationMinutes: 60 });
      await limit(type.id, [{ scope: 'EVENT_TYPE', unit: 'BOOKINGS', period: 'DAY', days: null, max: 2 }]);
      const slots = await slotsOf(graph, type.id);
      await book(graph, type.id, slots[0]);
      expect(await startsOn(type.id)).toHaveLength(7);
      const second = await book(graph, type.id, slots[1]);
      expect(await startsOn(type.id)).toEqual([]);
      expect((await explain(type.id, at('15:00'))).verdicts[0]).toMatchObject({
        rule: 'LIMIT',
        passed: false,
      });
      await cancel(graph, second);
      expect(await startsOn(type.id)).toHaveLength(7);
    });

    it('holds when many book at once with hosts who share nothing but the limit', async () => {
      const owner = await graph.signUp();
      const others = await Promise.all(Array.from({ length: 3 }, () => graph.signUp()));
      const types = await Promise.all(
        [owner, ...others].map(user => bookable(graph, user, { durationMinutes: 60 })),
      );
      // One owner with four event types, each with a host of its own.
      await graph.database.query('update scheduling.event_types set owner_id = $1 where id = any($2)', [
        owner.id,
        types.map(type => uuidOf(type.id)),
      ]);
      const perDay = { scope: 'OWNER', unit: 'BOOKINGS', period: 'DAY', days: null, max: 3 };
      for (const type of types) await limit(type.id, [perDay]);
      const attempts = types.flatMap(type =>
        ['09:00', '11:00', '13:00', '15:00'].map(time =>
          graph.execute(ops.CreateBookingDocument, {
            input: bookingInput(type.id, { startsAt: at(time), endsAt: at(time) }),
          }),
        ),
      );
      const outcomes = (await Promise.all(attempts)).map(answer => answer.data.createBooking.__typename);
      expect(outcomes.filter(name => name === 'BookingCreated')).toHaveLength(3);
    });
  });

  it('costs the same statements for 1, 10 and 200 hosts', async () => {
    const owner = await graph.signUp();
    const ownerId = await createTeam(graph, owner);
    const settings = { ownerId, schedulingMode: 'ROUND_ROBIN' as const };
    const type = await bookable(graph, owner, settings);
    const costs: number[] = [];
    for (const size of [1, 10, 200]) {
      await graph.database.query(
        `with people as (
           select gen_random_uuid() as id from generate_series(1, $2 - (select count(*)::int from scheduling.event_type_hosts where event_type_id = $1))
         ), hours as (
           insert into scheduling.schedules (id, organization_id, user_id, name, time_zone, is_default, weekly_hours, created_at, updated_at)
           select gen_random_uuid(), s.organization_id, people.id, s.name, s.time_zone, true, s.weekly_hours, now(), now()
           from people, scheduling.schedules s where s.user_id = $3
         )
         insert into scheduling.event_type_hosts (event_type_id, user_id, position, assignments, counted_from)
         select $1, id, 1 + row_number() over (), 0, 'epoch' from people`,
        [uuidOf(type.id), size, uuidOf(owner.id)],
      );
      const variables = { ...type.nextWeek, eventTypeId: type.id };
      // Without the hosts' names: most of these people exist only here.
      const count = () =>
        graph.execute<{ slots: { totalCount: number } }, object>(
          `query ($eventTypeId: ID!, $from: DateTime!, $to: DateTime!) {
            slots(eventTypeId: $eventTypeId, from: $from, to: $to, timeZone: "UTC") { totalCount nodes { startsAt } }
          }`,
          variables,
        );
      await count();
      await graph.database.resetStatements();
      expect((await count()).data.slots.totalCount).toBe(80);
      costs.push(await graph.database.countStatements('scheduling'));
    }
    expect(new Set(costs).size).toBe(1);
    const to = new Date(Date.parse(type.nextWeek.from) + 40 * DAY_MS).toISOString();
    const long = { eventTypeId: type.id, from: type.nextWeek.from, to, timeZone: 'UTC' };
    const refused = await graph.execute(ops.SlotsDocument, long);
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'to',
      max: 31,
    });
  }, 60_000);
});
