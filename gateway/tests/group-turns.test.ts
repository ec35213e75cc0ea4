import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { verifyBookings } from '../../subgraphs/scheduling/history/verify-bookings.ts';
import { bookNth, type Crew, crewOf, sharedType, startAt } from './kit/crew.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { hold } from './kit/holds.ts';
import { progress } from './kit/lifecycle.ts';
import { bookSeries, SERIES, seriesInput } from './kit/series.ts';
import { type BookableEventType, bookingInput, cancel } from './kit/stories.ts';

const GROUPS = [
  { name: 'Surgeons', required: 2 },
  { name: 'Nurses', required: 1 },
];
const PERIOD = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
const fresh = () => `key ${Math.random()}`;

/** Two of the first three members and one of the next two; whoever is left always comes. */
function theatre(graph: TestGraph, crew: Crew, settings: Partial<ops.CreateEventTypeInput> = {}) {
  const groupOf = (index: number) => (index < 3 ? 'Surgeons' : index < 5 ? 'Nurses' : null);
  return sharedType(graph, crew, {
    schedulingMode: 'COLLECTIVE',
    hostGroups: GROUPS,
    hosts: crew.members.map(({ id: userId }, index) => ({ userId, groupName: groupOf(index) })),
    bookingWindow: { kind: 'UNLIMITED' },
    ...settings,
  });
}

async function fairness(graph: TestGraph, { leader }: Crew, eventTypeId: string) {
  const variables = { eventTypeId, ...PERIOD };
  return (await graph.execute(ops.GroupFairnessDocument, variables, { key: leader.key })).data.fairness;
}

describe('members of groups who take turns', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let crew: Crew;

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ clock });
  });
  beforeEach(async () => {
    clock.set('2027-03-03T08:00:00Z');
    crew = await crewOf(graph, 6);
  });
  afterAll(() => graph.stop());

  /** Positions in the event type. */
  const positions = (ids: readonly string[]) =>
    ids.map(id => crew.members.findIndex(member => member.id === id)).sort();
  const member = (index: number) => crew.members[index] as TestUser;
  /** What each of the five took, by the bookings, and what is remembered of them. */
  async function counts(type: BookableEventType) {
    const { groups } = await fairness(graph, crew, type.id);
    const counted = new Map(groups.flatMap(({ hosts }) => hosts.map(({ host, count }) => [host.id, count])));
    const taken = crew.members.slice(0, 5).map(({ id }) => counted.get(id) ?? -1);
    const rows = await graph.database.query<{ assignments: number }>(
      `select h.assignments from scheduling.event_type_hosts h where h.event_type_id = (
         select id from scheduling.event_types where owner_id = $1 order by created_at desc, id desc limit 1) order by h.position`,
      [crew.teamId],
    );
    expect(rows.slice(0, 5).map(({ assignments }) => assignments)).toEqual(taken);
    expect(rows[5]?.assignments).toBe(0);
    return taken;
  }
  async function assigned(id: string, user = crew.leader) {
    const answer = await graph.execute(ops.BookingAssignmentsDocument, { id }, { key: user.key });
    const { booking } = answer.data;
    return { assignments: booking?.assignments ?? [] };
  }
  const reassign = async (bookingId: string, from: number, to?: number) => {
    const input = {
      bookingId,
      fromUserId: member(from).id,
      ...(to !== undefined && { toUserId: member(to).id }),
      idempotencyKey: fresh(),
    };
    const answer = await graph.execute(ops.ReassignBookingDocument, { input }, { key: crew.leader.key });
    return answer;
  };

  it('keep what settled each turn, for organizers, and are told apart by group', async () => {
    const type = await theatre(graph, crew);
    const first = await bookNth(graph, type, 0);
    const second = await bookNth(graph, type, 1);
    expect([positions(first.hostIds), positions(second.hostIds)]).toEqual([
      [0, 1, 3, 5],
      [0, 2, 4, 5],
    ]);
    const seen = await assigned(second.id);
    expect(
      seen.assignments.map(({ groupName, decidedBy, host, candidates }) => [
        groupName,
        decidedBy,
        positions([host.id])[0],
        candidates.map(one => [positions([one.host.id])[0], one.count]),
      ]),
    ).toEqual([
      [
        'Surgeons',
        'TURN',
        2,
        [
          [0, 1],
          [1, 1],
          [2, 0],
        ],
      ],
      [
        'Surgeons',
        'LOWEST_ID',
        0,
        [
          [0, 1],
          [1, 1],
        ],
      ],
      [
        'Nurses',
        'TURN',
        4,
        [
          [3, 1],
          [4, 0],
        ],
      ],
    ]);
    const guest = { id: second.id, manageToken: second.manageToken };
    const unseen = await graph.execute(ops.BookingAssignmentsDocument, guest);
    expect([unseen.body.data?.booking?.id, unseen.body.data?.booking?.assignments]).toEqual([
      second.id,
      null,
    ]);
    const { total, groups, maximumDeviation, maximumLead } = await fairness(graph, crew, type.id);
    expect([total, Math.round(maximumLead)]).toEqual([6, 1]);
    expect(groups.map(group => [group.name, group.total, group.hosts.map(({ count }) => count)])).toEqual([
      ['Surgeons', 4, [2, 1, 1]],
      ['Nurses', 2, [1, 1]],
    ]);
    // Four turns among three surgeons, who lack or have two thirds of one at the most.
    expect(groups[0]?.hosts[0]?.target).toBeCloseTo(4 / 3);
    expect(maximumDeviation).toBeCloseTo(2 / 3);
    expect(await counts(type)).toEqual([2, 1, 1, 1, 1]);
  });

  it('have them back when a booking is cancelled, and again when that is taken back', async () => {
    const type = await theatre(graph, crew);
    const first = await bookNth(graph, type, 0);
    expect(await counts(type)).toEqual([1, 1, 0, 1, 0]);
    await cancel(graph, first);
    expect(await counts(type)).toEqual([0, 0, 0, 0, 0]);
    const input = { bookingId: first.id, version: 2, idempotencyKey: fresh() };
    const undone = await graph.execute(ops.UndoBookingChangeDocument, { input }, { key: crew.leader.key });
    expect(undone.data.undoBookingChange.__typename).toBe('BookingChangeUndone');
    expect(await counts(type)).toEqual([1, 1, 0, 1, 0]);
    // Whose turn it was is whose turn it is not next.
    expect(positions((await bookNth(graph, type, 1)).hostIds)).toEqual([0, 2, 4, 5]);
  });

  it('have back what they missed themselves, or all guests did', async () => {
    const type = await theatre(graph, crew);
    const [first, second] = [await bookNth(graph, type, 0), await bookNth(graph, type, 1)];
    expect(await counts(type)).toEqual([2, 1, 1, 1, 1]);
    clock.set(startAt(type, 2));
    const mark = async (input: Omit<ops.MarkNoShowInput, 'idempotencyKey'>) => {
      const marked = await graph.execute(
        ops.MarkNoShowDocument,
        { input: { ...input, idempotencyKey: fresh() } },
        { key: crew.leader.key },
      );
      expect(marked.data.markNoShow.__typename).toBe('NoShowMarked');
    };
    const missing = { bookingId: first.id, hostIds: [member(1).id] };
    await mark({ ...missing, noShow: true });
    expect(await counts(type)).toEqual([2, 0, 1, 1, 1]);
    await mark({ ...missing, noShow: false });
    expect(await counts(type)).toEqual([2, 1, 1, 1, 1]);
    const { attendees } = await progress(graph, crew.leader, second.id);
    const attendeeIds = attendees.map(({ id }) => id);
    await mark({ bookingId: second.id, attendeeIds, noShow: true });
    expect(await counts(type)).toEqual([1, 1, 0, 1, 0]);
  });

  it('hand a turn on within their group, by turn or by name, and to nobody else', async () => {
    const type = await theatre(graph, crew);
    const { id } = await bookNth(graph, type, 0);
    expect((await reassign(id, 0)).data.reassignBooking.__typename).toBe('BookingReassigned');
    expect(await counts(type)).toEqual([0, 1, 1, 1, 0]);
    expect(
      (await assigned(id)).assignments.map(({ version, groupName, host }) => [
        version,
        groupName,
        positions([host.id])[0],
      ]),
    ).toEqual([
      [2, 'Surgeons', 2],
      [1, 'Surgeons', 1],
      [1, 'Nurses', 3],
    ]);
    // A nurse by name.
    await reassign(id, 3, 4);
    expect(await counts(type)).toEqual([0, 1, 1, 0, 1]);
    expect((await assigned(id)).assignments.at(-1)).toMatchObject({ decidedBy: 'PERSON', version: 3 });
    // All surgeons but one are there already, so that one is next whoever leaves; then nobody is left.
    await graph.execute(
      ops.AddBookingHostDocument,
      { input: { bookingId: id, userId: member(0).id, idempotencyKey: fresh() } },
      { key: crew.leader.key },
    );
    expect(await counts(type)).toEqual([0, 1, 1, 0, 1]);
    expect((await reassign(id, 2)).data.reassignBooking.__typename).toBe('SlotUnavailable');
    // Who always comes has no turn to hand on.
    const always = await reassign(id, 5);
    expect([always.code, always.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'toUserId']);
    await graph.execute(
      ops.RemoveBookingHostDocument,
      { input: { bookingId: id, userId: member(1).id, idempotencyKey: fresh() } },
      { key: crew.leader.key },
    );
    expect(await counts(type)).toEqual([0, 0, 1, 0, 1]);
  });

  it('have turns that holds promised, and those of a series', async () => {
    const type = await theatre(graph, crew, { ...SERIES, durationMinutes: 60 });
    const slot = { startsAt: startAt(type, 0), endsAt: '' };
    const { holdToken } = await hold(graph, type.id, slot);
    const held = { ...bookingInput(type.id, slot), holdToken };
    const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input: held })).data;
    if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
    expect(await counts(type)).toEqual([1, 1, 0, 1, 0]);
    const { bookings } = await bookSeries(graph, seriesInput(type.id, startAt(type, 12)));
    expect(bookings.map(({ hosts }) => positions(hosts.map(({ id }) => id)))).toEqual(
      Array(4).fill([0, 2, 4, 5]),
    );
    expect(await counts(type)).toEqual([5, 1, 4, 1, 4]);
    expect((await assigned(createBooking.booking.id)).assignments.map(({ decidedBy }) => decidedBy)).toEqual([
      null,
      null,
      null,
    ]);
    expect((await assigned(bookings[3]?.id ?? '')).assignments.map(({ decidedBy }) => decidedBy)).toEqual([
      'TURN',
      'LOWEST_ID',
      'TURN',
    ]);
  });

  it('start level with their group, and not with others', async () => {
    const type = await theatre(graph, crew);
    for (let index = 0; index < 6; index++) await bookNth(graph, type, index);
    expect(await counts(type)).toEqual([4, 4, 4, 3, 3]);
    const hosts = crew.members.map(({ id: userId }, index) => ({
      userId,
      groupName: index < 3 ? 'Surgeons' : 'Nurses',
    }));
    const input = { id: type.id, hosts };
    await graph.execute(ops.UpdateEventTypeDocument, { input }, { key: crew.leader.key });
    // The sixth member is a nurse now, level with the two others: not to catch up with three, nor above them by four.
    const turns = [];
    for (let index = 6; index < 12; index++)
      turns.push(...positions((await bookNth(graph, type, index)).hostIds).filter(one => one > 2));
    expect(turns.toSorted()).toEqual([3, 3, 4, 4, 5, 5]);
  });

  it('leave rows that are what the events say', async () => {
    const differences: unknown[] = [];
    const verified = await verifyBookings({
      openContext: () => graph.apps.scheduling.openContext(servicePrincipal('scheduling')),
      onDifference: difference => differences.push(difference),
      onProgress: () => {},
    });
    expect(verified.bookings).toBeGreaterThan(10);
    expect(differences).toEqual([]);
  });
});

describe('members of groups whose bookings are made at once', () => {
  const CLIENTS = 15;
  let graph: TestGraph;
  let crew: Crew;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-03T08:00:00Z') });
    crew = await crewOf(graph, 5);
  });
  afterAll(() => graph.stop());

  /** Books many slots at once and cancels some; how far apart the members of each group are then. */
  async function race() {
    await graph.database.query('delete from scheduling.claims');
    const type = await theatre(graph, crew);
    const made = await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => bookNth(graph, type, client)),
    );
    const { groups } = await fairness(graph, crew, type.id);
    await Promise.all(made.slice(0, 5).map(booking => cancel(graph, booking)));
    const rows = await graph.database.query<{ total: number }>(
      `select sum(h.assignments)::int as total from scheduling.event_type_hosts h join scheduling.event_types e
         on e.id = h.event_type_id where e.owner_id = $1 group by e.id, e.created_at order by e.created_at desc, e.id desc limit 1`,
      [crew.teamId],
    );
    return { leads: groups.map(({ maximumLead }) => Math.round(maximumLead)), remembered: rows[0]?.total };
  }

  it('have as many each, and what is cancelled is given back once', async () => {
    // Three of five come to each booking, and ten bookings are left.
    expect(await race()).toEqual({ leads: [0, 1], remembered: 30 });
  }, 60_000);

  it('have not when nobody waits for the others: without the lock the test above would fail', async () => {
    await graph.database.query(
      `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$`,
    );
    const { leads } = await race();
    expect(Math.max(...leads)).toBeGreaterThan(1);
  }, 60_000);
});
