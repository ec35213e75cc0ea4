import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { verifyBookings } from '../../subgraphs/scheduling/history/verify-bookings.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { confirm, move, progress, timeOf } from './kit/lifecycle.ts';
import { createRoom, resourcesOf } from './kit/resources.ts';
import { bookSeries, confirmSeries, declineSeries, later, SERIES, seriesInput } from './kit/series.ts';
import { book, bookable, cancel } from './kit/stories.ts';
import { team } from './kit/teams.ts';

const NINE = '2027-03-08T09:00:00.000Z';
const slotAt = (startsAt: string) => ({ startsAt, endsAt: startsAt });
const ASKING = { ...SERIES, requiresConfirmation: true };
/** What waits for a host keeps nobody from its time. */
const LOOSE = { ...ASKING, pendingTakesTime: false };

describe('a series that waits for its host', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-01T08:00:00Z') });
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const statesOf = async (user: TestUser, bookings: readonly { id: string }[]) => {
    const found = [];
    for (const { id } of bookings) {
      const { status } = await progress(graph, user, id);
      found.push([status, (await timeOf(graph, id)).length]);
    }
    return found;
  };

  it('is confirmed as a whole, with an event for each, and takes its time then', async () => {
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, LOOSE);
    const { bookings } = await bookSeries(graph, seriesInput(id, NINE));
    expect(await statesOf(host, bookings)).toEqual(Array(4).fill(['PENDING_CONFIRMATION', 0]));
    const input = { bookingId: bookings[2]?.id ?? '', scope: 'ALL' as const, idempotencyKey: 'agreed' };
    const answer = await confirmSeries(graph, host, input);
    expect(answer).toMatchObject({
      __typename: 'SeriesConfirmed',
      bookings: bookings.map(booking => ({ id: booking.id, status: 'CONFIRMED', version: 2 })),
      refused: [],
    });
    expect(await statesOf(host, bookings)).toEqual(Array(4).fill(['CONFIRMED', 1]));
    for (const booking of bookings) {
      const { kinds, expiresAt } = await progress(graph, host, booking.id);
      expect([kinds, expiresAt]).toEqual([['CREATED', 'CONFIRMED'], null]);
    }
    // The same request again changes nothing, another one has nothing to confirm.
    expect(await confirmSeries(graph, host, input)).toEqual(answer);
    expect(await confirmSeries(graph, host, { ...input, idempotencyKey: 'again' })).toEqual({
      __typename: 'TransitionRefused',
      code: 'TRANSITION_REFUSED',
      from: 'CONFIRMED',
      to: 'CONFIRMED',
    });
  });

  it('is confirmed but for what somebody else has by now, which goes on to wait', async () => {
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, LOOSE);
    const other = await bookable(graph, host, { durationMinutes: 60 });
    const { bookings } = await bookSeries(graph, seriesInput(id, NINE));
    const taken = await book(graph, other.id, slotAt(later(NINE, 7)));
    const [first, second] = bookings;
    const only = { bookingId: second?.id ?? '', scope: 'THIS' as const };
    const gone = await confirmSeries(graph, host, only);
    if (gone.__typename !== 'SlotUnavailable') throw new Error(JSON.stringify(gone));
    expect(gone.reasons.map(({ rule }) => rule)).toEqual(['CONFLICT']);
    expect(gone.nextSlots[0]?.startsAt).toBe(later(NINE, 7, 1));
    expect(await confirmSeries(graph, host, { bookingId: first?.id ?? '', scope: 'ALL' })).toMatchObject({
      __typename: 'SeriesConfirmed',
      bookings: [0, 2, 3].map(index => ({ id: bookings[index]?.id })),
      refused: [
        {
          booking: { id: second?.id, status: 'PENDING_CONFIRMATION', startsAt: later(NINE, 7) },
          reasons: [{ rule: 'CONFLICT' }],
        },
      ],
    });
    expect(await statesOf(host, bookings)).toEqual([
      ['CONFIRMED', 1],
      ['PENDING_CONFIRMATION', 0],
      ['CONFIRMED', 1],
      ['CONFIRMED', 1],
    ]);
    await cancel(graph, taken);
    expect(await confirmSeries(graph, host, only)).toMatchObject({ bookings: [{ id: second?.id }] });
  });

  it('is confirmed and declined in part, and the declined part has its time back', async () => {
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, ASKING);
    const { bookings } = await bookSeries(graph, seriesInput(id, NINE));
    expect(await statesOf(host, bookings)).toEqual(Array(4).fill(['PENDING_CONFIRMATION', 1]));
    const at = (index: number) => bookings[index]?.id ?? '';
    const declined = await declineSeries(graph, host, {
      bookingId: at(2),
      scope: 'FOLLOWING',
      reason: 'On leave by then',
    });
    expect(declined).toMatchObject({
      __typename: 'SeriesDeclined',
      bookings: [2, 3].map(index => ({
        id: at(index),
        status: 'DECLINED',
        cancellationReason: 'On leave by then',
      })),
    });
    // One that was confirmed already stays as it is.
    await confirm(graph, host, at(0));
    expect(await confirmSeries(graph, host, { bookingId: at(0), scope: 'ALL' })).toMatchObject({
      bookings: [{ id: at(1) }],
    });
    expect(await statesOf(host, bookings)).toEqual([
      ['CONFIRMED', 1],
      ['CONFIRMED', 1],
      ['DECLINED', 0],
      ['DECLINED', 0],
    ]);
    expect(await declineSeries(graph, host, { bookingId: at(3), scope: 'ALL' })).toMatchObject({
      __typename: 'TransitionRefused',
      from: 'DECLINED',
    });
  });

  it('is confirmed where its guest moved it to, and two that were moved together are not both', async () => {
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, LOOSE);
    const { bookings, manageToken } = await bookSeries(graph, seriesInput(id, NINE));
    const [first, second, third, fourth] = bookings.map(booking => booking.id) as [
      string,
      string,
      string,
      string,
    ];
    // Neither takes time so far: both may go there.
    await move(graph, { manageToken }, first, slotAt(later(NINE, 1)));
    await move(graph, { manageToken }, second, slotAt(later(NINE, 1)));
    const stale = { bookingId: first, scope: 'ALL' as const, expectedVersion: 1 };
    expect(await confirmSeries(graph, host, stale)).toMatchObject({
      __typename: 'BookingVersionConflict',
      current: { version: 2 },
    });
    expect(await confirmSeries(graph, host, { bookingId: first, scope: 'ALL' })).toMatchObject({
      bookings: [first, third, fourth].map(bookingId => ({ id: bookingId })),
      refused: [{ booking: { id: second }, reasons: [{ rule: 'CONFLICT' }] }],
    });
    await move(graph, { manageToken }, third, slotAt(later(NINE, 2)));
    expect((await progress(graph, host, third)).status).toBe('RESCHEDULED');
    expect(await confirmSeries(graph, host, { bookingId: third, scope: 'THIS' })).toMatchObject({
      bookings: [{ id: third, status: 'CONFIRMED' }],
    });
    expect(await timeOf(graph, third)).toEqual([later(NINE, 2)]);
  });

  it('takes the rooms that are free when it is confirmed', async () => {
    const host = await graph.signUp();
    const rooms = [
      await createRoom(graph, host, { name: 'Small' }),
      await createRoom(graph, host, { name: 'Large' }),
    ];
    const resourceRequirements = [{ resourceIds: rooms.map(room => room.id), required: 1 }];
    const { id } = await bookable(graph, host, { ...LOOSE, resourceRequirements });
    const { bookings, manageToken } = await bookSeries(graph, seriesInput(id, NINE));
    // Somebody outside has one of them in the second week.
    const outside = await book(graph, (await bookable(graph, ada)).id, slotAt(later(NINE, 0, 6)));
    const claim = [uuidOf(rooms[0]?.id ?? ''), uuidOf(outside.id)];
    await graph.database.query(
      `insert into scheduling.claims (organization_id, claimant_id, during, source, booking_id)
       select organization_id, $1::uuid, tstzrange($3, $4), 'BOOKING', id from scheduling.bookings where id = $2`,
      [...claim, later(NINE, 7), later(NINE, 7, 1)],
    );
    await confirmSeries(graph, host, { bookingId: bookings[0]?.id ?? '', scope: 'ALL' });
    const names = [];
    for (const booking of bookings)
      names.push(
        (await resourcesOf(graph, { id: booking.id, manageToken })).resources.map(({ name }) => name),
      );
    expect(names).toEqual([['Small'], ['Large'], ['Small'], ['Small']]);
    const leave = 'delete from scheduling.claims where claimant_id = $1 and booking_id = $2';
    await graph.database.query(leave, claim);
  });

  it('is nobody else’s to decide, and no single booking', async () => {
    const [lead, member] = [await graph.signUp(), await graph.signUp()];
    const ownerId = await team(graph, lead, { MEMBER: member });
    const { id } = await bookable(graph, lead, { ...ASKING, ownerId, hostIds: [lead.id] });
    const { bookings, manageToken } = await bookSeries(graph, seriesInput(id, NINE));
    const input = { bookingId: bookings[0]?.id ?? '', scope: 'ALL' as const, idempotencyKey: 'no' };
    for (const user of [ada, member]) {
      const confirmed = await graph.execute(ops.ConfirmSeriesDocument, { input }, { key: user.key });
      const declined = await graph.execute(ops.DeclineSeriesDocument, { input }, { key: user.key });
      expect([confirmed.code, declined.code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    }
    // Nor its guest's.
    const withToken = { ...input, manageToken } as ops.ConfirmSeriesInput;
    expect((await graph.execute(ops.ConfirmSeriesDocument, { input })).code).toBe('UNAUTHENTICATED');
    expect((await graph.execute(ops.ConfirmSeriesDocument, { input: withToken })).status).toBe(400);
    const reader = await graph.signUp({ scopes: ['BOOKING_READ'] });
    expect((await graph.execute(ops.ConfirmSeriesDocument, { input }, { key: reader.key })).code).toBe(
      'FORBIDDEN',
    );
    const single = await book(graph, id, slotAt(later(NINE, 0, 4)));
    const alone = { ...input, bookingId: single.id, idempotencyKey: 'alone' };
    const answer = await graph.execute(ops.ConfirmSeriesDocument, { input: alone }, { key: lead.key });
    expect([answer.code, answer.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'bookingId']);
  });

  it('leaves rows that are what the events say', async () => {
    const differences: unknown[] = [];
    const verified = await verifyBookings({
      openContext: () => graph.apps.scheduling.openContext(servicePrincipal('scheduling')),
      onDifference: difference => differences.push(difference),
      onProgress: () => {},
    });
    expect(verified.bookings).toBeGreaterThan(20);
    expect(differences).toEqual([]);
  });
});
