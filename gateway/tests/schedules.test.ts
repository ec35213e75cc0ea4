import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { book, bookable, slotsOf } from './kit/stories.ts';

const DAY_MS = 86_400_000;

describe('schedules', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada', timeZone: 'Europe/London' });
  });
  afterAll(() => graph.stop());

  const date = (days: number) => new Date(graph.now() + days * DAY_MS).toISOString().slice(0, 10);
  const workday = [{ startsAt: '10:00', endsAt: '12:00' }];

  async function schedulesOf(user: TestUser) {
    return (await graph.execute(ops.MeDocument, {}, { key: user.key })).data.me.schedules ?? [];
  }

  async function create(user: TestUser, input: Partial<ops.CreateScheduleInput> = {}) {
    const given = { name: 'Evenings', timeZone: 'UTC', ...input };
    const { createSchedule } = (
      await graph.execute(ops.CreateScheduleDocument, { input: given }, { key: user.key })
    ).data;
    return createSchedule.schedule;
  }

  const update = async (user: TestUser, input: ops.UpdateScheduleInput) =>
    (await graph.execute(ops.UpdateScheduleDocument, { input }, { key: user.key })).data.updateSchedule;

  const remove = (user: TestUser, scheduleId: string) =>
    graph.execute(ops.DeleteScheduleDocument, { input: { scheduleId } }, { key: user.key });

  async function newsOf(user: TestUser) {
    const events = await graph.database.query(
      "select aggregate_id, payload, audience from scheduling.outbox_events where name = 'availability.changed' and aggregate_id = $1",
      [user.id],
    );
    return events.length;
  }

  it('are created with office hours or with others, and changed', async () => {
    const user = await graph.signUp();
    const plain = await create(user, { name: '  Evenings ' });
    expect(plain).toMatchObject({ name: 'Evenings', timeZone: 'UTC', isDefault: false, holidayRegion: null });
    expect(plain.weeklyHours).toHaveLength(5);
    const hours = [{ weekday: 'SUNDAY', startsAt: '22:00', endsAt: '06:00' }] as const;
    const night = await create(user, { name: 'Nights', hours: [...hours], holidayRegion: 'DE-BY' });
    expect(night).toMatchObject({ weeklyHours: hours, holidayRegion: 'DE-BY' });
    const renamed = await update(user, { scheduleId: night.id, name: 'Shifts', timeZone: 'Europe/Kiev' });
    expect(renamed).toMatchObject({
      schedule: {
        name: 'Shifts',
        timeZone: 'Europe/Kiev',
        holidayRegion: 'DE-BY',
        version: night.version + 1,
      },
    });
    const cleared = await update(user, { scheduleId: night.id, holidayRegion: null });
    expect(cleared).toMatchObject({ schedule: { name: 'Shifts', holidayRegion: null } });
    expect(
      await update(user, { scheduleId: night.id, name: 'Late', expectedVersion: night.version }),
    ).toMatchObject({
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      currentVersion: night.version + 2,
    });
  });

  it('have one default, also when all of them want to be it at once', async () => {
    const user = await graph.signUp();
    const [first] = await schedulesOf(user);
    const second = await create(user, { makeDefault: true });
    expect((await schedulesOf(user)).map(({ id, isDefault }) => [id, isDefault])).toEqual([
      [second.id, true],
      [first?.id, false],
    ]);
    const others = await Promise.all(
      Array.from({ length: 6 }, (_, i) => create(user, { name: `Number ${i}` })),
    );
    const outcomes = await Promise.all(
      others.map(({ id }) => update(user, { scheduleId: id, makeDefault: true })),
    );
    expect(new Set(outcomes.map(outcome => outcome.__typename))).toEqual(new Set(['ScheduleUpdated']));
    expect((await schedulesOf(user)).filter(schedule => schedule.isDefault)).toHaveLength(1);
  });

  it('are deleted unless they are the default or event types go by them', async () => {
    const user = await graph.signUp();
    const [first] = await schedulesOf(user);
    expect((await remove(user, first?.id ?? '')).data.deleteSchedule).toMatchObject({
      __typename: 'ScheduleInUse',
      code: 'SCHEDULE_IN_USE',
      isDefault: true,
    });
    const spare = await create(user);
    const type = await bookable(graph, user, { title: 'Late call' });
    for (const statement of [
      'update scheduling.event_type_hosts h set schedule_id = s.id from scheduling.schedules s where s.user_id = h.user_id and not s.is_default',
      'update scheduling.event_types e set restriction_schedule_id = h.schedule_id from scheduling.event_type_hosts h where h.event_type_id = e.id',
    ]) {
      await graph.database.query(statement);
      const refused = (await remove(user, spare.id)).data.deleteSchedule;
      expect(refused).toMatchObject({
        __typename: 'ScheduleInUse',
        isDefault: false,
        eventTypeIds: [type.id],
      });
      expect(JSON.stringify(refused)).toContain('Late call');
    }
    await graph.database.query('update scheduling.event_type_hosts set schedule_id = null');
    expect((await remove(user, spare.id)).data.deleteSchedule.__typename).toBe('ScheduleInUse');
    await graph.database.query('update scheduling.event_types set restriction_schedule_id = null');
    expect((await remove(user, spare.id)).data.deleteSchedule).toEqual({
      __typename: 'ScheduleDeleted',
      deletedId: spare.id,
    });
    expect(await schedulesOf(user)).toHaveLength(1);
  });

  it("are nobody else's to change", async () => {
    const stranger = await graph.signUp();
    const [own] = await schedulesOf(ada);
    const scheduleId = own?.id ?? '';
    const answers = [
      await graph.execute(ops.UpdateScheduleDocument, { input: { scheduleId } }, { key: stranger.key }),
      await remove(stranger, scheduleId),
      await graph.execute(
        ops.SetDateOverridesDocument,
        { input: { scheduleId, overrides: [{ date: date(5), intervals: [] }] } },
        { key: stranger.key },
      ),
    ];
    expect(answers.map(answer => answer.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('take a year of overrides at once, replace those that are there, and no more than that', async () => {
    const user = await graph.signUp();
    const { id: scheduleId } = await create(user);
    const overrides = Array.from({ length: 366 }, (_, i) => ({ date: date(i + 1), intervals: workday }));
    const setAll = async (input: Partial<ops.SetDateOverridesInput>) =>
      graph.execute(
        ops.SetDateOverridesDocument,
        { input: { scheduleId, overrides, ...input } },
        { key: user.key },
      );
    const all = (await setAll({})).data.setDateOverrides;
    if (all.__typename !== 'ScheduleUpdated') throw new Error(JSON.stringify(all));
    expect(all.schedule.overrides).toHaveLength(366);
    const again = (await setAll({ overrides: [{ date: date(1), intervals: [] }] })).data.setDateOverrides;
    expect(again).toMatchObject({ schedule: { version: all.schedule.version + 1 } });
    if (again.__typename !== 'ScheduleUpdated') throw new Error(JSON.stringify(again));
    expect(again.schedule.overrides.slice(0, 2)).toEqual([
      { date: date(1), intervals: [] },
      { date: date(2), intervals: workday },
    ]);
    const more = await setAll({ overrides: [{ date: date(400), intervals: [] }] });
    expect([more.code, more.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'overrides']);
    const one = { scheduleId, date: date(400), intervals: [] };
    const single = await graph.execute(ops.SetDateOverrideDocument, { input: one }, { key: user.key });
    expect([single.code, single.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'date']);
    // What has passed does not count.
    await graph.database.query(
      'update scheduling.schedule_overrides set date = date - 1000 where date = (select max(date) from scheduling.schedule_overrides)',
    );
    expect(
      (await setAll({ overrides: [{ date: date(400), intervals: [] }] })).data.setDateOverrides.__typename,
    ).toBe('ScheduleUpdated');
  });

  it('are at most twenty', async () => {
    const user = await graph.signUp();
    for (let count = 1; count < 19; count++) await create(user);
    const input = { name: 'Another', timeZone: 'UTC' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        graph.execute(ops.CreateScheduleDocument, { input }, { key: user.key }),
      ),
    );
    const refused = answers.filter(answer => answer.body.errors);
    expect(refused.map(answer => [answer.code, answer.errors[0]?.extensions.field])).toEqual(
      Array.from({ length: 9 }, () => ['BAD_USER_INPUT', 'name']),
    );
    expect(await schedulesOf(user)).toHaveLength(20);
  });

  it('follow the user to another zone while they travel', async () => {
    const user = await graph.signUp({ timeZone: 'Europe/London' });
    const type = await bookable(graph, user);
    const monday = type.nextWeek.from.slice(0, 10);
    const [before] = await slotsOf(graph, type.id, { first: 1 });
    const stay = { firstDate: monday, lastDate: monday, timeZone: 'America/New_York' };
    const add = async (input: ops.AddTravelStayInput) =>
      (await graph.execute(ops.AddTravelStayDocument, { input }, { key: user.key })).data.addTravelStay;
    const added = await add(stay);
    if (added.__typename !== 'TravelStayAdded') throw new Error(JSON.stringify(added));
    expect(added.stay).toMatchObject(stay);
    const [there] = await slotsOf(graph, type.id, { first: 1 });
    const atNine = (zone: string) =>
      Temporal.ZonedDateTime.from(`${monday}T09:00[${zone}]`)
        .toInstant()
        .toString({ fractionalSecondDigits: 3 });
    expect([before?.startsAt, there?.startsAt]).toEqual([
      atNine('Europe/London'),
      atNine('America/New_York'),
    ]);

    expect(await add({ ...stay, timeZone: 'Asia/Tokyo' })).toMatchObject({ code: 'STAYS_OVERLAP' });
    const both = await Promise.all([
      add({ ...stay, firstDate: date(30), lastDate: date(33) }),
      add({ ...stay, firstDate: date(33), lastDate: date(35) }),
    ]);
    expect(both.map(outcome => outcome.__typename).sort()).toEqual(['StaysOverlap', 'TravelStayAdded']);

    const { me } = (await graph.execute(ops.MyAbsencesDocument, {}, { key: user.key })).data;
    expect(me.travelStays).toHaveLength(2);
    const away = await graph.execute<
      { eventType: { hosts: { user: { travelStays: unknown } }[] } },
      { id: string }
    >(
      'query ($id: ID!) { eventType(id: $id) { hosts { user { travelStays { firstDate } } } } }',
      { id: type.id },
      { key: ada.key },
    );
    expect(away.data.eventType.hosts[0]?.user.travelStays).toBeNull();

    const removeStay = (key: string) =>
      graph.execute(ops.RemoveTravelStayDocument, { input: { id: added.stay.id } }, { key });
    expect((await removeStay(ada.key)).code).toBe('NOT_FOUND');
    expect((await removeStay(user.key)).data.removeTravelStay.removedId).toBe(added.stay.id);
    expect(await slotsOf(graph, type.id, { first: 1 })).toEqual([before]);
  });

  it('tell those who watch slots of every change, and those who watch bookings of none', async () => {
    const user = await graph.signUp();
    const type = await bookable(graph, user);
    const watching = await graph.watch(user.key, ops.BookingChangedDocument);
    const { id: scheduleId, version } = await create(user);
    const run = (document: Parameters<typeof graph.execute>[0], input: object) =>
      graph.execute(document as string, { input }, { key: user.key });
    const one = { scheduleId, date: date(9), intervals: workday };
    const stay = { firstDate: date(3), lastDate: date(4), timeZone: 'UTC' };
    const news: [string, () => Promise<unknown>][] = [
      ['update', () => update(user, { scheduleId, name: 'Mornings' })],
      ['hours', () => run(ops.SetWeeklyHoursDocument as never, { scheduleId, hours: [] })],
      ['date', () => run(ops.SetDateOverrideDocument as never, one)],
      [
        'dates',
        () =>
          run(ops.SetDateOverridesDocument as never, {
            scheduleId,
            overrides: [{ date: date(8), intervals: [] }],
          }),
      ],
      ['no date', () => run(ops.DeleteDateOverrideDocument as never, { scheduleId, date: date(9) })],
      ['travel', () => run(ops.AddTravelStayDocument as never, stay)],
      [
        'absence',
        () =>
          run(ops.CreateAbsenceDocument as never, { firstDate: date(5), lastDate: date(5), reason: 'SICK' }),
      ],
      ['delete', () => remove(user, scheduleId)],
    ];
    let count = await newsOf(user);
    expect(count).toBe(1);
    for (const [what, change] of news) {
      await change();
      expect([what, await newsOf(user)]).toEqual([what, ++count]);
    }
    const silent = [
      () => update(user, { scheduleId, name: 'Mornings', expectedVersion: version }).catch(() => null),
      () => run(ops.AddTravelStayDocument as never, stay),
      () => run(ops.SetDateOverrideDocument as never, { ...one, date: '2020-01-01' }),
    ];
    for (const change of silent) await change();
    expect(await newsOf(user)).toBe(count);
    const booked = await book(graph, type.id, (await slotsOf(graph, type.id))[0]);
    const [seen] = await watching.take(1);
    expect(seen?.bookingChanged.booking.id).toBe(booked.id);
    expect(watching.results).toHaveLength(1);
  });

  it('are closed on the public holidays of their region, unless an override says otherwise', async () => {
    const user = await graph.signUp();
    const type = await bookable(graph, user);
    const [own] = await schedulesOf(user);
    const scheduleId = own?.id ?? '';
    const year = new Date(graph.now()).getUTCFullYear();
    const isSoon = (day: string) =>
      day > date(2) && day < date(50) && ![0, 6].includes(new Date(day).getUTCDay());
    let found: { region: string; day: string } | undefined;
    for (const region of ['DE', 'US', 'JP', 'CO', 'IN', 'GB']) {
      for (const { date: day } of (await graph.execute(ops.HolidaysDocument, { region, year })).data.holidays)
        if (isSoon(day)) found ??= { region, day };
    }
    if (!found) throw new Error('There is no holiday anywhere these days.');
    const { region, day } = found;
    const startsOn = async () => {
      const next = new Date(Date.parse(day) + DAY_MS).toISOString();
      const span = { from: `${day}T00:00:00Z`, to: next, timeZone: 'UTC', eventTypeId: type.id };
      return (await graph.execute(ops.SlotsDocument, span)).data.slots.edges.map(edge =>
        edge.node.startsAt.slice(11, 16),
      );
    };
    expect(await startsOn()).toHaveLength(16);
    await update(user, { scheduleId, holidayRegion: region });
    expect(await startsOn()).toEqual([]);
    const override = { scheduleId, date: day, intervals: [{ startsAt: '10:00', endsAt: '11:00' }] };
    await graph.execute(ops.SetDateOverrideDocument, { input: override }, { key: user.key });
    expect(await startsOn()).toEqual(['10:00', '10:30']);
  });

  it('show public holidays to everybody', async () => {
    const { holidays } = (await graph.execute(ops.HolidaysDocument, { region: 'DE-BY', year: 2027 })).data;
    expect(holidays[0]).toEqual({ date: '2027-01-01', name: "New Year's Day" });
    expect(holidays[1]).toEqual({ date: '2027-01-06', name: 'Epiphany' });
    expect(holidays.map(({ date: day }) => day)).toEqual(holidays.map(({ date: day }) => day).sort());
  });

  describe('name the field of', () => {
    const hours = (startsAt: string, endsAt: string, weekday: ops.Weekday = 'MONDAY') => ({
      weekday,
      startsAt,
      endsAt,
    });
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ date: date(i + 1), intervals: [] }));
    const wrong: [string, unknown, () => object, string][] = [
      [
        'a schedule without a name',
        ops.CreateScheduleDocument,
        () => ({ name: '  ', timeZone: 'UTC' }),
        'name',
      ],
      [
        'a name that is too long',
        ops.CreateScheduleDocument,
        () => ({ name: 'x'.repeat(101), timeZone: 'UTC' }),
        'name',
      ],
      [
        'a zone that is none',
        ops.CreateScheduleDocument,
        () => ({ name: 'x', timeZone: 'Europe/Atlantis' }),
        'timeZone',
      ],
      [
        'a region that is none',
        ops.CreateScheduleDocument,
        () => ({ name: 'x', timeZone: 'UTC', holidayRegion: 'DE-ZZ' }),
        'holidayRegion',
      ],
      [
        'hours of a new schedule',
        ops.CreateScheduleDocument,
        () => ({ name: 'x', timeZone: 'UTC', hours: [hours('24:00', '09:00')] }),
        'hours',
      ],
      ['an id of another kind', ops.UpdateScheduleDocument, () => ({ scheduleId: ada.id }), 'scheduleId'],
      ['an empty new name', ops.UpdateScheduleDocument, () => ({ name: '' }), 'name'],
      ['an offset as new zone', ops.UpdateScheduleDocument, () => ({ timeZone: '+02:00' }), 'timeZone'],
      [
        'a new region that is none',
        ops.UpdateScheduleDocument,
        () => ({ holidayRegion: 'Bavaria' }),
        'holidayRegion',
      ],
      ['an id that is none', ops.DeleteScheduleDocument, () => ({ scheduleId: 'x' }), 'scheduleId'],
      ['inverted hours', ops.SetWeeklyHoursDocument, () => ({ hours: [hours('24:00', '09:00')] }), 'hours'],
      [
        'overlapping hours',
        ops.SetWeeklyHoursDocument,
        () => ({ hours: [hours('09:00', '12:00'), hours('11:00', '13:00')] }),
        'hours',
      ],
      [
        'a night that runs into the next day',
        ops.SetWeeklyHoursDocument,
        () => ({ hours: [hours('22:00', '06:00', 'SUNDAY'), hours('05:00', '09:00')] }),
        'hours',
      ],
      [
        'more hours than a week has',
        ops.SetWeeklyHoursDocument,
        () => ({ hours: Array.from({ length: 101 }, () => hours('09:00', '10:00')) }),
        'hours',
      ],
      [
        'an override in the past',
        ops.SetDateOverrideDocument,
        () => ({ date: '2020-02-29', intervals: [] }),
        'date',
      ],
      [
        'a date that is none',
        ops.SetDateOverrideDocument,
        () => ({ date: '2027-02-29', intervals: [] }),
        'date',
      ],
      [
        'overlapping intervals',
        ops.SetDateOverrideDocument,
        () => ({ date: date(2), intervals: [...workday, ...workday] }),
        'intervals',
      ],
      ['10,000 overrides', ops.SetDateOverridesDocument, () => ({ overrides: many(10_000) }), 'overrides'],
      ['367 overrides', ops.SetDateOverridesDocument, () => ({ overrides: many(367) }), 'overrides'],
      ['no override', ops.SetDateOverridesDocument, () => ({ overrides: [] }), 'overrides'],
      [
        'one of many in the past',
        ops.SetDateOverridesDocument,
        () => ({ overrides: [...many(2), { date: '2020-01-01', intervals: [] }] }),
        'overrides[2].date',
      ],
      [
        'a date given twice',
        ops.SetDateOverridesDocument,
        () => ({ overrides: [...many(2), ...many(1)] }),
        'overrides[2].date',
      ],
      [
        'overlapping intervals of one of many',
        ops.SetDateOverridesDocument,
        () => ({ overrides: [...many(1), { date: date(2), intervals: [...workday, ...workday] }] }),
        'overrides[1].intervals',
      ],
      [
        'a stay that ends before it begins',
        ops.AddTravelStayDocument,
        () => ({ firstDate: date(3), lastDate: date(2), timeZone: 'UTC' }),
        'lastDate',
      ],
      [
        'a stay that is over',
        ops.AddTravelStayDocument,
        () => ({ firstDate: date(-9), lastDate: date(-3), timeZone: 'UTC' }),
        'lastDate',
      ],
      [
        'a stay of more than a year',
        ops.AddTravelStayDocument,
        () => ({ firstDate: date(1), lastDate: date(367), timeZone: 'UTC' }),
        'lastDate',
      ],
      [
        'a stay in no zone',
        ops.AddTravelStayDocument,
        () => ({ firstDate: date(1), lastDate: date(2), timeZone: 'Moon' }),
        'timeZone',
      ],
      ['a stay to remove', ops.RemoveTravelStayDocument, () => ({ id: ada.id }), 'id'],
    ];

    it.each(wrong)('%s', async (_what, document, input, field) => {
      const [own] = await schedulesOf(ada);
      const takesSchedule = ![
        ops.CreateScheduleDocument,
        ops.AddTravelStayDocument,
        ops.RemoveTravelStayDocument,
      ].includes(document as never);
      const given = { ...(takesSchedule && { scheduleId: own?.id }), ...input() };
      const answer = await graph.execute(document as string, { input: given }, { key: ada.key });
      expect([answer.status, answer.code, answer.errors[0]?.extensions.field]).toEqual([
        400,
        'BAD_USER_INPUT',
        field,
      ]);
    });

    it('10,000 overrides, and the cap', async () => {
      const [own] = await schedulesOf(ada);
      const input = { scheduleId: own?.id ?? '', overrides: many(10_000) };
      const answer = await graph.execute(ops.SetDateOverridesDocument, { input }, { key: ada.key });
      expect(answer.errors[0]?.message).toBe('Give 1 to 366 overrides, not 10000.');
    });

    it.each([
      ['a region that is none', { region: 'XX', year: 2027 }, 'region'],
      ['a year long ago', { region: 'DE', year: 1999 }, 'year'],
      ['a year far ahead', { region: 'DE', year: 2101 }, 'year'],
    ])('%s', async (_what, variables, field) => {
      const answer = await graph.execute(ops.HolidaysDocument, variables);
      expect([answer.code, answer.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', field]);
    });
  });
});
