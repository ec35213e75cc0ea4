import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGraph, type TestGraph, type TestUser } from '../kit/graph.ts';
import { join, type Seat } from '../kit/seats.ts';
import { type BookableEventType, bookable, delivered, slotsOf, type TestSlot } from '../kit/stories.ts';
import { team } from '../kit/teams.ts';
import { everythingOf } from './everything-of.ts';

const NOTE = 'an operation at the clinic';

describe('what is personal in a booking', () => {
  let graph: TestGraph;
  let [host, admin, member, stranger]: TestUser[] = [];
  let type: BookableEventType;
  let slot: TestSlot | undefined;
  let grace: Seat;
  let alan: Seat;

  beforeAll(async () => {
    graph = await startGraph();
    const people = ['ada', 'bob', 'cleo', 'dan'].map(handle => graph.signUp({ handle }));
    [host, admin, member, stranger] = await Promise.all(people);
    if (!host || !admin || !member) throw new Error('Nobody is there.');
    const teamId = await team(graph, host, { ADMIN: admin, MEMBER: member });
    type = await bookable(graph, host, {
      ownerId: teamId,
      schedulingMode: 'ROUND_ROBIN',
      hostIds: [host.id],
      seatsPerSlot: 3,
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

  it('is shown to a guest as far as it is their own, signed in as somebody or not', async () => {
    for (const key of [undefined, stranger?.key, member?.key]) {
      const { booking, text } = await told({ manageToken: grace.manageToken, key });
      expect(booking).not.toBeNull();
      expect(text).toContain('grace.hopper@');
      expect(text).toContain('friend.of.grace@');
      for (const others of ['alan.turing@', 'Alan Turing', 'friend.of.alan@'])
        expect(text).not.toContain(others);
      // Who shares a team with the host knows their address anyway.
      if (key !== member?.key) expect(text).not.toContain('ada@example.com');
    }
    const other = await told({ manageToken: alan.manageToken });
    expect(other.text).not.toContain('Grace Hopper');
    expect(other.text).not.toContain('grace');
  });

  it('is shown to nobody else', async () => {
    for (const key of [undefined, stranger?.key, member?.key])
      expect((await told({ key })).booking).toBeNull();
  });

  it('is not told in what a booking answers either', async () => {
    const query = `mutation ($input: CreateBookingInput!) { createBooking(input: $input) {
      __typename ... on BookingCreated { booking { id ...All hosts { email } history { nodes { kind } } } }
    } } fragment All on Booking ${everything}`;
    const input = {
      eventTypeId: type.id,
      startsAt: slot?.startsAt,
      attendee: { name: 'Dan', email: 'dan@example.com', timeZone: 'UTC' },
      idempotencyKey: 'third seat',
    };
    const key = stranger?.key ?? '';
    const answer = await graph.execute<{ createBooking: { booking: { history: unknown } } }, object>(
      query,
      { input },
      { key },
    );
    expect(answer.data.createBooking.booking.history).toBeNull();
    const text = JSON.stringify(answer.body);
    for (const others of ['alan', 'Alan', 'grace', 'Grace', 'ada@']) expect(text).not.toContain(others);
  });

  it('keeps its history from a signed-in guest, also in what their changes answer', async () => {
    const alone = await bookable(graph, host as TestUser, { minimumNoticeMinutes: 0 });
    const [free] = await slotsOf(graph, alone.id);
    const key = stranger?.key ?? '';
    const seen =
      '{ history { nodes { kind } } assignment { version } asOf(at: "2199-01-01T00:00:00Z") { id } }';
    type Made = Record<string, { manageToken: string; booking: Record<string, unknown> & { id: string } }>;
    const input = {
      eventTypeId: alone.id,
      startsAt: free?.startsAt,
      attendee: { name: 'Dan', email: 'dan@example.com', timeZone: 'UTC' },
      idempotencyKey: 'alone',
    };
    const create = `mutation ($input: CreateBookingInput!) { createBooking(input: $input) {
      ... on BookingCreated { manageToken booking { id ...Seen } } } } fragment Seen on Booking ${seen}`;
    const made = (await graph.execute<Made, object>(create, { input }, { key })).data['createBooking'];
    const cancel = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) {
      ... on BookingCancelled { booking { id ...Seen } } } } fragment Seen on Booking ${seen}`;
    const { manageToken, booking } = made as Made[string];
    const change = { bookingId: booking.id, manageToken, idempotencyKey: 'no more' };
    const cancelled = (await graph.execute<Made, object>(cancel, { input: change }, { key })).data[
      'cancelBooking'
    ];
    const nothing = { id: booking.id, history: null, assignment: null, asOf: null };
    expect([booking, cancelled?.booking]).toEqual([nothing, nothing]);
  });

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

    const absences = `query ($id: ID!) { user(id: $id) { absences { note } } }`;
    const notes = async (viewer: TestUser | undefined) =>
      JSON.stringify(
        (await graph.execute(absences, { id: host?.id } as never, { key: viewer?.key ?? '' })).body,
      );
    expect([await notes(host), await notes(admin)].map(text => text.includes(NOTE))).toEqual([true, true]);
    expect([await notes(member), await notes(stranger)].map(text => text.includes(NOTE))).toEqual([
      false,
      false,
    ]);

    const after = new Date(Date.parse(day) + 3 * 86_400_000).toISOString().slice(0, 10);
    await absent(true, after);
    expect(await explained(after)).toContain(NOTE);
  });

  it('does not give addresses to keys that read neither profiles nor teams', async () => {
    const mint = async (scopes: string[]) => {
      const create = `mutation ($input: CreateApiKeyInput!) {
        createApiKey(input: $input) { ... on ApiKeyCreated { secret } } }`;
      const input = { name: 'Key', scopes };
      const made = await graph.execute<{ createApiKey: { secret: string } }, never>(
        create,
        { input } as never,
        {
          key: admin?.key ?? '',
        },
      );
      return made.data.createApiKey.secret;
    };
    const query = 'query ($id: ID!) { user(id: $id) { email locale } }';
    const seen = async (scope: string) =>
      (await graph.execute(query, { id: host?.id } as never, { key: await mint([scope]) })).data;
    const nothing = { user: { email: null, locale: null } };
    expect(await seen('WEBHOOK_READ')).toEqual(nothing);
    expect(await seen('PROFILE_READ')).toMatchObject({ user: { email: 'ada@example.com' } });
    expect(await seen('TEAM_READ')).toMatchObject({ user: { email: 'ada@example.com' } });
  });
});
