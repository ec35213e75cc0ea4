import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { bookNth, type Crew, crewOf, fairnessOf, remembered, sharedType } from './kit/crew.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { cancel } from './kit/stories.ts';

type Booked = Awaited<ReturnType<typeof bookNth>>;

describe('the hosts of a booking', () => {
  let graph: TestGraph;
  let crew: Crew;

  beforeAll(async () => {
    graph = await startGraph();
  });
  beforeEach(async () => {
    crew = await crewOf(graph, 3);
  });
  afterAll(() => graph.stop());

  const ids = () => crew.members.map(({ id }) => id);
  const reassign = async (
    booking: Booked,
    more: Partial<ops.ReassignBookingInput> = {},
    key = crew.leader.key,
  ) => {
    const input = { bookingId: booking.id, idempotencyKey: `reassign ${Math.random()}`, ...more };
    return graph.execute(ops.ReassignBookingFullyDocument, { input }, { key });
  };
  const reassigned = async (booking: Booked, more: Partial<ops.ReassignBookingInput> = {}) => {
    const { reassignBooking } = (await reassign(booking, more)).data;
    if (reassignBooking.__typename !== 'BookingReassigned') throw new Error(JSON.stringify(reassignBooking));
    return reassignBooking.booking;
  };
  const add = async (booking: Booked, userId: string, more: Partial<ops.AddBookingHostInput> = {}) => {
    const input = { bookingId: booking.id, userId, idempotencyKey: `add ${Math.random()}`, ...more };
    return graph.execute(ops.AddBookingHostDocument, { input }, { key: crew.leader.key });
  };
  const remove = async (booking: Booked, userId: string) => {
    const input = { bookingId: booking.id, userId, idempotencyKey: `remove ${Math.random()}` };
    return graph.execute(ops.RemoveBookingHostDocument, { input }, { key: crew.leader.key });
  };
  /** Whose time a booking takes, as it stands in the database. */
  const takenBy = async (booking: Booked) => {
    const claims = await graph.database.query<{ claimant_id: string }>(
      `select c.claimant_id from scheduling.claims c join scheduling.bookings b on b.id = c.booking_id
       where b.id = $1 and lower(c.during) = b.starts_at and upper(c.during) = b.ends_at`,
      [uuidOf(booking.id)],
    );
    return claims.map(claim => claim.claimant_id).sort();
  };
  const uuids = (...users: (string | undefined)[]) => users.map(id => uuidOf(id ?? '')).sort();
  const counts = async (type: { id: string }) => {
    const derived = (await fairnessOf(graph, crew, type.id)).hosts.map(({ count }) => count);
    expect(await remembered(graph, type.id)).toEqual(derived);
    return derived;
  };

  it('become those whose turn it is: time, title, count and decision go with the booking', async () => {
    const type = await sharedType(graph, crew);
    const booking = await bookNth(graph, type, 0);
    const [, second] = [booking, await bookNth(graph, type, 1)];
    const third = ids().find(id => ![...booking.hostIds, ...second.hostIds].includes(id));
    const after = await reassigned(booking, { reason: 'ill' });
    expect(after.hosts.map(({ id }) => id)).toEqual([third]);
    expect(after.title).toBe(`Meeting with ${after.hosts[0]?.name} and Grace Hopper`);
    expect(after).toMatchObject({ version: 2, assignments: [{ decidedBy: 'TURN', host: { id: third } }] });
    expect(await takenBy(booking)).toEqual(uuids(third));
    const expected = ids().map(id => Number(!booking.hostIds.includes(id)));
    expect(await counts(type)).toEqual(expected);
    // Cancelled, it is given back by whom it went to; and by nobody else.
    await cancel(graph, booking);
    expect(await counts(type)).toEqual(ids().map(id => Number(second.hostIds.includes(id))));
  });

  it('become who is named, if they are free; the decision says that a person chose', async () => {
    const type = await sharedType(graph, crew);
    const booking = await bookNth(graph, type, 0);
    const other = await bookNth(graph, type, 0);
    const [busy] = other.hostIds;
    const free = ids().find(id => ![...booking.hostIds, busy].includes(id)) ?? '';
    const { reassignBooking } = (await reassign(booking, { toUserId: busy ?? '' })).data;
    expect(reassignBooking).toMatchObject({
      __typename: 'SlotUnavailable',
      reasons: [{ rule: 'CONFLICT', host: { id: busy } }],
    });
    expect(await takenBy(booking)).toEqual(uuids(booking.hostIds[0]));
    const after = await reassigned(booking, { toUserId: free });
    expect(after).toMatchObject({ hosts: [{ id: free }], assignments: [{ decidedBy: 'PERSON' }] });
    expect(await takenBy(booking)).toEqual(uuids(free));
    expect(await counts(type)).toEqual(ids().map(id => Number(id === free || id === busy)));
    // And back again: the later decision is the one that counts.
    await reassigned(booking, { toUserId: booking.hostIds[0] ?? '' });
    expect(await counts(type)).toEqual(ids().map(id => Number(id !== free)));
  });

  it('are who they were before when that is taken back, and so are time, title and count', async () => {
    const type = await sharedType(graph, crew);
    const booking = await bookNth(graph, type, 0);
    const after = await reassigned(booking);
    expect(await takenBy(booking)).toEqual(uuids(after.hosts[0]?.id));
    const input = { bookingId: booking.id, version: 2, idempotencyKey: `undo ${Math.random()}` };
    const { key } = crew.leader;
    const { undoBookingChange } = (await graph.execute(ops.UndoBookingChangeDocument, { input }, { key }))
      .data;
    expect(undoBookingChange.__typename).toBe('BookingChangeUndone');
    const { booking: now } = (await graph.execute(ops.BookingAssignmentDocument, { id: booking.id }, { key }))
      .data;
    expect(now).toMatchObject({
      title: booking.title,
      hosts: booking.hostIds.map(id => ({ id })),
      assignments: [{ version: 1, host: { id: booking.hostIds[0] } }],
    });
    expect(await takenBy(booking)).toEqual(uuids(...booking.hostIds));
    expect(await counts(type)).toEqual(ids().map(id => Number(booking.hostIds.includes(id))));
  });

  it('stay when nobody else is free', async () => {
    const type = await sharedType(graph, crew);
    const [booking] = [
      await bookNth(graph, type, 0),
      await bookNth(graph, type, 0),
      await bookNth(graph, type, 0),
    ];
    const { reassignBooking } = (await reassign(booking)).data;
    expect(reassignBooking).toMatchObject({
      __typename: 'SlotUnavailable',
      reasons: [{ rule: 'CONFLICT' }, {}],
    });
    expect(await counts(type)).toEqual([1, 1, 1]);
  });

  it('may come from outside the event type only where that is asked for, and from the team', async () => {
    const two = { ...crew, members: crew.members.slice(0, 2) };
    const type = await sharedType(graph, two);
    const booking = await bookNth(graph, type, 0);
    const outside = ids()[2] ?? '';
    const stranger = await graph.signUp();
    const refusals = [
      await reassign(booking, { toUserId: outside }),
      await reassign(booking, { toUserId: stranger.id, allowOutsideHosts: true }),
      await reassign(booking, { toUserId: booking.hostIds[0] ?? '' }),
      await reassign(booking, { toUserId: outside, allowOutsideHosts: true, fromUserId: outside }),
    ];
    expect(refusals.map(answer => [answer.code, answer.errors[0]?.extensions.field])).toEqual([
      ['BAD_USER_INPUT', 'toUserId'],
      ['BAD_USER_INPUT', 'toUserId'],
      ['BAD_USER_INPUT', 'toUserId'],
      ['BAD_USER_INPUT', 'fromUserId'],
    ]);
    const after = await reassigned(booking, { toUserId: outside, allowOutsideHosts: true });
    expect(after.hosts.map(({ id }) => id)).toEqual([outside]);
    expect(await takenBy(booking)).toEqual(uuids(outside));
    expect(await remembered(graph, type.id)).toEqual([0, 0]);
  });

  it('are changed by organizers only, once for each key, and on the version that they know', async () => {
    const type = await sharedType(graph, crew);
    const booking = await bookNth(graph, type, 0);
    const bystander = crew.members.find(({ id }) => !booking.hostIds.includes(id));
    for (const key of [bystander?.key ?? '', (await graph.signUp()).key])
      expect((await reassign(booking, {}, key)).code).toBe('NOT_FOUND');
    expect((await reassign(booking, { expectedVersion: 2 })).data.reassignBooking).toMatchObject({
      __typename: 'BookingVersionConflict',
      current: { version: 1 },
    });
    const first = await reassign(booking, { idempotencyKey: 'once' });
    expect((await reassign(booking, { idempotencyKey: 'once' })).body).toEqual(first.body);
    expect((await counts(type)).reduce((sum, count) => sum + count)).toBe(1);
    await cancel(graph, booking);
    expect((await reassign(booking)).data.reassignBooking).toMatchObject({
      __typename: 'TransitionRefused',
      from: 'CANCELLED',
    });
    // Its host may give it away too.
    const own = await bookNth(graph, type, 1);
    const host = crew.members.find(({ id }) => id === own.hostIds[0]);
    expect((await reassign(own, {}, host?.key)).data.reassignBooking.__typename).toBe('BookingReassigned');
  });

  it('hear of it, those who lose the booking and those who get it', async () => {
    const type = await sharedType(graph, crew);
    const booking = await bookNth(graph, type, 0);
    const [from, to] = [true, false].map(isHost =>
      crew.members.find(({ id }) => booking.hostIds.includes(id) === isHost),
    );
    const watching = await Promise.all(
      [from, to].map(user =>
        graph.watch(user?.key, ops.BookingChangedDocument, { filter: { kinds: ['BOOKING_HOSTS_CHANGED'] } }),
      ),
    );
    await reassigned(booking, { toUserId: to?.id ?? '' });
    for (const watched of watching) {
      const [change] = await watched.take(1);
      expect(change?.bookingChanged).toMatchObject({
        kind: 'BOOKING_HOSTS_CHANGED',
        booking: { id: booking.id },
      });
    }
    const { key } = to ?? {};
    const history = await graph.execute<{ booking: { history: { nodes: { kind: string }[] } } }, object>(
      'query ($id: ID!) { booking(id: $id) { history { nodes { kind } } } }',
      { id: booking.id },
      key ? { key } : {},
    );
    expect(history.data.booking.history.nodes.map(({ kind }) => kind)).toEqual([
      'BOOKING_CREATED',
      'BOOKING_HOSTS_CHANGED',
    ]);
  });

  it('are joined by others who are free, and left by all but the last', async () => {
    const type = await sharedType(graph, crew);
    const booking = await bookNth(graph, type, 0);
    const busy = (await bookNth(graph, type, 0)).hostIds[0] ?? '';
    const [host = ''] = booking.hostIds;
    const free = ids().find(id => id !== host && id !== busy) ?? '';
    expect((await add(booking, busy)).data.addBookingHost.__typename).toBe('SlotUnavailable');
    expect((await remove(booking, host)).data.removeBookingHost).toMatchObject({
      __typename: 'LastHost',
      code: 'LAST_HOST',
    });
    expect((await add(booking, free)).data.addBookingHost).toMatchObject({
      __typename: 'BookingHostAdded',
      booking: { version: 2, hosts: [{ id: host }, { id: free }] },
    });
    expect(await takenBy(booking)).toEqual(uuids(host, free));
    // To join is nobody's turn.
    expect(await counts(type)).toEqual(ids().map(id => Number(id !== free)));
    expect((await add(booking, free)).code).toBe('BAD_USER_INPUT');
    // The one whose turn it was leaves: it is given back, and the other stays.
    expect((await remove(booking, host)).data.removeBookingHost).toMatchObject({
      __typename: 'BookingHostRemoved',
      booking: { hosts: [{ id: free }] },
    });
    expect(await takenBy(booking)).toEqual(uuids(free));
    expect(await counts(type)).toEqual(ids().map(id => Number(id === busy)));
    expect((await remove(booking, host)).code).toBe('BAD_USER_INPUT');
  });

  it('are replaced by name where all of them host, and in nobody else’s way', async () => {
    const two = { ...crew, members: crew.members.slice(0, 2) };
    const type = await sharedType(graph, two, { schedulingMode: 'COLLECTIVE', bufferAfterMinutes: 5 });
    const booking = await bookNth(graph, type, 0);
    const [a = '', b = '', outside = ''] = ids();
    expect((await reassign(booking)).code).toBe('BAD_USER_INPUT');
    expect(
      (await reassign(booking, { toUserId: outside, allowOutsideHosts: true })).errors[0]?.extensions.field,
    ).toBe('fromUserId');
    const after = await reassigned(booking, { toUserId: outside, allowOutsideHosts: true, fromUserId: a });
    expect(new Set(after.hosts.map(({ id }) => id))).toEqual(new Set([outside, b]));
    // The buffer is handed over as well.
    const claims = await graph.database.query(
      `select c.claimant_id as id, (extract(epoch from upper(c.during) - lower(c.during)) / 60)::int as minutes
       from scheduling.claims c where c.booking_id = $1`,
      [uuidOf(booking.id)],
    );
    expect(new Set(claims.map(({ id, minutes }) => `${id} ${minutes}`))).toEqual(
      new Set([`${uuidOf(outside)} 10`, `${uuidOf(b)} 10`]),
    );
  });
});
