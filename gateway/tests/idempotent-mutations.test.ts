import { readFile } from 'node:fs/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isInputObjectType } from 'graphql';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { crewOf } from './kit/crew.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { hold } from './kit/holds.ts';
import { instantInput, instantType, offer } from './kit/instant.ts';
import { draft } from './kit/lifecycle.ts';
import { recordTransactions } from './kit/recorded-transactions.ts';
import { resourcesOf } from './kit/resources.ts';
import { bookSeries, later, SERIES, seriesInput } from './kit/series.ts';
import { book, bookable, bookingInput, cancel, slotsOf } from './kit/stories.ts';

const DAY_MS = 86_400_000;
/** One for all: operations and tenants keep them apart. */
const KEY = 'the same key everywhere';

// biome-ignore lint/suspicious/noExplicitAny: mutations of every kind.
type AnyMutation = TypedDocumentNode<any, any>;

interface Request {
  document: AnyMutation;
  input: object;
  /** With it the input is another one, which could take effect too. */
  other: object;
  isPublic?: boolean;
}

describe('every mutation that takes an idempotency key', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ clock });
  });
  afterAll(() => graph.stop());

  const type = (settings: Partial<ops.CreateEventTypeInput> = {}) => bookable(graph, ada, settings);
  async function booked(settings: Partial<ops.CreateEventTypeInput> = {}) {
    const { id } = await type(settings);
    return book(graph, id, (await slotsOf(graph, id))[0]);
  }
  const other = { reason: 'For another reason' };
  const somebody = { name: 'Alan Turing', email: 'alan@example.com', timeZone: 'Europe/London' };
  const attendeesOf = async (id: string) => {
    const { data } = await graph.execute(ops.BookingProgressDocument, { id }, { key: ada.key });
    return data.booking?.attendees ?? [];
  };

  /** A booking that two people could have had, and who did not get it. */
  async function shared() {
    const crew = await crewOf(graph, 2);
    const settings = { ownerId: crew.teamId, schedulingMode: 'ROUND_ROBIN' as const };
    // Whoever asks leads the team.
    ada = crew.leader;
    const booking = await booked({ ...settings, hostIds: crew.members.map(({ id }) => id) });
    const busy = (await resourcesOf(graph, booking)).hosts.map(({ id }) => id);
    return { booking, free: crew.members.find(({ id }) => !busy.includes(id))?.id ?? '' };
  }

  /** At ten on a Monday, when somebody is at work. */
  async function instantNow() {
    const { id, nextWeek } = await instantType(graph, [ada]);
    clock.advance(Date.parse(nextWeek.from) + 10 * 3_600_000 - clock.now());
    return id;
  }

  async function inSeries(settings: Partial<ops.CreateEventTypeInput> = {}) {
    const { id } = await type({ ...SERIES, ...settings });
    const startsAt = (await slotsOf(graph, id))[0]?.startsAt ?? '';
    const { manageToken, ...series } = await bookSeries(graph, seriesInput(id, startsAt));
    const [first] = series.bookings;
    return { bookingId: first?.id ?? '', manageToken, startsAt };
  }

  const requests: Record<string, () => Promise<Request>> = {
    async createBooking() {
      const { id } = await type();
      const [slot, later] = await slotsOf(graph, id);
      const input = bookingInput(id, slot);
      return {
        document: ops.CreateBookingDocument,
        input,
        other: { startsAt: later?.startsAt },
        isPublic: true,
      };
    },
    async rescheduleBooking() {
      const { id, manageToken, eventType } = await booked();
      const startsAt = (await slotsOf(graph, eventType.id))[3]?.startsAt;
      const input = { bookingId: id, manageToken, startsAt };
      return { document: ops.RescheduleBookingDocument, input, other, isPublic: true };
    },
    async cancelBooking() {
      const { id, manageToken } = await booked();
      const input = { bookingId: id, manageToken };
      return { document: ops.CancelBookingDocument, input, other, isPublic: true };
    },
    async confirmBooking() {
      const { id } = await booked({ requiresConfirmation: true });
      return {
        document: ops.ConfirmBookingDocument,
        input: { bookingId: id },
        other: { expectedVersion: 1 },
      };
    },
    async declineBooking() {
      const { id } = await booked({ requiresConfirmation: true });
      return { document: ops.DeclineBookingDocument, input: { bookingId: id }, other };
    },
    async submitBooking() {
      const { id } = await type();
      const prepared = await draft(graph, ada, id, (await slotsOf(graph, id))[0]);
      const input = { bookingId: prepared.id };
      return { document: ops.SubmitBookingDocument, input, other: { expectedVersion: 1 } };
    },
    async markNoShow() {
      const { id, startsAt } = await booked();
      clock.advance(Date.parse(startsAt) - clock.now());
      const input = { bookingId: id, hostIds: [ada.id] };
      return { document: ops.MarkNoShowDocument, input, other: { noShow: false } };
    },
    async undoBookingChange() {
      const booking = await booked();
      await cancel(graph, booking);
      const input = { bookingId: booking.id, version: 2 };
      return { document: ops.UndoBookingChangeDocument, input, other: { version: 1 } };
    },
    async addBookingGuests() {
      const { id, manageToken } = await booked();
      const input = { bookingId: id, manageToken, guests: ['more@example.com'] };
      return { document: ops.AddBookingGuestsDocument, input, other, isPublic: true };
    },
    async removeBookingGuests() {
      const { id, manageToken } = await booked();
      const guests = ['more@example.com'];
      const input = { bookingId: id, manageToken, guests };
      const added = { input: { ...input, idempotencyKey: 'added before' } };
      await graph.execute(ops.AddBookingGuestsDocument, added);
      return { document: ops.RemoveBookingGuestsDocument, input, other, isPublic: true };
    },
    async reassignBooking() {
      const { booking } = await shared();
      return { document: ops.ReassignBookingDocument, input: { bookingId: booking.id }, other };
    },
    async addBookingHost() {
      const { booking, free } = await shared();
      const input = { bookingId: booking.id, userId: free };
      return { document: ops.AddBookingHostDocument, input, other };
    },
    async removeBookingHost() {
      const { booking, free } = await shared();
      const added = { bookingId: booking.id, userId: free, idempotencyKey: 'added before' };
      await graph.execute(ops.AddBookingHostDocument, { input: added }, { key: ada.key });
      const input = { bookingId: booking.id, userId: free };
      return { document: ops.RemoveBookingHostDocument, input, other };
    },
    async addAttendee() {
      const { id } = await booked();
      return { document: ops.AddAttendeeDocument, input: { bookingId: id, attendee: somebody }, other };
    },
    async removeAttendee() {
      const { id } = await booked();
      const added = { bookingId: id, attendee: somebody, idempotencyKey: 'added before' };
      await graph.execute(ops.AddAttendeeDocument, { input: added }, { key: ada.key });
      const attendeeId = (await attendeesOf(id))[1]?.id;
      return { document: ops.RemoveAttendeeDocument, input: { bookingId: id, attendeeId }, other };
    },
    async updateBookingLocation() {
      const locations = ['Room 1', 'Room 2'].map(label => ({ kind: 'IN_PERSON', label }));
      const { id } = await booked({ locations });
      const input = { bookingId: id, location: locations[1] };
      return { document: ops.UpdateBookingLocationDocument, input, other };
    },
    async reissueManageToken() {
      const { id } = await booked();
      const [attendee] = await attendeesOf(id);
      const input = { bookingId: id };
      return { document: ops.ReissueManageTokenDocument, input, other: { attendeeId: attendee?.id } };
    },
    async createSeries() {
      const { id } = await type(SERIES);
      const input = seriesInput(id, (await slotsOf(graph, id))[0]?.startsAt ?? '');
      return { document: ops.CreateSeriesDocument, input, other: { strategy: 'SKIP' }, isPublic: true };
    },
    async cancelSeries() {
      const { bookingId, manageToken } = await inSeries();
      const input = { bookingId, manageToken, scope: 'ALL' };
      return { document: ops.CancelSeriesDocument, input, other, isPublic: true };
    },
    async rescheduleSeries() {
      const { bookingId, manageToken, startsAt } = await inSeries();
      const input = { bookingId, manageToken, scope: 'ALL', startsAt: later(startsAt, 0, 1) };
      return { document: ops.RescheduleSeriesDocument, input, other, isPublic: true };
    },
    async confirmSeries() {
      const { bookingId } = await inSeries({ requiresConfirmation: true });
      return {
        document: ops.ConfirmSeriesDocument,
        input: { bookingId, scope: 'FOLLOWING' },
        other: { scope: 'ALL' },
      };
    },
    async declineSeries() {
      const { bookingId } = await inSeries({ requiresConfirmation: true });
      return { document: ops.DeclineSeriesDocument, input: { bookingId, scope: 'ALL' }, other };
    },
    async createInstantBooking() {
      const input = instantInput(await instantNow());
      return {
        document: ops.CreateInstantBookingDocument,
        input,
        other: { attendee: somebody },
        isPublic: true,
      };
    },
    async acceptInstantBooking() {
      const eventTypeId = await instantNow();
      const [{ id }, another] = [await offer(graph, eventTypeId), await offer(graph, eventTypeId)];
      const input = { bookingId: id };
      return { document: ops.AcceptInstantBookingDocument, input, other: { bookingId: another.id } };
    },
    async eraseAttendee() {
      await booked();
      const input = { attendeeEmail: 'grace@example.com', reason: 'They asked for it' };
      return { document: ops.EraseAttendeeDocument, input, other };
    },
    async holdSlot() {
      const { id } = await type();
      const input = { eventTypeId: id, startsAt: (await slotsOf(graph, id))[0]?.startsAt };
      return { document: ops.HoldSlotDocument, input, other: { minutes: 5 }, isPublic: true };
    },
    async extendHold() {
      const { id } = await type();
      const { holdToken } = await hold(graph, id, (await slotsOf(graph, id))[0]);
      return {
        document: ops.ExtendHoldDocument,
        input: { holdToken },
        other: { minutes: 5 },
        isPublic: true,
      };
    },
    async submitRoutingForm() {
      const fallback = { message: 'Thank you' };
      const field = { slug: 'topic', label: 'Topic', type: 'TEXT' as const, required: false, options: [] };
      const form = { name: 'Contact', slug: 'contact', fields: [field], fallback };
      const { createRoutingForm } = (
        await graph.execute(ops.CreateRoutingFormDocument, { input: form }, { key: ada.key })
      ).data;
      if (createRoutingForm.__typename !== 'RoutingFormSaved')
        throw new Error(JSON.stringify(createRoutingForm));
      const input = { formId: createRoutingForm.routingForm.id, answers: [] };
      const answers = [{ slug: 'topic', value: 'Engines' }];
      return { document: ops.SubmitRoutingFormDocument, input, other: { answers }, isPublic: true };
    },
  };

  it('is tried here', async () => {
    const schema = buildSchema(await readFile('schema/api.graphql', 'utf8'));
    const taking = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ args }) =>
      args.some(arg => {
        const input = getNamedType(arg.type);
        return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
      }),
    );
    expect(taking.map(({ name }) => name).sort()).toEqual(Object.keys(requests).sort());
  });

  /** Everything that the users of a request could still change before they repeat it. */
  async function closeEverything() {
    await graph.database.query(`update scheduling.event_types set is_active = false,
      booking_fields = '[{"slug": "new", "label": "New", "type": "TEXT", "required": true, "options": []}]'`);
    await graph.database.query('update scheduling.routing_forms set is_active = false');
  }

  const isClaim = (statement: string | undefined) =>
    statement?.startsWith('insert into idempotency_keys') ?? false;
  const isReplay = (statement: string) => statement.startsWith('select request_hash');
  const isStored = (statement: string) => statement.includes('update idempotency_keys set response');

  it.each(Object.keys(requests))('%s', async name => {
    ada = await graph.signUp();
    const { document, input, other: more, isPublic } = await (requests[name] as () => Promise<Request>)();
    const send = (change: object = {}) =>
      graph.execute(
        document,
        { input: { ...input, idempotencyKey: KEY, ...change } },
        isPublic ? {} : { key: ada.key },
      );
    const record = async () => {
      let answer: Awaited<ReturnType<typeof send>> | undefined;
      const transactions = await recordTransactions(async () => {
        answer = await send();
      });
      const claiming = transactions.filter(statements => statements.some(isClaim));
      expect(claiming).toHaveLength(1);
      return { answer: JSON.stringify(answer?.body), statements: claiming[0] ?? [], data: answer?.data };
    };

    expect((await send({ idempotencyKey: null })).code).toBe('IDEMPOTENCY_KEY_REQUIRED');
    const first = await record();
    expect(first.data?.[name].__typename ?? 'done').not.toMatch(
      /Refused|Unavailable|Conflict|Expired|Invalid/,
    );
    // The key is claimed before anything else, and the answer is kept before the end.
    expect(first.statements.map(isClaim).indexOf(true)).toBe(0);
    expect(first.statements.some(isStored)).toBe(true);

    await closeEverything();
    const second = await record();
    expect(second.answer).toBe(first.answer);
    expect(second.statements.map(isReplay)).toEqual([false, true]);
    expect((await send(more)).code).toBe('IDEMPOTENCY_MISMATCH');

    clock.advance(DAY_MS + 1);
    // It is asked anew, whatever comes of that by now.
    const [third] = (await recordTransactions(() => send())).filter(statements => isClaim(statements[0]));
    expect(third?.filter(isReplay)).toEqual([]);
  });
});
