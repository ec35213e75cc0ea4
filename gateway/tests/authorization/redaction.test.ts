import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGraph, type TestGraph, type TestUser } from '../kit/graph.ts';
import { join, type Seat } from '../kit/seats.ts';
import { type BookableEventType, bookable, delivered, slotsOf, type TestSlot } from '../kit/stories.ts';
import { team } from '../kit/teams.ts';
import { everythingOf } from './everything-of.ts';
import { withoutRule } from './without-rule.ts';

const NOTE = 'an operation at the clinic';

describe('what is personal in a booking', () => {
  let graph: TestGraph;
  let [host, admin, member, stranger]: TestUser[] = [];
  let teamId: string;
  let type: BookableEventType;
  let slot: TestSlot | undefined;
  let grace: Seat;
  let alan: Seat;

  beforeAll(async () => {
    graph = await startGraph();
    const people = ['ada', 'bob', 'cleo', 'dan'].map(handle => graph.signUp({ handle }));
    [host, admin, member, stranger] = await Promise.all(people);
    if (!host || !admin || !member) throw new Error('Nobody is there.');
    teamId = await team(graph, host, { ADMIN: admin, MEMBER: member });
    type = await bookable(graph, host, {
      ownerId: teamId,
      schedulingMode: 'ROUND_ROBIN',
      hostIds: [host.id],
      seatsPerSlot: 6,
      minimumNoticeMinutes: 0,
    });
    [slot] = await slotsOf(graph, type.id);
    grace = await join(graph, type.id, slot, {
      name: 'Grace Hopper',
      guests: ['friend.of.grace@example.com'],
    });
    alan = await join(graph, type.id, slot, { name: 'Alan Turing', guests: ['friend.of.alan@example.com'] });
    await delivered(graph);
  }, 60_000);
  afterAll(() => graph.stop());

  const everything = everythingOf('Booking', 2, ['Booking.eventType', 'Booking.hosts', 'Booking.series']);

  /** All that a viewer is told of the booking, as one text. */
  async function told(by: { manageToken?: string; key?: string | undefined }) {
    const query = `query ($id: ID!, $manageToken: String) { booking(id: $id, manageToken: $manageToken) {
      ...All hosts { id name email locale handle } eventType { hosts { user { email locale } } }
    } } fragment All on Booking ${everything}`;
    const variables = { id: grace.id, manageToken: by.manageToken ?? null };
    const answer = await graph.execute<{ booking: object | null }, typeof variables>(
      query,
      variables,
      by.key ? { key: by.key } : {},
    );
    return { booking: answer.body.data?.booking ?? null, text: JSON.stringify(answer.body) };
  }

  it('is shown to its host and to admins of the team, both guests of it', async () => {
    for (const viewer of [host, admin]) {
      const { text } = await told({ key: viewer?.key });
      for (const theirs of ['grace.hopper@', 'alan.turing@', 'friend.of.grace@', 'friend.of.alan@', 'ada@'])
        expect(text).toContain(theirs);
    }
  });

  /** What a text tells of those whom it must not tell of. */
  const found = (text: string, hidden: readonly string[]) => hidden.filter(each => text.includes(each));

  async function toldToGuests(): Promise<string[]> {
    const leaks: string[] = [];
    for (const key of [undefined, stranger?.key, member?.key]) {
      const { booking, text } = await told({ manageToken: grace.manageToken, key });
      expect(booking).not.toBeNull();
      expect(text).toContain('grace.hopper@');
      expect(text).toContain('friend.of.grace@');
      leaks.push(...found(text, ['alan.turing@', 'Alan Turing', 'friend.of.alan@']));
      // Who shares a team with the host knows their address anyway.
      if (key !== member?.key) leaks.push(...found(text, ['ada@example.com']));
    }
    const other = await told({ manageToken: alan.manageToken });
    return [...leaks, ...found(other.text, ['Grace Hopper', 'grace'])];
  }

  it('is shown to a guest as far as it is their own, signed in as somebody or not', async () => {
    expect(await toldToGuests()).toEqual([]);
  });

  async function toldToOthers(): Promise<string[]> {
    const answers: string[] = [];
    for (const key of [undefined, stranger?.key, member?.key]) {
      const { booking } = await told({ key });
      if (booking) answers.push(JSON.stringify(booking));
    }
    return answers;
  }

  it('is shown to nobody else', async () => {
    expect(await toldToOthers()).toEqual([]);
  });

  let joined = 0;
  async function toldToWhoBooks(): Promise<string[]> {
    const query = `mutation ($input: CreateBookingInput!) { createBooking(input: $input) {
      __typename ... on BookingCreated { booking { id ...All hosts { email } history { nodes { kind } } } }
    } } fragment All on Booking ${everything}`;
    const input = {
      eventTypeId: type.id,
      startsAt: slot?.startsAt,
      attendee: { name: 'Dan', email: `dan-${++joined}@example.com`, timeZone: 'UTC' },
      idempotencyKey: `another seat ${joined}`,
    };
    const key = stranger?.key ?? '';
    const answer = await graph.execute<{ createBooking: { booking: { history: unknown } } }, object>(
      query,
      { input },
      { key },
    );
    const { history } = answer.data.createBooking.booking;
    const text = JSON.stringify(answer.body);
    return [...found(text, ['alan', 'Alan', 'grace', 'Grace', 'ada@']), ...(history ? ['history'] : [])];
  }

  it('is not told in what a booking answers either', async () => {
    expect(await toldToWhoBooks()).toEqual([]);
  });

  /** What a signed-in guest is told of a booking's past, by booking and by cancelling. */
  async function pastToldToGuest(): Promise<string[]> {
    const alone = await bookable(graph, host as TestUser, {
      ownerId: teamId,
      // Only such bookings have an assignment.
      schedulingMode: 'ROUND_ROBIN',
      hostIds: [host?.id ?? ''],
      minimumNoticeMinutes: 0,
    });
    const [free] = await slotsOf(graph, alone.id);
    const key = stranger?.key ?? '';
    const seen =
      '{ history { nodes { kind } } assignments { version } asOf(at: "2199-01-01T00:00:00Z") { id } }';
    type Made = Record<string, { manageToken: string; booking: Record<string, unknown> & { id: string } }>;
    const input = {
      eventTypeId: alone.id,
      startsAt: free?.startsAt,
      attendee: { name: 'Dan', email: 'dan@example.com', timeZone: 'UTC' },
      idempotencyKey: `alone ${alone.id}`,
    };
    const create = `mutation ($input: CreateBookingInput!) { createBooking(input: $input) {
      ... on BookingCreated { manageToken booking { id ...Seen } } } } fragment Seen on Booking ${seen}`;
    const made = (await graph.execute<Made, object>(create, { input }, { key })).data['createBooking'];
    const cancel = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) {
      ... on BookingCancelled { booking { id ...Seen } } } } fragment Seen on Booking ${seen}`;
    const { manageToken, booking } = made as Made[string];
    const change = { bookingId: booking.id, manageToken, idempotencyKey: `no more ${alone.id}` };
    const cancelled = (await graph.execute<Made, object>(cancel, { input: change }, { key })).data[
      'cancelBooking'
    ];
    expect(cancelled?.booking.id).toBe(booking.id);
    const told = [booking, cancelled?.booking].flatMap(answer => Object.entries(answer ?? {}));
    return told.filter(([name, value]) => name !== 'id' && value !== null).map(([name]) => name);
  }

  it('keeps its history from a signed-in guest, also in what their changes answer', async () => {
    expect(await pastToldToGuest()).toEqual([]);
  });

  /** Who reads why the host is away. */
  async function noteReaders(): Promise<string[]> {
    const absences = `query ($id: ID!) { user(id: $id) { absences { note } } }`;
    const readers: string[] = [];
    for (const viewer of [host, admin, member, stranger] as TestUser[]) {
      const answer = await graph.execute(absences, { id: host?.id } as never, { key: viewer.key });
      if (JSON.stringify(answer.body).includes(NOTE)) readers.push(viewer.handle);
    }
    return readers;
  }

  it('does not tell the public why somebody is away, unless they said so', async () => {
    const day = type.nextWeek.from.slice(0, 10);
    const absent = async (isNotePublic: boolean, firstDate: string) => {
      const input = { firstDate, lastDate: firstDate, reason: 'SICK', note: NOTE, isNotePublic };
      const create = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { __typename } }`;
      await graph.execute(create, { input } as never, { key: host?.key ?? '' });
    };
    const explained = async (date: string, key?: string) => {
      const query = `query ($id: ID!, $date: Date!) {
        explainDay(eventTypeId: $id, date: $date, timeZone: "UTC") ${everythingOf('DayExplanation', 4)}
      }`;
      const answer = await graph.execute(query, { id: type.id, date } as never, key ? { key } : {});
      // Fields of the host that are for signed-in users are refused one by one.
      expect(answer.body.data).not.toBeNull();
      return JSON.stringify(answer.body);
    };
    const next = new Date(Date.parse(day) + 2 * 86_400_000).toISOString().slice(0, 10);
    await absent(false, next);
    for (const key of [undefined, stranger?.key, member?.key])
      expect(await explained(next, key)).not.toContain(NOTE);

    expect(await noteReaders()).toEqual([host?.handle, admin?.handle]);

    const after = new Date(Date.parse(day) + 3 * 86_400_000).toISOString().slice(0, 10);
    await absent(true, after);
    expect(await explained(after)).toContain(NOTE);
  });

  /** What a key of an admin of the team reads of the host. */
  async function addressFor(scope: string) {
    const create = `mutation ($input: CreateApiKeyInput!) {
      createApiKey(input: $input) { ... on ApiKeyCreated { secret } } }`;
    const input = { name: 'Key', scopes: [scope] };
    const made = await graph.execute<{ createApiKey: { secret: string } }, never>(
      create,
      { input } as never,
      { key: admin?.key ?? '' },
    );
    const query = 'query ($id: ID!) { user(id: $id) { email locale } }';
    const { secret: key } = made.data.createApiKey;
    return (await graph.execute(query, { id: host?.id } as never, { key })).data;
  }

  it('does not give addresses to keys that read neither profiles nor teams', async () => {
    expect(await addressFor('WEBHOOK_READ')).toEqual({ user: { email: null, locale: null } });
    expect(await addressFor('PROFILE_READ')).toMatchObject({ user: { email: 'ada@example.com' } });
    expect(await addressFor('TEAM_READ')).toMatchObject({ user: { email: 'ada@example.com' } });
  });

  describe('control: with the rule off it is noticed', () => {
    const off = (subgraph: 'identity' | 'scheduling', field: string, probe: () => Promise<unknown>) =>
      withoutRule(graph.apps[subgraph].schema, field, host as TestUser, probe);

    it('that guests see themselves only', async () => {
      expect(await off('scheduling', 'Booking.attendees', toldToGuests)).toContain('alan.turing@');
      expect(await off('scheduling', 'Booking.attendees', toldToWhoBooks)).toContain('grace');
    });

    it('that bookings are for their people', async () => {
      expect(await off('scheduling', 'Query.booking', toldToOthers)).toHaveLength(3);
    });

    it.each(['history', 'assignments', 'asOf'])('that %s is for organizers', async field => {
      // Twice: by booking and by cancelling.
      expect(await off('scheduling', `Booking.${field}`, pastToldToGuest)).toEqual([field, field]);
    });

    it('that addresses are for acquaintances', async () => {
      expect(await off('identity', 'User.email', toldToGuests)).toContain('ada@example.com');
      expect(await off('identity', 'User.email', () => addressFor('WEBHOOK_READ'))).toEqual({
        user: { email: 'ada@example.com', locale: null },
      });
    });

    it('that reasons are for admins of the team', async () => {
      expect(await off('scheduling', 'User.absences', noteReaders)).toHaveLength(4);
    });

    it('and on again afterwards', async () => {
      expect([await toldToGuests(), await toldToOthers(), await pastToldToGuest()]).toEqual([[], [], []]);
    });
  });
});
