import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { completeBookings } from '../../subgraphs/scheduling/expiry/complete-bookings.ts';
import { expireBookings } from '../../subgraphs/scheduling/expiry/expire-bookings.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { confirm, decline, draft, move, submit } from './kit/lifecycle.ts';
import { giveUp, join } from './kit/seats.ts';
import { book, bookable, cancel, slotsOf, type TestSlot } from './kit/stories.ts';

const MINUTE_MS = 60_000;

type Shown = NonNullable<ops.BookingHistoryQuery['booking']>;
/** What a booking is at one moment, as `asOf` shows it. */
type Then = Pick<Shown, 'version'> & Record<'status' | 'startsAt' | 'endsAt', unknown>;

/** Every kind of fact, told by `history` and `asOf` as it was seen when it happened. */
describe('the history of a booking', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let slots: TestSlot[];

  beforeAll(async () => {
    clock = createTestClock('2027-03-01T08:00:00Z');
    graph = await startGraph({ clock });
    ada = await graph.signUp();
    slots = await slotsOf(graph, (await bookable(graph, ada)).id, { first: 200 });
  });
  afterAll(() => graph.stop());

  const iso = () => new Date(clock.now()).toISOString();
  const own = () => ({ key: ada.key });
  const once = () => `history ${Math.random()}`;
  const service = () => graph.apps.scheduling.openContext(servicePrincipal('scheduling'));
  const read = async (id: string, asOf: string): Promise<Shown> => {
    const { booking } = (await graph.execute(ops.BookingHistoryDocument, { id, asOf }, own())).data;
    if (!booking) throw new Error(`${id} is not there.`);
    return booking;
  };
  const present = async (id: string): Promise<Then> => {
    const [row] = await graph.database.query<{ status: string; start: Date; end: Date; version: number }>(
      'select status, starts_at as start, ends_at as "end", version from scheduling.bookings where id = $1',
      [uuidOf(id)],
    );
    if (!row) throw new Error(`${id} is not there.`);
    const { status, start, end, version } = row;
    return { status, startsAt: start.toISOString(), endsAt: end.toISOString(), version };
  };

  interface Told {
    kinds: string[];
    /** For each event the fields that it changed. */
    changes: string[][];
    actors: unknown[];
  }

  /** Lives through a story, looking at the booking after each step; then asks what it was after each of them. */
  async function tell(id: string, steps: (() => Promise<unknown>)[]): Promise<Told> {
    const seen: { at: string; as: Then }[] = [{ at: iso(), as: await present(id) }];
    const before = new Date(clock.now() - MINUTE_MS).toISOString();
    for (const step of steps) {
      clock.advance(MINUTE_MS);
      await step();
      seen.push({ at: iso(), as: await present(id) });
    }
    for (const { at, as } of seen) {
      expect((await read(id, at)).asOf).toEqual(as);
      // And for as long as nothing else happened.
      const later = new Date(Date.parse(at) + MINUTE_MS - 1).toISOString();
      expect((await read(id, later)).asOf).toEqual(as);
    }
    const { asOf, history, version } = await read(id, before);
    expect(asOf).toBeNull();
    const nodes = history?.nodes ?? [];
    expect(nodes.map(node => node.version)).toEqual(nodes.map((_, index) => index + 1));
    expect(version).toBe(nodes.length);
    expect(nodes.map(({ occurredAt }) => occurredAt)).toEqual(seen.map(({ at }) => at));
    // What one event leaves is what the next finds.
    const fields = new Map<string, unknown>();
    for (const { changes } of nodes) {
      for (const { field, before: found, after } of changes) {
        expect(found).toEqual(fields.get(field) ?? null);
        fields.set(field, after);
      }
    }
    return {
      kinds: nodes.map(({ kind }) => kind.replace('BOOKING_', '')),
      changes: nodes.slice(1).map(({ changes }) => changes.map(({ field }) => field).sort()),
      actors: nodes.map(({ actor }) => [actor.kind, actor.id]),
    };
  }

  const anonymous = ['ANONYMOUS', null];
  const organizer = () => ['USER', ada.id];
  const almanac = ['SERVICE', 'scheduling'];

  it('tells of requests: confirmed, moved, taken back, cancelled, taken back', async () => {
    const { id: type } = await bookable(graph, ada, { requiresConfirmation: true });
    const booking = await book(graph, type, slots[0]);
    const undo = (version: number) => () =>
      graph.execute(
        ops.UndoBookingChangeDocument,
        { input: { bookingId: booking.id, version, idempotencyKey: once() } },
        own(),
      );
    const told = await tell(booking.id, [
      () => confirm(graph, ada, booking.id),
      () => move(graph, booking, booking.id, slots[1]),
      undo(3),
      () => cancel(graph, booking),
      undo(5),
    ]);
    expect(told).toEqual({
      kinds: ['CREATED', 'CONFIRMED', 'RESCHEDULED', 'CHANGE_UNDONE', 'CANCELLED', 'CHANGE_UNDONE'],
      changes: [
        ['expiresAt', 'status'],
        ['endsAt', 'expiresAt', 'startsAt', 'status', 'wallTime'],
        ['endsAt', 'expiresAt', 'startsAt', 'status', 'wallTime'],
        ['status'],
        ['status'],
      ],
      actors: [anonymous, organizer(), anonymous, organizer(), anonymous, organizer()],
    });
  });

  it('tells of what was declined, and of what nobody confirmed', async () => {
    const { id: type } = await bookable(graph, ada, { requiresConfirmation: true });
    const declined = await book(graph, type, slots[2]);
    expect(await tell(declined.id, [() => decline(graph, ada, declined.id, 'Not then')])).toEqual({
      kinds: ['CREATED', 'DECLINED'],
      changes: [['cancellationReason', 'expiresAt', 'status']],
      actors: [anonymous, organizer()],
    });
    const forgotten = await book(graph, type, slots[3]);
    const expire = async () => {
      await graph.database.query('update scheduling.bookings set expires_at = $2 where id = $1', [
        uuidOf(forgotten.id),
        new Date(clock.now()),
      ]);
      expect(await expireBookings(service())).toBe(1);
    };
    expect(await tell(forgotten.id, [expire])).toEqual({
      kinds: ['CREATED', 'EXPIRED'],
      changes: [['expiresAt', 'status']],
      actors: [anonymous, almanac],
    });
  });

  it('tells of drafts, guests, places, and who was erased', async () => {
    const { id: type } = await bookable(graph, ada, {
      locations: [
        { kind: 'LINK', label: 'https://meet.example.com/ada' },
        { kind: 'IN_PERSON', label: 'Room 1' },
      ],
    });
    const { id } = await draft(graph, ada, type, slots[5]);
    const guests = ['friend@example.com'];
    const told = await tell(id, [
      () => submit(graph, ada, id),
      () =>
        graph.execute(
          ops.AddBookingGuestsDocument,
          { input: { bookingId: id, guests, idempotencyKey: once() } },
          own(),
        ),
      () =>
        graph.execute(
          ops.RemoveBookingGuestsDocument,
          { input: { bookingId: id, guests, idempotencyKey: once() } },
          own(),
        ),
      () =>
        graph.execute(
          ops.UpdateBookingLocationDocument,
          {
            input: {
              bookingId: id,
              location: { kind: 'IN_PERSON', label: 'Room 1' },
              idempotencyKey: once(),
            },
          },
          own(),
        ),
    ]);
    expect(told.kinds).toEqual(['CREATED', 'SUBMITTED', 'UPDATED', 'UPDATED', 'UPDATED']);
    expect(told.changes[0]).toContain('status');
    expect(told.changes.slice(1)).toEqual([['attendees', 'guests'], ['attendees', 'guests'], ['location']]);
    expect(new Set(told.actors.map(actor => JSON.stringify(actor)))).toEqual(
      new Set([JSON.stringify(organizer())]),
    );
    const before = await read(id, iso());
    clock.advance(MINUTE_MS);
    const erase = { attendeeEmail: 'grace@example.com', reason: 'Asked', idempotencyKey: once() };
    const erased = await graph.execute(ops.EraseAttendeeDocument, { input: erase }, own());
    expect(erased.data.eraseAttendee.bookingIds).toContain(id);
    // It reads on as before, but for the person.
    const after = await read(id, iso());
    expect(after.history?.nodes.map(({ kind }) => kind)).toEqual([
      ...(before.history?.nodes.map(({ kind }) => kind) ?? []),
      'BOOKING_PERSON_ERASED',
    ]);
    expect(JSON.stringify(before)).toContain('Grace Hopper');
    expect(JSON.stringify(after)).not.toContain('Grace Hopper');
    expect(JSON.stringify(after)).toContain('[erased]');
  });

  it('tells of seats, of who did not come, and of its end', async () => {
    const { id: type } = await bookable(graph, ada, { seatsPerSlot: 3 });
    const first = await join(graph, type, slots[8], { name: 'One' });
    const told = await tell(first.id, [
      () => join(graph, type, slots[8], { name: 'Two' }),
      () => giveUp(graph, first),
    ]);
    expect(told).toEqual({
      kinds: ['CREATED', 'ATTENDEE_ADDED', 'ATTENDEE_REMOVED'],
      changes: [['attendees'], ['attendees']],
      actors: [anonymous, anonymous, anonymous],
    });
    const { id } = await book(graph, (await bookable(graph, ada)).id, slots[10]);
    const made = iso();
    clock.set(slots[11]?.startsAt ?? '');
    const absent = (noShow: boolean) => ({
      bookingId: id,
      hostIds: [ada.id],
      noShow,
      idempotencyKey: once(),
    });
    await graph.execute(ops.MarkNoShowDocument, { input: absent(true) }, own());
    clock.advance(MINUTE_MS);
    await graph.execute(ops.MarkNoShowDocument, { input: absent(false) }, own());
    clock.advance(MINUTE_MS);
    await completeBookings(service());
    const shown = await read(id, made);
    expect(shown.asOf).toMatchObject({ status: 'CONFIRMED', version: 1 });
    expect(
      shown.history?.nodes.map(({ kind, changes }) => [kind, changes.map(({ field }) => field)]).slice(1),
    ).toEqual([
      ['BOOKING_NO_SHOW_MARKED', ['noShowHostIds']],
      ['BOOKING_NO_SHOW_MARKED', ['noShowHostIds']],
      ['BOOKING_COMPLETED', ['status']],
    ]);
    expect((await read(id, iso())).asOf).toMatchObject({ status: 'COMPLETED', version: 4 });
  });
});
