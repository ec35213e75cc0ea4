import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import { receiveEvent } from '#platform/inbox.ts';
import { type DomainEvent, type EventRow, eventFromRow } from '#platform/outbox.ts';
import { servicePrincipal } from '#platform/principal.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { schedulingEventHandlers } from '../../subgraphs/integrations/webhooks/receive-scheduling-event.ts';
import { lockBooking } from '../../subgraphs/scheduling/bookings/load-booking.ts';
import { foldEvents } from '../../subgraphs/scheduling/domain/booking.ts';
import { toEvent } from '../../subgraphs/scheduling/history/booking-history.ts';
import { readBookingEvents } from '../../subgraphs/scheduling/history/read-booking-events.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { giveUp, join, type Seat } from './kit/seats.ts';
import {
  type BookableEventType,
  bookable,
  bookingInput,
  delivered,
  slotsOf,
  type TestSlot,
} from './kit/stories.ts';
import { team } from './kit/teams.ts';

const bookingFields = [
  { slug: 'topic', label: 'Topic', type: 'TEXT' as const, required: false, options: [] },
];
let calls = 0;
const once = () => `erasure ${++calls}`;
const kinds = [
  'BOOKING_CREATED',
  'BOOKING_ATTENDEE_ADDED',
  'BOOKING_ATTENDEE_REMOVED',
  'BOOKING_RESCHEDULED',
  'BOOKING_CANCELLED',
  'BOOKING_PERSON_ERASED',
] as const;

/** Every place in the database where one of the texts can be read, `schema.table.column`. */
async function placesOf(graph: TestGraph, texts: readonly string[]): Promise<string[]> {
  const columns = await graph.database.query<{ place: string; found: boolean }>(
    `select format('%I.%I.%I', table_schema, table_name, column_name) as place,
       (xpath('/row/found/text()', query_to_xml(format(
         'select exists(select 1 from %I.%I where lower(%I::text) ~ %L) as found',
         table_schema, table_name, column_name, $1::text), true, true, '')))[1]::text = 'true' as found
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema ~ '^(scheduling|integrations)' and table_type = 'BASE TABLE'
       and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea', 'name')`,
    [texts.map(text => text.toLowerCase().replaceAll('.', '\\.')).join('|')],
  );
  expect(columns.length).toBeGreaterThan(50);
  return columns
    .filter(({ found }) => found)
    .map(({ place }) => place)
    .sort();
}

describe('forgetting a person', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let bob: TestUser;
  let intro: BookableEventType;
  let slots: TestSlot[];

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    bob = await graph.signUp({ handle: 'bob', name: 'Bob Kahn' });
    intro = await bookable(graph, ada, {
      title: 'Intro',
      bookingFields,
    });
    slots = await slotsOf(graph, intro.id, { first: 200 });
  });
  afterAll(() => graph.stop());

  const erase = (input: Partial<ops.EraseAttendeeInput>, key = ada.key) =>
    graph.execute(
      ops.EraseAttendeeDocument,
      { input: { reason: 'They asked for it.', idempotencyKey: once(), ...input } },
      { key },
    );
  const listed = async (attendeeEmail: string, key = ada.key) =>
    (await graph.execute(ops.DashboardBookingsDocument, { filter: { attendeeEmail } }, { key })).data.bookings
      .totalCount;
  const shown = async (id: string, manageToken: string | null, key?: string) =>
    (await graph.execute(ops.BookingDeadlinesDocument, { id, manageToken }, key ? { key } : {})).data.booking;
  async function folded(id: string) {
    const ctx = graph.apps.scheduling.openContext(servicePrincipal('test'));
    const rows = await readBookingEvents(ctx.em, ctx.encryption, [id]);
    return { fold: foldEvents(rows.map(toEvent)), row: await lockBooking(ctx.em, id) };
  }

  describe('who booked, moved, left, cancelled and came along', () => {
    const person = ['grace', 'hopper', 'cobol'];
    const grace = { name: 'Grace Hopper', answers: [{ slug: 'topic', value: 'COBOL, says Grace' }] };
    let moved: Seat;
    let cancelled: Seat;
    let aside: Seat;
    let left: Seat;
    let course: Seat;
    let endpointId: string;
    const creation = () => ({ ...bookingInput(intro.id, slots[20]), idempotencyKey: 'the creation' });

    beforeAll(async () => {
      const endpoint = (
        await graph.execute(
          ops.CreateWebhookEndpointDocument,
          { input: { url: 'http://127.0.0.1:9/hook', eventKinds: [...kinds] } },
          { key: ada.key },
        )
      ).data.createWebhookEndpoint;
      if (endpoint.__typename !== 'WebhookEndpointCreated') throw new Error(JSON.stringify(endpoint));
      endpointId = endpoint.endpoint.id;
      moved = await join(graph, intro.id, slots[0], { ...grace, guests: ['friend.of.hopper@example.com'] });
      const move = { bookingId: moved.id, startsAt: slots[1]?.startsAt ?? '', reason: 'Grace is late' };
      await graph.execute(ops.RescheduleUnderPolicyDocument, {
        input: { ...move, manageToken: moved.manageToken, idempotencyKey: once() },
      });
      cancelled = await join(graph, intro.id, slots[2], grace);
      const cancel = { bookingId: cancelled.id, reason: 'Hopper is ill', manageToken: cancelled.manageToken };
      await graph.execute(ops.CancelUnderPolicyDocument, { input: { ...cancel, idempotencyKey: once() } });
      aside = await join(graph, intro.id, slots[3], {
        name: 'Alan Turing',
        guests: ['GRACE.Hopper@example.com'],
      });
      const seats = await bookable(graph, ada, { title: 'Course', seatsPerSlot: 3, bookingFields });
      course = await join(graph, seats.id, slots[6], { name: 'Alan Turing' });
      left = await join(graph, seats.id, slots[6], grace);
      await giveUp(graph, left);
      await join(graph, seats.id, slots[6], grace);
      const created = await graph.execute(ops.CreateBookingDocument, {
        input: {
          ...creation(),
          attendee: { ...creation().attendee, name: 'Grace', email: 'grace.hopper@example.com' },
        },
      });
      expect(created.data.createBooking.__typename).toBe('BookingCreated');
      await delivered(graph);
    });

    it('is read in copies at first, never in the log of events', async () => {
      expect(await placesOf(graph, person)).toEqual([
        'integrations.webhook_deliveries.body',
        'scheduling.attendees.answers',
        'scheduling.attendees.email',
        'scheduling.attendees.guests',
        'scheduling.attendees.name',
        'scheduling.bookings.cancellation_reason',
        'scheduling.bookings.guests',
        'scheduling.bookings.title',
        'scheduling.outbox_events.payload',
      ]);
      for (const { id } of [moved, cancelled, aside, course]) {
        const { fold, row } = await folded(id);
        expect(fold).toEqual(row);
        expect(JSON.stringify(fold)).toMatch(/Grace|grace|GRACE/);
      }
      expect(await listed('grace.hopper@example.com')).toBe(4);
    });

    it('is erased by nobody else', async () => {
      const attendees = (await shown(moved.id, null, ada.key))?.attendees ?? [];
      for (const input of [
        { attendeeEmail: 'grace.hopper@example.com' },
        { bookingId: moved.id, attendeeId: attendees[0]?.id ?? '' },
      ]) {
        const refused = await erase(input, bob.key);
        expect([refused.status, refused.code]).toEqual([404, 'NOT_FOUND']);
      }
      expect((await shown(moved.id, null, ada.key))?.attendees).toEqual(attendees);
    });

    it('leaves no trace in any column, and events that fold to what the rows say', async () => {
      const answer = await erase({ attendeeEmail: 'Grace.HOPPER@example.com' });
      const { bookingIds } = answer.data.eraseAttendee;
      expect(new Set(bookingIds).size).toBe(5);
      for (const { id } of [moved, cancelled, aside, course]) expect(bookingIds).toContain(id);
      await delivered(graph);
      const friend = ['friend.of.hopper'];
      expect(await placesOf(graph, ['grace', 'cobol', ' hopper', 'grace.hopper'])).toEqual([]);
      // Somebody else, who is still invited.
      expect(await placesOf(graph, friend)).toContain('scheduling.bookings.guests');
      for (const id of bookingIds) {
        const { fold, row } = await folded(id);
        expect(fold).toEqual(row);
        expect(JSON.stringify(fold)).not.toMatch(/grace|cobol/i);
      }
      expect((await folded(moved.id)).fold).toMatchObject({
        title: 'Intro with Ada Lovelace and [erased]',
        attendees: [{ name: '[erased]', timeZone: 'UTC', answers: [] }],
      });
      expect((await folded(aside.id)).fold).toMatchObject({
        title: 'Intro with Ada Lovelace and Alan Turing',
        attendees: [{ name: 'Alan Turing' }],
      });
    });

    it('keeps what was sent in line: bodies that are retried name nobody', async () => {
      const bodies = await graph.database.query<{ event_kind: string; body: string }>(
        'select event_kind, body from integrations.webhook_deliveries where aggregate_id = $1 order by id',
        [moved.id],
      );
      expect(bodies.map(({ event_kind }) => event_kind)).toEqual([
        'BOOKING_CREATED',
        'BOOKING_RESCHEDULED',
        'BOOKING_PERSON_ERASED',
      ]);
      for (const { body } of bodies) {
        const { data } = JSON.parse(body) as { data: { booking: { id: string; attendees: unknown[] } } };
        expect(data.booking).toMatchObject({ id: moved.id, attendees: [{ name: '[erased]' }] });
      }
      expect(endpointId).toMatch(/^whe_/);
    });

    it('has a history and a past that still read', async () => {
      const asOf = new Date().toISOString();
      const variables = { id: moved.id, asOf };
      const { booking } = (await graph.execute(ops.BookingHistoryDocument, variables, { key: ada.key })).data;
      expect(booking?.history?.nodes.map(({ kind }) => kind)).toEqual([
        'BOOKING_CREATED',
        'BOOKING_RESCHEDULED',
        'BOOKING_PERSON_ERASED',
      ]);
      expect(JSON.stringify(booking?.history?.nodes[0])).toContain('[erased]');
      expect(booking?.asOf).toMatchObject({ status: 'CONFIRMED', version: 3, startsAt: slots[1]?.startsAt });
    });

    it('ends links and stored answers, and is found no more', async () => {
      expect(await shown(moved.id, moved.manageToken)).toBeNull();
      expect(await shown(aside.id, aside.manageToken)).not.toBeNull();
      expect(await listed('grace.hopper@example.com')).toBe(0);
      expect(await listed('alan.turing@example.com')).toBe(2);
      const input = {
        ...creation(),
        attendee: { ...creation().attendee, name: 'Grace', email: 'grace.hopper@example.com' },
      };
      expect((await graph.execute(ops.CreateBookingDocument, { input })).code).toBe('IDEMPOTENCY_MISMATCH');
      expect((await erase({ attendeeEmail: 'grace.hopper@example.com' })).code).toBe('NOT_FOUND');
    });

    it('lets the booking live on, with reasons that are nobody’s', async () => {
      const cancel = { bookingId: moved.id, reason: 'No longer needed', idempotencyKey: once() };
      const done = await graph.execute(ops.CancelUnderPolicyDocument, { input: cancel }, { key: ada.key });
      expect(done.data.cancelBooking).toMatchObject({ booking: { cancellationReason: 'No longer needed' } });
      const { fold, row } = await folded(moved.id);
      expect(fold).toEqual(row);
      expect(fold).toMatchObject({ status: 'CANCELLED', version: 4 });
    });
  });

  it('takes effect once, by booking and attendee, and needs one way of telling whom', async () => {
    const seat = await join(graph, intro.id, slots[10], { name: 'Mary Shelley' });
    const [mary] = (await shown(seat.id, null, ada.key))?.attendees ?? [];
    const input = { bookingId: seat.id, attendeeId: mary?.id ?? '', idempotencyKey: once() };
    const first = await erase(input);
    expect(first.data.eraseAttendee).toEqual({ __typename: 'AttendeeErased', bookingIds: [seat.id] });
    expect((await erase(input)).data).toEqual(first.data);
    expect((await erase({ ...input, idempotencyKey: once() })).code).toBe('NOT_FOUND');
    await delivered(graph);
    expect(await placesOf(graph, ['shelley'])).toEqual([]);
    for (const wrong of [{}, { bookingId: seat.id }, { ...input, attendeeEmail: 'a@example.com' }]) {
      expect((await erase({ idempotencyKey: once(), ...wrong })).errors[0]?.extensions).toMatchObject({
        field: 'attendeeEmail',
      });
    }
    expect(
      (await erase({ attendeeEmail: 'a@example.com', reason: ' ' })).errors[0]?.extensions,
    ).toMatchObject({ field: 'reason' });
  });

  it.each([
    ['the booking', 'booking.created', 17],
    ['an earlier erasure', 'booking.person_erased', 19],
  ])('overtakes the news of %s, which tells of nobody when it comes late', async (_, name, slot) => {
    const seat = await join(graph, intro.id, slots[slot], {
      name: 'Ada Blank',
      guests: ['percy.shelley@example.com'],
    });
    await erase({ attendeeEmail: 'ada.blank@example.com' });
    await delivered(graph);
    const written = await graph.database.query<EventRow>(
      'select * from scheduling.outbox_events where aggregate_id = $1 and name = $2',
      [seat.id, name],
    );
    const late = written.map(eventFromRow)[0] as DomainEvent;
    expect(JSON.stringify(late)).toMatch(/percy/);
    expect(
      (await erase({ attendeeEmail: 'percy.shelley@example.com' })).data.eraseAttendee.bookingIds,
    ).toEqual([seat.id]);
    await delivered(graph);
    await graph.database.query('delete from integrations.webhook_deliveries where event_id = $1', [
      uuidOf(late.id),
    ]);
    await graph.database.query('delete from integrations.inbox_events where id = $1', [uuidOf(late.id)]);
    const { em } = graph.apps.integrations.openContext(servicePrincipal('scheduling'));
    expect(await receiveEvent(em, late, schedulingEventHandlers)).toBe('handled');
    const sent = await graph.database.query<{ body: string }>(
      'select body from integrations.webhook_deliveries where event_id = $1',
      [uuidOf(late.id)],
    );
    expect(sent.map(({ body }) => JSON.parse(body).data.booking.id)).toEqual([seat.id]);
    expect(await placesOf(graph, ['percy'])).toEqual([]);
  });

  it('reaches as far as its owner manages: teams by their leaders, nothing of others', async () => {
    const member = await graph.signUp({ handle: 'member' });
    const teamId = await team(graph, bob, { MEMBER: member });
    const owned = await bookable(graph, bob, { ownerId: teamId, hostIds: [member.id], title: 'Ours' });
    const theirs = await join(graph, owned.id, slots[0], { name: 'Noam Chomsky' });
    const own = await join(graph, intro.id, slots[12], { name: 'Noam Chomsky' });
    const attendeeEmail = 'noam.chomsky@example.com';
    expect((await erase({ attendeeEmail }, member.key)).code).toBe('NOT_FOUND');
    expect((await erase({ attendeeEmail }, bob.key)).data.eraseAttendee.bookingIds).toEqual([theirs.id]);
    expect(await shown(theirs.id, null, bob.key)).toMatchObject({ attendees: [{ name: '[erased]' }] });
    expect(await shown(own.id, null, ada.key)).toMatchObject({ attendees: [{ name: 'Noam Chomsky' }] });
    const { fold, row } = await folded(own.id);
    expect(fold).toEqual(row);
  });

  it('leaves data that opens at its own place only', async () => {
    const one = await join(graph, intro.id, slots[14], { name: 'Jane Roe' });
    const other = await join(graph, intro.id, slots[15], { name: 'John Doe' });
    await folded(one.id);
    await graph.database.query(
      `update scheduling.booking_events e set data = jsonb_set(e.data, '{attendees}', o.data->'attendees')
       from scheduling.booking_events o
       where e.booking_id = (select booking_id from scheduling.attendees where name = 'Jane Roe')
         and o.booking_id = (select booking_id from scheduling.attendees where name = 'John Doe')`,
    );
    expect((await folded(one.id)).fold?.attendees).toMatchObject([{ name: '[erased]' }]);
    await graph.database.query(
      `update scheduling.person_keys set booking_id = (select booking_id from scheduling.attendees where name = 'Jane Roe')
       where booking_id = (select booking_id from scheduling.attendees where name = 'John Doe')`,
    );
    await expect(folded(one.id)).rejects.toThrow();
    expect(other.id).not.toBe(one.id);
  });

  it('costs who books no statement: keys are made and stored with the booking', async () => {
    const costs: number[] = [];
    for (const guests of [[], Array.from({ length: 10 }, (_, index) => `guest${index}@example.com`)]) {
      await delivered(graph);
      await graph.database.resetStatements();
      await join(graph, intro.id, slots[30 + costs.length], { name: 'Kurt Gödel', guests });
      costs.push(await graph.database.countStatements('scheduling'));
    }
    expect(costs[1]).toBe(costs[0]);
    const keys = await graph.database.query<{ keys: number }>(
      `select count(*)::int as keys from scheduling.person_keys k join scheduling.attendees a using (booking_id)
       where a.name = 'Kurt Gödel' group by booking_id order by 1`,
    );
    expect(keys).toEqual([{ keys: 1 }, { keys: 11 }]);
  });
});
