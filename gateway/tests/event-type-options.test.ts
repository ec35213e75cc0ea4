import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { meanwhile } from './kit/meanwhile.ts';
import { bookable, slotsOf } from './kit/stories.ts';
import { team } from './kit/teams.ts';

async function defaultSchedule(graph: TestGraph, user: TestUser): Promise<string> {
  const { me } = (await graph.execute(ops.MeDocument, {}, { key: user.key })).data;
  return me.schedules?.[0]?.id ?? '';
}

async function settings(graph: TestGraph, user: TestUser, id: string) {
  const answer = await graph.execute(ops.EventTypeSettingsDocument, { id }, { key: user.key });
  if (!answer.data.eventType) throw new Error('There is no such event type.');
  return answer.data.eventType;
}

const changesOf = (graph: TestGraph) =>
  graph.database.query<{ payload: { eventTypeId: string | null; ownerId: string } }>(
    `select payload from scheduling.outbox_events where name = 'event_type.changed' order by transaction_id, sequence`,
  );

const noDates = { firstDate: null, lastDate: null };

describe.each<Topology>(['standalone', 'distributed'])('the options of an event type, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;
  let stranger: TestUser;
  let teamId: string;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
    stranger = await graph.signUp();
    teamId = await team(graph, ada, { MEMBER: grace });
  });
  afterAll(() => graph.stop());

  const update = (input: ops.UpdateEventTypeInput, user = ada) =>
    graph.execute(ops.UpdateEventTypeDocument, { input }, { key: user.key });

  it('begin as those of a plain event type', async () => {
    const { id } = await bookable(graph, ada);
    expect(await settings(graph, ada, id)).toMatchObject({
      visibility: 'PUBLIC',
      startOffsetMinutes: 0,
      isOptimized: false,
      isFirstOfDayOnly: false,
      padsForeignEvents: true,
      bookingWindow: { kind: 'CALENDAR_DAYS', days: 60, ...noDates },
      limits: [],
      restrictionScheduleId: null,
      hosts: [{ user: { id: ada.id }, scheduleId: null }],
      privateLinks: [],
    });
  });

  it('are read back as they were set, when it is made and when it is changed', async () => {
    const restrictionScheduleId = await defaultSchedule(graph, ada);
    const limits = [
      { scope: 'EVENT_TYPE' as const, unit: 'BOOKINGS' as const, period: 'DAY' as const, days: null, max: 3 },
      { scope: 'HOST' as const, unit: 'MINUTES' as const, period: 'ROLLING' as const, days: 7, max: 600 },
      { scope: 'HOST' as const, unit: 'MINUTES' as const, period: 'ROLLING' as const, days: 30, max: 900 },
      {
        scope: 'OWNER' as const,
        unit: 'BOOKINGS' as const,
        period: 'YEAR' as const,
        days: null,
        max: 10_000,
      },
      { scope: 'BOOKER' as const, unit: 'BOOKINGS' as const, period: 'FUTURE' as const, days: null, max: 1 },
    ];
    const first = {
      startOffsetMinutes: 10,
      isOptimized: true,
      isFirstOfDayOnly: true,
      padsForeignEvents: false,
      bookingWindow: { kind: 'BUSINESS_DAYS' as const, days: 20 },
      visibility: 'HIDDEN' as const,
      limits,
      restrictionScheduleId,
    };
    const { id } = await bookable(graph, ada, first);
    expect(await settings(graph, ada, id)).toMatchObject({
      ...first,
      bookingWindow: { ...first.bookingWindow, ...noDates },
    });
    const bookingWindow = { kind: 'DATES' as const, firstDate: '2027-01-04', lastDate: '2028-12-31' };
    const second = {
      startOffsetMinutes: 0,
      isOptimized: false,
      isFirstOfDayOnly: false,
      padsForeignEvents: true,
      bookingWindow,
      visibility: 'PRIVATE' as const,
      limits: [],
      restrictionScheduleId: null,
    };
    expect((await update({ id, ...second })).data.updateEventType.__typename).toBe('EventTypeUpdated');
    expect(await settings(graph, ada, id)).toMatchObject({
      ...second,
      bookingWindow: { ...bookingWindow, days: null },
    });
    await update({ id, title: 'Same rules' });
    expect(await settings(graph, ada, id)).toMatchObject({ ...second, title: 'Same rules' });
  });

  it.each<ops.BookingWindowInput>([
    { kind: 'UNLIMITED' },
    { kind: 'CALENDAR_DAYS', days: 0 },
    { kind: 'CALENDAR_DAYS', days: 730 },
    { kind: 'AVAILABLE_DAYS', days: 365 },
    { kind: 'DATES', firstDate: '2027-01-01', lastDate: '2027-01-01' },
  ])('take a window of %j', async bookingWindow => {
    const { id } = await bookable(graph, ada, { bookingWindow });
    const empty = { days: null, firstDate: null, lastDate: null };
    expect((await settings(graph, ada, id)).bookingWindow).toEqual({ ...empty, ...bookingWindow });
  });

  const limit = { scope: 'EVENT_TYPE', unit: 'BOOKINGS', period: 'DAY', max: 3 } as const;
  const wrong: [string, object, string][] = [
    ['an offset of a day', { startOffsetMinutes: 1440 }, 'startOffsetMinutes'],
    ['an offset backwards', { startOffsetMinutes: -1 }, 'startOffsetMinutes'],
    ['a visibility that is none', { visibility: 'SECRET' }, 'visibility'],
    ['a window without days', { bookingWindow: { kind: 'CALENDAR_DAYS' } }, 'bookingWindow.days'],
    ['731 days', { bookingWindow: { kind: 'CALENDAR_DAYS', days: 731 } }, 'bookingWindow.days'],
    ['no business day', { bookingWindow: { kind: 'BUSINESS_DAYS', days: 0 } }, 'bookingWindow.days'],
    ['366 available days', { bookingWindow: { kind: 'AVAILABLE_DAYS', days: 366 } }, 'bookingWindow.days'],
    ['no end with days', { bookingWindow: { kind: 'UNLIMITED', days: 1 } }, 'bookingWindow.days'],
    [
      'days with a date',
      { bookingWindow: { kind: 'CALENDAR_DAYS', days: 1, lastDate: '2027-01-01' } },
      'bookingWindow.lastDate',
    ],
    [
      'dates with days',
      { bookingWindow: { kind: 'DATES', days: 1, firstDate: '2027-01-01', lastDate: '2027-01-02' } },
      'bookingWindow.days',
    ],
    [
      'no first date',
      { bookingWindow: { kind: 'DATES', lastDate: '2027-01-01' } },
      'bookingWindow.firstDate',
    ],
    ['no last date', { bookingWindow: { kind: 'DATES', firstDate: '2027-01-01' } }, 'bookingWindow.lastDate'],
    [
      'inverted dates',
      { bookingWindow: { kind: 'DATES', firstDate: '2027-01-02', lastDate: '2027-01-01' } },
      'bookingWindow.lastDate',
    ],
    [
      '731 dates',
      { bookingWindow: { kind: 'DATES', firstDate: '2027-01-01', lastDate: '2028-12-31' } },
      'bookingWindow.lastDate',
    ],
    [
      'a date that does not exist',
      { bookingWindow: { kind: 'DATES', firstDate: '2027-02-30', lastDate: '2027-03-01' } },
      'bookingWindow.firstDate',
    ],
    ['eleven limits', { limits: Array.from({ length: 11 }, () => limit) }, 'limits'],
    ['a limit twice', { limits: [limit, { ...limit, max: 5 }] }, 'limits[1]'],
    ['days of a day', { limits: [{ ...limit, days: 1 }] }, 'limits[0].days'],
    ['a rolling period without days', { limits: [{ ...limit, period: 'ROLLING' }] }, 'limits[0].days'],
    ['367 rolling days', { limits: [{ ...limit, period: 'ROLLING', days: 367 }] }, 'limits[0].days'],
    ['everybody in the future', { limits: [{ ...limit, period: 'FUTURE' }] }, 'limits[0].period'],
    [
      'minutes of the future',
      { limits: [limit, { scope: 'BOOKER', unit: 'MINUTES', period: 'FUTURE', max: 60 }] },
      'limits[1].period',
    ],
    ['a limit of nothing', { limits: [{ ...limit, max: 0 }] }, 'limits[0].max'],
    ['10001 bookings', { limits: [{ ...limit, max: 10_001 }] }, 'limits[0].max'],
    ['14 minutes', { limits: [{ ...limit, unit: 'MINUTES', max: 14 }] }, 'limits[0].max'],
    ['a scope that is none', { limits: [{ ...limit, scope: 'MOON' }] }, 'limits[0].scope'],
    ['a schedule that is none', { restrictionScheduleId: 'sch_none' }, 'restrictionScheduleId'],
    ['both lists of hosts', { hosts: [], hostIds: [] }, 'hostIds'],
    ['no host', { hosts: [] }, 'hosts'],
    ['a host that is no user', { hosts: [{ userId: 'ada' }] }, 'hosts[0].userId'],
  ];

  it.each(wrong)('refuse %s, new or changed', async (_what, change, field) => {
    const before = (await changesOf(graph)).length;
    const { id } = await bookable(graph, ada);
    const input = { title: 'Wrong', slug: 'wrong', durationMinutes: 30, ...change };
    const key = { key: ada.key };
    for (const refused of [
      await graph.execute(ops.CreateEventTypeDocument, { input } as never, key),
      await graph.execute(ops.UpdateEventTypeDocument, { input: { id, ...change } } as never, key),
    ]) {
      expect([refused.status, refused.code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(refused.errors[0]?.extensions.field).toBe(field);
    }
    expect(await changesOf(graph)).toHaveLength(before);
  });

  it('take schedules of the viewer and the hosts, and of nobody else', async () => {
    const [own, graces, others] = await Promise.all(
      [ada, grace, stranger].map(user => defaultSchedule(graph, user)),
    );
    const hosts = [{ userId: ada.id }, { userId: grace.id, scheduleId: graces ?? null }];
    const input = { ownerId: teamId, schedulingMode: 'COLLECTIVE' as const, hosts };
    const { id, nextWeek } = await bookable(graph, ada, { ...input, restrictionScheduleId: graces ?? null });
    expect(await settings(graph, ada, id)).toMatchObject({
      restrictionScheduleId: graces,
      hosts: [
        { user: { id: ada.id }, scheduleId: null },
        { user: { id: grace.id }, scheduleId: graces },
      ],
    });
    const seenByMember = await settings(graph, grace, id);
    expect(seenByMember).toMatchObject({ restrictionScheduleId: null, privateLinks: null });
    expect(seenByMember.hosts.map(host => host.scheduleId)).toEqual([null, null]);

    for (const [change, field] of [
      [{ restrictionScheduleId: others ?? null }, 'restrictionScheduleId'],
      [{ hosts: [{ userId: ada.id, scheduleId: graces ?? null }] }, 'hosts[0].scheduleId'],
      [
        { hosts: [{ userId: ada.id }, { userId: grace.id, scheduleId: others ?? null }] },
        'hosts[1].scheduleId',
      ],
      [{ hosts: [{ userId: grace.id }, { userId: grace.id }] }, 'hosts[1].userId'],
      [{ hosts: [{ userId: stranger.id }] }, 'hosts'],
      [{ hostIds: [stranger.id] }, 'hostIds'],
    ] as const) {
      const refused = await update({ id, ...change } as ops.UpdateEventTypeInput);
      expect([refused.code, refused.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', field]);
    }

    const simulated = await graph.execute(
      ops.SimulateSlotsDocument,
      {
        input: {
          ...nextWeek,
          eventTypeId: id,
          timeZone: 'UTC',
          eventType: { restrictionScheduleId: others ?? null },
        },
      },
      { key: ada.key },
    );
    expect([simulated.code, simulated.errors[0]?.extensions.field]).toEqual([
      'BAD_USER_INPUT',
      'restrictionScheduleId',
    ]);

    await update({ id, hostIds: [grace.id], restrictionScheduleId: own ?? null });
    expect(await settings(graph, ada, id)).toMatchObject({
      restrictionScheduleId: own,
      hosts: [{ user: { id: grace.id }, scheduleId: graces }],
    });
    await update({ id, hosts: [{ userId: grace.id }] });
    expect((await settings(graph, ada, id)).hosts).toMatchObject([{ scheduleId: null }]);
  });

  it('refuse a schedule that is deleted at the same moment', async () => {
    const { createSchedule } = (
      await graph.execute(
        ops.CreateScheduleDocument,
        { input: { name: 'Gone', timeZone: 'UTC' } },
        { key: ada.key },
      )
    ).data;
    const scheduleId = createSchedule.schedule.id;
    const { id } = await bookable(graph, ada);
    const gone = `delete from scheduling.schedules where id = '${uuidOf(scheduleId)}'`;
    const refused = await meanwhile(graph, gone, () =>
      update({ id, hosts: [{ userId: ada.id, scheduleId }] }),
    );
    expect([refused.code, refused.errors[0]?.extensions.field]).toEqual([
      'BAD_USER_INPUT',
      'hosts[0].scheduleId',
    ]);
  });

  it('decide what is offered', async () => {
    const { id } = await bookable(graph, stranger, { startOffsetMinutes: 10, isFirstOfDayOnly: true });
    const slots = await slotsOf(graph, id);
    expect(slots.map(slot => slot.startsAt.slice(11, 16))).toEqual(Array(5).fill('09:10'));
  });

  it('are told to whoever keeps slots up to date', async () => {
    const { id } = await bookable(graph, ada);
    const before = (await changesOf(graph)).length;
    await update({ id, startOffsetMinutes: 5 });
    await update({ id, expectedVersion: 1, startOffsetMinutes: 6 });
    await update({ id, startOffsetMinutes: 7 }, stranger);
    await graph.execute(ops.SetBookingLimitsDocument, { input: { limits: [] } }, { key: ada.key });
    await graph.execute(ops.DeleteEventTypeDocument, { input: { id } }, { key: ada.key });
    expect((await changesOf(graph)).slice(before).map(event => event.payload)).toEqual([
      { eventTypeId: id, ownerId: ada.id },
      { eventTypeId: null, ownerId: ada.id },
      { eventTypeId: id, ownerId: ada.id },
    ]);
  });
});
