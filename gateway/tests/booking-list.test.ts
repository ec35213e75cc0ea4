import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { createRoom } from './kit/resources.ts';
import { giveUp, join } from './kit/seats.ts';
import { bookSeries, SERIES, seriesInput } from './kit/series.ts';
import { bookable, slotsOf, type TestSlot } from './kit/stories.ts';
import { team } from './kit/teams.ts';

const HOUR_MS = 3_600_000;
const fields = ['STARTS_AT', 'ENDS_AT', 'CREATED_AT', 'UPDATED_AT'] as const;
const directions = ['ASC', 'DESC'] as const;
const propertyOf = {
  STARTS_AT: 'startsAt',
  ENDS_AT: 'endsAt',
  CREATED_AT: 'createdAt',
  UPDATED_AT: 'updatedAt',
} as const;

type Listed = ops.BookingListQuery['bookings']['nodes'][number];

describe('a list of bookings', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let bob: TestUser;
  let teamId: string;
  let roomId: string;
  const types: Record<'short' | 'long' | 'shared' | 'ofTeam' | 'inRoom' | 'series', string> = {
    short: '',
    long: '',
    shared: '',
    ofTeam: '',
    inRoom: '',
    series: '',
  };
  /** The ids of bookings by what they are called here, and the other way round. */
  const ids = new Map<string, string>();
  const nameOf = (id: string) => [...ids].find(([, each]) => each === id)?.[0] ?? id;
  let slots: TestSlot[];
  /** The moment before each step of the story. */
  const moments: string[] = [];

  const at = (index: number) => slots[index] as TestSlot;
  const step = () => {
    clock.advance(HOUR_MS);
    moments.push(new Date(clock.now()).toISOString());
  };
  async function make(name: string, eventTypeId: string, slot: number, guest: string) {
    step();
    const booking = await join(graph, eventTypeId, at(slot), { name: guest });
    ids.set(name, booking.id);
    return booking;
  }

  beforeAll(async () => {
    clock = createTestClock('2027-03-01T08:00:00Z');
    graph = await startGraph({ clock });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    bob = await graph.signUp({ handle: 'bob', name: 'Bob Kahn' });
    teamId = await team(graph, ada, { MEMBER: bob });
    roomId = (await createRoom(graph, ada)).id;
    types.short = (await bookable(graph, ada, { slotIntervalMinutes: 30 })).id;
    types.long = (await bookable(graph, ada, { durationMinutes: 120, slotIntervalMinutes: 30 })).id;
    types.shared = (await bookable(graph, ada, { seatsPerSlot: 3, slotIntervalMinutes: 30 })).id;
    types.ofTeam = (await bookable(graph, ada, { ownerId: teamId, hostIds: [bob.id] })).id;
    const resourceRequirements = [{ resourceIds: [roomId] }];
    types.inRoom = (await bookable(graph, ada, { resourceRequirements })).id;
    slots = await slotsOf(graph, types.short, { first: 200 });
    types.series = (await bookable(graph, ada, { ...SERIES, durationMinutes: 30 })).id;
    // Booked in another order than they take place in, the first after all others have begun.
    await make('room', types.inRoom, 8, 'Alan Turing');
    await make('long', types.long, 0, 'Grace Murray');
    const course = await make('course', types.shared, 6, 'Katherine Johnson');
    await join(graph, types.shared, at(6), { name: 'Anne-Marie O’Hopper' });
    await make('team', types.ofTeam, 1, 'Grace Hopper');
    const gone = await make('gone', types.short, 10, 'Alan Turing');
    await make('last', types.short, 12, 'ÖDÖN von Horváth');
    step();
    await giveUp(graph, gone);
    clock.set(at(7).startsAt);
    moments.push(at(7).startsAt);
    const absent = { bookingId: course.id, hostIds: [ada.id], idempotencyKey: 'absent' };
    const marked = await graph.execute(ops.MarkNoShowDocument, { input: absent }, { key: ada.key });
    expect(marked.data.markNoShow.__typename).toBe('NoShowMarked');
  }, 60_000);
  afterAll(() => graph.stop());

  const request = (variables: ops.BookingListQueryVariables, user = ada) =>
    graph.execute(ops.BookingListDocument, variables, { key: user.key });
  async function list(filter: ops.BookingFilter, user = ada): Promise<string[]> {
    const { bookings } = (await request({ filter }, user)).data;
    const names = bookings.nodes.map(({ id }) => nameOf(id));
    expect(bookings.totalCount).toBe(names.length);
    return names.sort();
  }

  const all = ['course', 'gone', 'last', 'long', 'room', 'team'];

  it('holds all that one may see, the earliest first', async () => {
    const { bookings } = (await request({})).data;
    expect(bookings.nodes.map(({ id }) => nameOf(id))).toEqual([
      'long',
      'team',
      'course',
      'room',
      'gone',
      'last',
    ]);
    expect(await list({}, bob)).toEqual(['team']);
    expect(await list({}, await graph.signUp())).toEqual([]);
  });

  const filters: [name: string, filter: () => ops.BookingFilter, expected: string[]][] = [
    ['ids', () => ({ ids: [ids.get('room') ?? '', ids.get('team') ?? ''] }), ['room', 'team']],
    ['statuses, one', () => ({ statuses: ['CANCELLED'] }), ['gone']],
    [
      'statuses, several',
      () => ({ statuses: ['CONFIRMED', 'COMPLETED', 'DRAFT'] }),
      all.filter(name => name !== 'gone'),
    ],
    ['statuses, none', () => ({ statuses: [] }), []],
    ['hostIds', () => ({ hostIds: [bob.id] }), ['team']],
    ['hostIds, several', () => ({ hostIds: [bob.id, ada.id] }), all],
    ['teamIds', () => ({ teamIds: [teamId] }), ['team']],
    ['eventTypeIds', () => ({ eventTypeIds: [types.long, types.shared] }), ['course', 'long']],
    ['resourceIds', () => ({ resourceIds: [roomId] }), ['room']],
    ['attendeeEmail', () => ({ attendeeEmail: 'ALAN.turing@Example.com' }), ['gone', 'room']],
    ['attendeeEmail of one of many', () => ({ attendeeEmail: 'katherine.johnson@example.com' }), ['course']],
    ['attendeeName, a first name', () => ({ attendeeName: 'grace' }), ['long', 'team']],
    ['attendeeName, beginnings', () => ({ attendeeName: 'HOP gra' }), ['team']],
    ['attendeeName of one of many, with signs', () => ({ attendeeName: 'hopper, anne' }), ['course']],
    ['attendeeName, small and large letters', () => ({ attendeeName: 'ödÖn HORVÁ' }), ['last']],
    ['attendeeName, not the middle of a word', () => ({ attendeeName: 'opper' }), []],
    ['attendeeName, operators are none', () => ({ attendeeName: 'grace | alan & !' }), []],
    ['noShow', () => ({ noShow: true }), ['course']],
    ['noShow, none', () => ({ noShow: false }), all.filter(name => name !== 'course')],
    ['startsFrom', () => ({ startsFrom: at(8).startsAt }), ['gone', 'last', 'room']],
    ['startsBefore', () => ({ startsBefore: at(6).startsAt }), ['long', 'team']],
    [
      'startsFrom and startsBefore',
      () => ({ startsFrom: at(1).startsAt, startsBefore: at(8).startsAt }),
      ['course', 'team'],
    ],
    // The long one lasts until the fourth has begun.
    ['endsAfter', () => ({ endsAfter: at(2).startsAt, startsBefore: at(3).startsAt }), ['long']],
    ['endsBy', () => ({ endsBy: at(2).startsAt }), ['team']],
    ['createdFrom', () => ({ createdFrom: moments[4] ?? null }), ['gone', 'last']],
    ['createdBefore', () => ({ createdBefore: moments[2] ?? null }), ['long', 'room']],
    ['updatedSince', () => ({ updatedSince: moments[6] ?? null }), ['course', 'gone']],
    ['updatedBefore', () => ({ updatedBefore: moments[5] ?? null }), ['long', 'room', 'team']],
    [
      'all at once',
      () => ({
        hostIds: [ada.id],
        statuses: ['CONFIRMED'],
        attendeeName: 'alan',
        startsFrom: at(1).startsAt,
      }),
      ['room'],
    ],
  ];

  it.each(filters)('is filtered by %s', async (_name, filter, expected) => {
    expect(await list(filter())).toEqual(expected);
  });

  it('has a test for every filter that there is', () => {
    const tested = new Set(['seriesIds', ...filters.map(([name]) => name.split(/,? /)[0])]);
    const type = graph.apps.scheduling.schema.getType('BookingFilter') as unknown as {
      getFields(): Record<string, unknown>;
    };
    expect(Object.keys(type.getFields()).filter(field => !tested.has(field))).toEqual([]);
  });

  it('is filtered by seriesIds', async () => {
    const rule = { frequency: 'WEEKLY' as const, interval: 1, count: 3 };
    const series = await bookSeries(graph, seriesInput(types.series, at(20).startsAt, { rule }));
    const eventTypeIds = [types.series];
    const single = await join(graph, types.series, at(22), { name: 'Only Once' });
    expect((await list({ eventTypeIds })).length).toBe(4);
    expect(await list({ seriesIds: [series.id] })).toHaveLength(3);
    expect(await list({ seriesIds: [series.id] })).not.toContain(single.id);
    await graph.database.query(
      `update scheduling.bookings set owner_id = 'nobody' where event_type_id = $1`,
      [uuidOf(types.series)],
    );
    await graph.database.query(
      'delete from scheduling.booking_hosts where booking_id in (select id from scheduling.bookings where event_type_id = $1)',
      [uuidOf(types.series)],
    );
    expect(await list({ eventTypeIds })).toEqual([]);
  });

  it.each<[string, ops.BookingListQueryVariables, string]>([
    ['ids of something else', { filter: { ids: ['usr_01jc000000e008000000000000'] } }, 'filter.ids'],
    ['hosts that are none', { filter: { hostIds: ['bob'] } }, 'filter.hostIds'],
    ['teams that are none', { filter: { teamIds: ["' or true --"] } }, 'filter.teamIds'],
    ['event types that are none', { filter: { eventTypeIds: [''] } }, 'filter.eventTypeIds'],
    ['resources that are none', { filter: { resourceIds: ['x'] } }, 'filter.resourceIds'],
    ['a name without letters', { filter: { attendeeName: ' :* & ! ' } }, 'filter.attendeeName'],
    ['an endless name', { filter: { attendeeName: 'a'.repeat(201) } }, 'filter.attendeeName'],
    ['too many ids', { filter: { ids: Array(101).fill('bkg_01jc000000e008000000000000') } }, 'filter.ids'],
    ['a cursor of its own making', { after: 'x' }, 'after'],
    ['a cursor of another list', { after: Buffer.from('["a"]').toString('base64url') }, 'after'],
    ['a page of nothing', { first: 0 }, 'first'],
    ['a page of everything', { first: 101 }, 'first'],
  ])('refuses %s', async (_what, variables, field) => {
    const refused = await request(variables);
    expect([refused.code, refused.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', field]);
  });

  const sorted = (nodes: readonly Listed[], field: (typeof fields)[number], direction: 'ASC' | 'DESC') => {
    const key = (node: Listed) => `${node[propertyOf[field]]} ${node.id}`;
    const ascending = nodes.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    return direction === 'ASC' ? ascending : ascending.toReversed();
  };

  it.each(fields.flatMap(field => directions.map(direction => [field, direction] as const)))(
    'is ordered by %s %s, page by page too',
    async (field, direction) => {
      const orderBy = { field, direction };
      const { nodes } = (await request({ orderBy })).data.bookings;
      expect(nodes).toHaveLength(all.length);
      expect(nodes).toEqual(sorted(nodes, field, direction));
      for (const first of [1, 2, 4]) {
        const paged: Listed[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const { bookings }: ops.BookingListQuery = (await request({ orderBy, first, after })).data;
          expect(bookings.pageInfo.hasPreviousPage).toBe(after !== null);
          paged.push(...bookings.nodes);
          after = bookings.pageInfo.endCursor;
          more = bookings.pageInfo.hasNextPage;
        }
        expect(paged).toEqual(nodes);
      }
    },
  );

  it('is another one in each order', async () => {
    const seen = new Set<string>();
    for (const field of fields) {
      for (const direction of directions) {
        const { nodes } = (await request({ orderBy: { field, direction } })).data.bookings;
        seen.add(nodes.map(({ id }) => nameOf(id)).join());
      }
    }
    expect(seen.size).toBe(fields.length * directions.length);
  });

  it('has those of one instant in the order of their ids, over pages', async () => {
    const filter = { eventTypeIds: [types.short] };
    await graph.database.query(
      `update scheduling.bookings set updated_at = '2027-03-02T00:00:00Z' where event_type_id in (
        select event_type_id from scheduling.bookings group by 1 having count(*) = 2)`,
    );
    for (const direction of directions) {
      const orderBy = { field: 'UPDATED_AT' as const, direction };
      const whole = (await request({ filter, orderBy })).data.bookings.nodes.map(({ id }) => id);
      expect(whole).toEqual(direction === 'ASC' ? whole.toSorted() : whole.toSorted().toReversed());
      const one = (await request({ filter, orderBy, first: 1 })).data.bookings;
      const two = (await request({ filter, orderBy, first: 1, after: one.pageInfo.endCursor })).data.bookings;
      expect([...one.nodes, ...two.nodes].map(({ id }) => id)).toEqual(whole);
    }
  });

  it('goes on where it was when others come and go in front of the cursor', async () => {
    const page = (await request({ first: 2 })).data.bookings;
    const fresh = await join(graph, types.ofTeam, at(40), { name: 'Late Riser' });
    await graph.database.query(
      `update scheduling.bookings set starts_at = '2027-03-02T00:00:00Z' where title like '%Late Riser%'`,
    );
    const next = (await request({ first: 2, after: page.pageInfo.endCursor })).data.bookings;
    expect(next.nodes.map(({ id }) => nameOf(id))).toEqual(['course', 'room']);
    expect((await request({ first: 1 })).data.bookings.nodes[0]?.id).toBe(fresh.id);
  });
});
