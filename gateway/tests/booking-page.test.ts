import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type BookableEventType, bookable, bookingInput, slotsOf } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('the booking page, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace', timeZone: 'Europe/London' });
    intro = await bookable(graph, ada, { slug: 'intro', title: 'Intro' });
  });
  afterAll(() => graph.stop());

  it('shows an event type with the people behind it', async () => {
    const { eventTypeBySlug } = (
      await graph.execute(ops.EventTypePageDocument, { owner: 'ada', slug: 'intro' })
    ).data;
    expect(eventTypeBySlug).toMatchObject({
      id: intro.id,
      durationMinutes: 30,
      schedulingMode: 'SOLO',
      owner: {
        __typename: 'User',
        id: ada.id,
        handle: 'ada',
        name: 'Ada Lovelace',
        timeZone: 'Europe/London',
      },
      hosts: [{ user: { id: ada.id, name: 'Ada Lovelace' } }],
    });
  });

  it('shows nothing at an address where there is nothing', async () => {
    const { eventTypeBySlug } = (
      await graph.execute(ops.EventTypePageDocument, { owner: 'ada', slug: 'none' })
    ).data;
    expect(eventTypeBySlug).toBeNull();
  });

  it('pages through slots without losing or repeating one', async () => {
    const all = await slotsOf(graph, intro.id, { first: 1000 });
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { slots }: ops.SlotsQuery = (
        await graph.execute(ops.SlotsDocument, {
          ...intro.nextWeek,
          eventTypeId: intro.id,
          timeZone: 'Asia/Kolkata',
          first: 7,
          after,
        })
      ).data;
      paged.push(...slots.nodes.map(slot => slot.startsAt));
      after = slots.pageInfo.hasNextPage ? slots.pageInfo.endCursor : null;
    } while (after);
    expect(paged).toEqual(all.map(slot => slot.startsAt));
    expect(all.length).toBe(80);
  });

  it('tells the date of a slot in the zone of the guest', async () => {
    const { slots } = (
      await graph.execute(ops.SlotsDocument, {
        ...intro.nextWeek,
        eventTypeId: intro.id,
        timeZone: 'Pacific/Kiritimati',
        first: 1,
      })
    ).data;
    const [edge] = slots.edges;
    const there = Temporal.Instant.from(edge?.node.startsAt ?? '').toZonedDateTimeISO('Pacific/Kiritimati');
    expect(edge?.node.date).toBe(there.toPlainDate().toString());
    expect(edge?.node.hosts).toEqual([{ id: ada.id, name: 'Ada Lovelace' }]);
  });

  it('books, shows, moves and cancels with the token of the link', async () => {
    const [first, second] = await slotsOf(graph, intro.id);
    const booked = (await graph.execute(ops.CreateBookingDocument, { input: bookingInput(intro.id, first) }))
      .data.createBooking;
    if (booked.__typename !== 'BookingCreated') throw new Error(JSON.stringify(booked));
    expect(booked.booking).toMatchObject({
      status: 'CONFIRMED',
      startsAt: first?.startsAt,
      version: 1,
      title: 'Intro with Ada Lovelace and Grace Hopper',
      hosts: [{ id: ada.id, name: 'Ada Lovelace' }],
      attendees: [{ name: 'Grace Hopper', email: 'grace@example.com', timeZone: 'America/New_York' }],
      eventType: { id: intro.id, title: 'Intro' },
    });
    const { id } = booked.booking;
    const { manageToken } = booked;

    const shown = (await graph.execute(ops.BookingForGuestDocument, { id, manageToken })).data.booking;
    expect(shown).toMatchObject({ id, canCancel: true, canReschedule: true });
    expect(shown?.addToCalendarLinks.ics).toContain('BEGIN%3AVEVENT');

    const moved = (
      await graph.execute(ops.RescheduleBookingDocument, {
        input: {
          bookingId: id,
          manageToken,
          startsAt: second?.startsAt ?? '',
          expectedVersion: 1,
          idempotencyKey: `move ${id}`,
        },
      })
    ).data.rescheduleBooking;
    expect(moved).toMatchObject({
      __typename: 'BookingRescheduled',
      booking: { id, status: 'CONFIRMED', startsAt: second?.startsAt, version: 2 },
      previous: { startsAt: first?.startsAt, endsAt: first?.endsAt },
    });

    const cancelled = (
      await graph.execute(ops.CancelBookingDocument, {
        input: {
          bookingId: id,
          manageToken,
          reason: 'Rain',
          expectedVersion: 2,
          idempotencyKey: `cancel ${id}`,
        },
      })
    ).data.cancelBooking;
    expect(cancelled).toEqual({
      __typename: 'BookingCancelled',
      booking: { id, status: 'CANCELLED', version: 3, cancellationReason: 'Rain' },
    });
    const free = await slotsOf(graph, intro.id);
    expect(free.map(slot => slot.startsAt)).toEqual(
      expect.arrayContaining([first?.startsAt, second?.startsAt]),
    );
  });

  it('shows a booking to nobody without the token', async () => {
    const [slot] = await slotsOf(graph, intro.id);
    const booked = (await graph.execute(ops.CreateBookingDocument, { input: bookingInput(intro.id, slot) }))
      .data.createBooking;
    if (booked.__typename !== 'BookingCreated') throw new Error(JSON.stringify(booked));
    const { id } = booked.booking;
    const stranger = await graph.signUp();
    for (const attempt of [{}, { manageToken: 'mng_wrong' }]) {
      expect((await graph.execute(ops.BookingForGuestDocument, { id, ...attempt })).data.booking).toBeNull();
    }
    expect(
      (await graph.execute(ops.BookingForGuestDocument, { id }, { key: stranger.key })).data.booking,
    ).toBeNull();
    const cancel = { input: { bookingId: id, manageToken: 'mng_wrong', idempotencyKey: 'wrong token' } };
    const refused = await graph.execute(ops.CancelBookingDocument, cancel);
    const unknown = await graph.execute(ops.CancelBookingDocument, {
      input: { ...cancel.input, bookingId: 'bkg_01jc000000e008000000000000' },
    });
    expect([refused.status, refused.code]).toEqual([404, 'NOT_FOUND']);
    expect({ ...refused.errors[0], extensions: null }).toEqual({ ...unknown.errors[0], extensions: null });
  });

  it('explains why a time is not offered', async () => {
    const [slot] = await slotsOf(graph, intro.id);
    const startsAt = new Date(Date.parse(slot?.startsAt ?? '') + 300_000).toISOString();
    const { explainSlot } = (
      await graph.execute(ops.ExplainSlotDocument, { eventTypeId: intro.id, startsAt })
    ).data;
    expect(explainSlot.bookable).toBe(false);
    expect(explainSlot.verdicts[0]).toMatchObject({ rule: 'GRID', passed: false });
    expect(explainSlot.verdicts.filter(verdict => !verdict.passed)).toHaveLength(1);
  });
});
