import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { createRoom, resourcesOf, saidOf } from './kit/resources.ts';
import { book, bookable, bookingInput, cancel, slotsOf } from './kit/stories.ts';
import { teamOf } from './kit/teams.ts';

const startsOf = async (graph: TestGraph, eventTypeId: string) =>
  (await slotsOf(graph, eventTypeId)).map(({ startsAt }) => startsAt);

async function move(
  graph: TestGraph,
  booking: { id: string; manageToken: string },
  startsAt: string | undefined,
) {
  const { id: bookingId, manageToken } = booking;
  const input = { bookingId, manageToken, startsAt: startsAt ?? '', idempotencyKey: `${Math.random()}` };
  return (await graph.execute(ops.RescheduleBookingDocument, { input })).data.rescheduleBooking.__typename;
}

/** Who and what is claimed by a booking, and when. */
const claimsOf = (graph: TestGraph, bookingId: string) =>
  graph.database.query<{ claimant_id: string; starts: Date }>(
    'select claimant_id::text, lower(during) as starts from scheduling.claims where booking_id = $1 order by 1',
    [uuidOf(bookingId)],
  );

describe('groups of hosts', () => {
  let graph: TestGraph;
  let people: TestUser[];
  let ownerId: string;

  beforeAll(async () => {
    graph = await startGraph();
    people = [];
    for (const name of ['Ada', 'Bob', 'Cleo', 'Dora', 'Emil']) people.push(await graph.signUp({ name }));
    ownerId = await teamOf(graph, ...(people as [TestUser, ...TestUser[]]));
  });
  afterAll(() => graph.stop());

  const [ada, bob, cleo, dora, emil] = [0, 1, 2, 3, 4].map(index => () => people[index] as TestUser) as [
    () => TestUser,
    () => TestUser,
    () => TestUser,
    () => TestUser,
    () => TestUser,
  ];
  const inGroup = (groupName: string | null, ...hosts: TestUser[]) =>
    hosts.map(({ id: userId }) => ({ userId, groupName }));

  /** Two of three surgeons and one of two nurses. */
  const operation = (settings: Partial<ops.CreateEventTypeInput> = {}) =>
    bookable(graph, ada(), {
      ownerId,
      schedulingMode: 'COLLECTIVE',
      hostGroups: [
        { name: 'Surgeons', required: 2 },
        { name: 'Nurses', required: 1 },
      ],
      hosts: [...inGroup('Surgeons', ada(), bob(), cleo()), ...inGroup('Nurses', dora(), emil())],
      ...settings,
    });
  const solo = async (host: TestUser) =>
    (await bookable(graph, ada(), { ownerId, schedulingMode: 'ROUND_ROBIN', hostIds: [host.id] })).id;
  /** Each test begins with hosts who have nothing to do. */
  const freeAll = () => graph.database.query('delete from scheduling.claims');

  it('offer a time while enough of each are free, say who is, and book whose turn it is', async () => {
    const { id } = await operation();
    const [slot, second, third] = await slotsOf(graph, id);
    const ids = (...users: TestUser[]) => users.map(user => user.id).sort();
    const first = await resourcesOf(graph, await book(graph, id, slot));
    // Nobody had one before: the lowest ids.
    expect(first.hosts.map(host => host.id).sort()).toEqual(ids(ada(), bob(), dora()));
    expect(await startsOf(graph, id)).not.toContain(slot?.startsAt);
    const said = await saidOf(graph, id, slot?.startsAt);
    expect(said[0]).toMatchObject({
      rule: 'GROUP',
      passed: false,
      message: 'Surgeons: 2 of 3 are needed, 1 is free.',
      opensIf: '1 more of them is free',
      group: { free: [{ name: 'Cleo' }] },
    });
    expect(said[0]?.group?.taken.map(({ name }) => name).sort()).toEqual(['Ada', 'Bob']);
    expect(said.filter(({ passed, rule }) => passed && rule === 'GROUP').map(v => v.message)).toEqual([
      'Nurses: 1 of 2 is needed, 1 is free.',
    ]);
    // Ada and Bob had one and are first by id: Cleo's turn, and Emil's.
    const next = await resourcesOf(graph, await book(graph, id, second));
    expect(next.hosts.map(host => host.id).sort()).toEqual(ids(ada(), cleo(), emil()));
    const last = await resourcesOf(graph, await book(graph, id, third));
    expect(last.hosts.map(host => host.id).sort()).toEqual(ids(bob(), cleo(), dora()));
    await freeAll();
  });

  it('are offered with everybody who is free, and lose a time with the last member too many', async () => {
    const { id } = await operation();
    const [slot] = await slotsOf(graph, id);
    const hostsAt = async () => {
      const variables = { eventTypeId: id, startsAt: slot?.startsAt ?? '', to: slot?.endsAt ?? '' };
      const answer = await graph.execute<{ slots: { nodes: { hosts: { id: string }[] }[] } }, object>(
        `query ($eventTypeId: ID!, $startsAt: DateTime!, $to: DateTime!) {
          slots(eventTypeId: $eventTypeId, from: $startsAt, to: $to, timeZone: "UTC") { nodes { hosts { id } } } }`,
        variables,
      );
      return answer.data.slots.nodes[0]?.hosts.map(host => host.id).sort();
    };
    expect(await hostsAt()).toEqual(people.map(user => user.id).sort());
    await book(graph, await solo(cleo()), slot);
    const without = people.filter(user => user !== cleo());
    expect(await hostsAt()).toEqual(without.map(user => user.id).sort());
    await book(graph, await solo(bob()), slot);
    expect(await hostsAt()).toBeUndefined();
    const input = bookingInput(id, slot);
    const refused = (await graph.execute(ops.CreateBookingDocument, { input })).data.createBooking;
    expect(refused).toMatchObject({ __typename: 'SlotUnavailable' });
    await freeAll();
  });

  it('of all their members are what COLLECTIVE is, and who is in none always comes', async () => {
    const everybody = await operation({
      hostGroups: [{ name: 'Surgeons', required: 3 }],
      hosts: [...inGroup('Surgeons', ada(), bob(), cleo()), ...inGroup(null, dora())],
    });
    const plain = await bookable(graph, ada(), {
      ownerId,
      schedulingMode: 'COLLECTIVE',
      hostIds: [ada(), bob(), cleo(), dora()].map(({ id }) => id),
    });
    const [slot, second] = await slotsOf(graph, plain.id);
    await book(graph, await solo(dora()), second);
    expect(await slotsOf(graph, everybody.id)).toEqual(await slotsOf(graph, plain.id));
    const booking = await resourcesOf(graph, await book(graph, everybody.id, slot));
    expect(booking.hosts).toHaveLength(4);
    await freeAll();
  });

  it('keep a booking’s hosts when it moves', async () => {
    const { id } = await operation();
    const [slot, , third] = await slotsOf(graph, id);
    const booking = await book(graph, id, slot);
    const { hosts } = await resourcesOf(graph, booking);
    expect(await move(graph, booking, third?.startsAt)).toBe('BookingRescheduled');
    expect((await resourcesOf(graph, booking)).hosts).toEqual(hosts);
    expect((await claimsOf(graph, booking.id)).map(({ starts }) => starts.toISOString())).toEqual(
      hosts.map(() => third?.startsAt),
    );
    await freeAll();
  });

  it.each([
    ['hostGroups', { hostGroups: [{ name: 'Nurses', required: 3 }] }],
    ['hostGroups[1].name', { hostGroups: ['Nurses', 'Nurses'].map(name => ({ name, required: 1 })) }],
    ['hostGroups[0].required', { hostGroups: [{ name: 'Nurses', required: 0 }] }],
    ['hosts', { hostGroups: [] }],
    ['hostGroups', { schedulingMode: 'ROUND_ROBIN' as const, hostGroups: [{ name: 'Nurses', required: 1 }] }],
  ])('are refused where they could never come: %s', async (field, settings) => {
    const hosts = inGroup('Nurses', dora(), emil());
    const base = { title: 'X', slug: `x-${Math.random().toString(36).slice(2)}`, durationMinutes: 30 };
    const input = { ...base, ownerId, schedulingMode: 'COLLECTIVE' as const, hosts, ...settings };
    const refused = await graph.execute(ops.CreateEventTypeDocument, { input }, { key: ada().key });
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('are shown and changed; hosts who stay keep theirs', async () => {
    const { id } = await operation();
    const hostIds = [ada(), bob(), dora()].map(user => user.id);
    const hostGroups = [
      { name: 'Surgeons', required: 1 },
      { name: 'Nurses', required: 1 },
    ];
    const input = { id, hostIds, hostGroups };
    await graph.execute(ops.UpdateEventTypeDocument, { input }, { key: ada().key });
    const { eventType } = (await graph.execute(ops.EventTypeClaimantsDocument, { id }, { key: ada().key }))
      .data;
    expect(eventType?.hostGroups).toEqual(hostGroups);
    expect(eventType?.hosts.map(({ groupName }) => groupName)).toEqual(['Surgeons', 'Surgeons', 'Nurses']);
    const emptied = { input: { id, hostIds: [dora().id] } };
    const refused = await graph.execute(ops.UpdateEventTypeDocument, emptied, { key: ada().key });
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({ field: 'hostGroups' });
  });
});

describe('rooms and equipment', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let bob: TestUser;
  let ownerId: string;

  beforeAll(async () => {
    graph = await startGraph();
    [ada, bob] = [await graph.signUp({ name: 'Ada' }), await graph.signUp({ name: 'Bob' })];
    ownerId = await teamOf(graph, ada, bob);
  });
  afterAll(() => graph.stop());

  const room = (settings: Partial<ops.CreateResourceInput> = {}) =>
    createRoom(graph, ada, { ownerId, ...settings });
  const typeWith = async (
    host: TestUser,
    resourceRequirements: ops.CreateEventTypeInput['resourceRequirements'],
    settings: Partial<ops.CreateEventTypeInput> = {},
  ) => (await bookable(graph, ada, { ownerId, hostIds: [host.id], resourceRequirements, ...settings })).id;
  const update = async (input: ops.UpdateResourceInput, key = ada.key) =>
    graph.execute(ops.UpdateResourceDocument, { input }, { key });

  it('are taken with their buffers, named when they are, moved and freed with the booking', async () => {
    const [atlas, beamer] = [
      await room({ name: 'Atlas' }),
      await room({ name: 'Beamer', kind: 'EQUIPMENT' }),
    ];
    const all = [{ resourceIds: [atlas.id, beamer.id] }];
    const [first, other] = [await typeWith(ada, all, { bufferAfterMinutes: 30 }), await typeWith(bob, all)];
    const slots = await slotsOf(graph, first);
    const booking = await book(graph, first, slots[0]);
    expect((await resourcesOf(graph, booking)).resources.map(({ name }) => name)).toEqual([
      'Atlas',
      'Beamer',
    ]);
    expect(await claimsOf(graph, booking.id)).toHaveLength(3);
    // Bob is free, but the room is not, nor is it in the buffer behind.
    const free = await startsOf(graph, other);
    expect(free).not.toContain(slots[0]?.startsAt);
    expect(free).not.toContain(slots[0]?.endsAt);
    const [verdict] = await saidOf(graph, other, slots[0]?.startsAt);
    expect(verdict).toMatchObject({
      rule: 'RESOURCE',
      passed: false,
      resource: { name: 'Atlas' },
      host: null,
    });
    expect(verdict?.message).toContain('Atlas is taken from');
    expect(await move(graph, booking, slots[4]?.startsAt)).toBe('BookingRescheduled');
    expect((await claimsOf(graph, booking.id)).map(({ starts }) => starts.toISOString())).toEqual(
      Array.from({ length: 3 }, () => slots[4]?.startsAt),
    );
    const moved = await startsOf(graph, other);
    expect([moved.includes(slots[0]?.startsAt ?? ''), moved.includes(slots[4]?.startsAt ?? '')]).toEqual([
      true,
      false,
    ]);
    await cancel(graph, booking);
    expect(await claimsOf(graph, booking.id)).toEqual([]);
    expect(await startsOf(graph, other)).toContain(slots[4]?.startsAt);
  });

  it('of a set are taken in order, and changed by a move only where they have to be', async () => {
    const [small, large] = [await room({ name: 'Small' }), await room({ name: 'Large' })];
    const oneOf = [{ resourceIds: [small.id, large.id], required: 1 }];
    const [first, other] = [await typeWith(ada, oneOf), await typeWith(bob, oneOf)];
    const slots = await slotsOf(graph, first);
    const [here, there] = slots.slice(10, 12);
    const mine = await book(graph, first, here);
    const theirs = await book(graph, other, here);
    const namesOf = async (booking: typeof mine) =>
      (await resourcesOf(graph, booking)).resources.map(({ name }) => name);
    expect([await namesOf(mine), await namesOf(theirs)]).toEqual([['Small'], ['Large']]);
    // Large is the second choice, but it is what they have.
    expect(await move(graph, theirs, there?.startsAt)).toBe('BookingRescheduled');
    expect(await namesOf(theirs)).toEqual(['Large']);
    const third = await typeWith(ada, [{ resourceIds: [large.id] }]);
    const inLarge = await book(graph, third, slots[13]);
    expect(await move(graph, theirs, slots[13]?.startsAt)).toBe('BookingRescheduled');
    expect(await namesOf(theirs)).toEqual(['Small']);
    expect(await claimsOf(graph, theirs.id)).toHaveLength(2);
    const history = await graph.database.query<{ kind: string; ids: string[] | null }>(
      `select kind, data->'resourceIds' as ids from scheduling.booking_events where booking_id = $1 order by version`,
      [uuidOf(theirs.id)],
    );
    expect(history).toEqual([
      { kind: 'CREATED', ids: [large.id] },
      { kind: 'RESCHEDULED', ids: null },
      { kind: 'RESCHEDULED', ids: [small.id] },
    ]);
    await cancel(graph, inLarge);
    // Large is free there again: nothing of the move is left behind.
    expect(await saidOf(graph, third, slots[11]?.startsAt)).toMatchObject([
      { rule: 'RESOURCE', passed: true },
    ]);
  });

  it('are offered within their hours, while they are switched on, and where they are large enough', async () => {
    const { me } = (await graph.execute(ops.MeDocument, {}, { key: ada.key })).data;
    const hours = {
      name: 'Mornings',
      timeZone: 'UTC',
      hours: [{ weekday: 'TUESDAY' as const, startsAt: '10:00', endsAt: '11:00' }],
    };
    const { createSchedule } = (
      await graph.execute(ops.CreateScheduleDocument, { input: hours }, { key: ada.key })
    ).data;
    if (createSchedule.__typename !== 'ScheduleCreated') throw new Error(JSON.stringify(createSchedule));
    expect(me.schedules?.length).toBeGreaterThan(0);
    const scheduleId = createSchedule.schedule.id;
    const attic = await room({ name: 'Attic', scheduleId, capacity: 4 });
    const id = await typeWith(ada, [{ resourceIds: [attic.id] }]);
    expect((await startsOf(graph, id)).map(start => start.slice(11, 16))).toEqual(['10:00', '10:30']);
    const deleting = await graph.execute(
      ops.DeleteScheduleDocument,
      { input: { scheduleId } },
      { key: ada.key },
    );
    expect(deleting.data.deleteSchedule).toMatchObject({ __typename: 'ScheduleInUse' });
    const [slot] = await slotsOf(graph, id);
    await update({ id: attic.id, isActive: false });
    expect(await startsOf(graph, id)).toEqual([]);
    expect((await saidOf(graph, id, slot?.startsAt))[0]?.message).toBe('Attic is switched off.');
    await update({ id: attic.id, isActive: true, scheduleId: null });
    expect((await startsOf(graph, id)).length).toBeGreaterThan(60);
    const seated = await typeWith(ada, [{ resourceIds: [attic.id] }], { seatsPerSlot: 5 });
    expect(await startsOf(graph, seated)).toEqual([]);
    await update({ id: attic.id, capacity: 5 });
    expect((await startsOf(graph, seated)).length).toBeGreaterThan(60);
  });

  it('are managed by who leads their owner, kept while they are needed, and unknown to others', async () => {
    const lab = await room({ name: 'Lab' });
    const stranger = await graph.signUp();
    expect((await update({ id: lab.id, name: 'Mine' }, stranger.key)).code).toBe('NOT_FOUND');
    expect((await update({ id: lab.id, name: 'Mine' }, bob.key)).code).toBe('NOT_FOUND');
    const changed = (await update({ id: lab.id, name: 'Labor', expectedVersion: lab.version })).data;
    expect(changed.updateResource).toMatchObject({ resource: { name: 'Labor', version: lab.version + 1 } });
    const late = (await update({ id: lab.id, name: 'Late', expectedVersion: lab.version })).data;
    expect(late.updateResource).toMatchObject({ code: 'VERSION_CONFLICT', currentVersion: lab.version + 1 });
    const listed = async (key: string) =>
      (
        await graph.execute(ops.TeamResourcesDocument, { teamId: ownerId, first: 100 }, { key })
      ).body.data?.team?.resources?.nodes.map(({ name }) => name);
    expect(await listed(ada.key)).toContain('Labor');
    expect(await listed(bob.key)).toContain('Labor');
    expect((await listed(stranger.key)) ?? []).toEqual([]);
    const remove = async (id: string) =>
      (await graph.execute(ops.DeleteResourceDocument, { input: { id } }, { key: ada.key })).data
        .deleteResource;
    const id = await typeWith(ada, [{ resourceIds: [lab.id] }]);
    expect(await remove(lab.id)).toMatchObject({ code: 'RESOURCE_IN_USE', eventTypeIds: [id] });
    const none = { input: { id, resourceRequirements: [] } };
    await graph.execute(ops.UpdateEventTypeDocument, none, { key: ada.key });
    expect(await remove(lab.id)).toEqual({ __typename: 'ResourceDeleted', deletedId: lab.id });
    const theirs = await createRoom(graph, stranger, { name: 'Private' });
    const base = { ownerId, title: 'X', slug: 'with-foreign-room', durationMinutes: 30 };
    const foreign = { ...base, resourceRequirements: [{ resourceIds: [theirs.id] }] };
    const refused = await graph.execute(ops.CreateEventTypeDocument, { input: foreign }, { key: ada.key });
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({ field: 'resourceRequirements' });
  });

  it('tell who watches another event type that its time is gone', async () => {
    const shared = await room({ name: 'Shared' });
    const requirements = [{ resourceIds: [shared.id] }];
    const [first, other] = [await typeWith(ada, requirements), await typeWith(bob, requirements)];
    const slots = await slotsOf(graph, other);
    const slot = slots[40];
    const range = { from: slots[0]?.startsAt ?? '', to: slots.at(-1)?.endsAt ?? '' };
    const watching = await graph.watch(undefined, ops.SlotsChangedDocument, {
      eventTypeId: other,
      ...range,
      timeZone: 'UTC',
    });
    const booking = await book(graph, first, slot);
    const [taken] = await watching.take(1);
    expect(taken?.slotsChanged.removed.map(({ startsAt }) => startsAt)).toEqual([slot?.startsAt]);
    await cancel(graph, booking);
    const [, freed] = await watching.take(2);
    expect(freed?.slotsChanged.added.map(({ startsAt }) => startsAt)).toEqual([slot?.startsAt]);
    watching.end();
  });

  it('cost the same statements for one room and for forty, and nothing where none is asked for', async () => {
    const rooms: string[] = [];
    for (let index = 0; index < 40; index++) rooms.push((await room({ name: `Room ${index}` })).id);
    const plain = (await bookable(graph, bob)).id;
    const one = await typeWith(bob, [{ resourceIds: rooms.slice(0, 1) }]);
    const many = await typeWith(bob, [{ resourceIds: rooms, required: 1 }]);
    const groups = await bookable(graph, ada, {
      ownerId,
      schedulingMode: 'COLLECTIVE',
      hostGroups: [{ name: 'Either', required: 1 }],
      hosts: [ada, bob].map(({ id: userId }) => ({ userId, groupName: 'Either' })),
    });
    const cost = async (eventTypeId: string) => {
      const ask = () => slotsOf(graph, eventTypeId);
      await ask();
      await graph.database.resetStatements();
      expect((await ask()).length).toBeGreaterThan(40);
      return graph.database.countStatements('scheduling');
    };
    const [base, ...costs] = [await cost(plain), await cost(groups.id), await cost(one), await cost(many)];
    expect(costs).toEqual([base, base + 1, base + 1]);
  });
});
