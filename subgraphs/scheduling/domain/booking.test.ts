import { describe, expect, it } from '@jest/globals';
import { applyEvent, type BookingEvent, foldEvents } from './booking.ts';
import { changesBetween } from './field-changes.ts';

const created = {
  bookingId: 'bkg_1',
  version: 1,
  occurredAt: 1000,
  kind: 'CREATED',
  data: {
    organizationId: 'org_1',
    eventTypeId: 'etp_1',
    ownerId: 'usr_1',
    status: 'CONFIRMED',
    title: 'Intro',
    startsAt: 10_000,
    endsAt: 20_000,
    wallTime: { local: '1970-01-01T00:00:10', timeZone: 'UTC', tzdbVersion: '2026a' },
    hostIds: ['usr_1'],
    attendees: [],
    guests: [],
    location: null,
    cancellationReason: null,
  },
} as const satisfies BookingEvent;
const moved = {
  bookingId: 'bkg_1',
  version: 2,
  occurredAt: 2000,
  kind: 'RESCHEDULED',
  data: {
    status: 'CONFIRMED',
    startsAt: 30_000,
    endsAt: 40_000,
    wallTime: { local: '1970-01-01T00:00:30', timeZone: 'UTC', tzdbVersion: '2026b' },
    reason: 'rain',
  },
} as const satisfies BookingEvent;
const cancelled: BookingEvent = {
  bookingId: 'bkg_1',
  version: 3,
  occurredAt: 3000,
  kind: 'CANCELLED',
  data: { status: 'CANCELLED', reason: 'ill' },
};

describe('a booking', () => {
  it('is what its events made it', () => {
    expect(foldEvents([created, moved, cancelled])).toEqual({
      ...created.data,
      id: 'bkg_1',
      status: 'CANCELLED',
      startsAt: 30_000,
      endsAt: 40_000,
      wallTime: moved.data.wallTime,
      resourceIds: [],
      noShowHostIds: [],
      expiresAt: null,
      seriesId: null,
      seriesPosition: null,
      offeredHostIds: [],
      cancellationReason: 'ill',
      version: 3,
      createdAt: 1000,
      updatedAt: 3000,
    });
  });

  it('was nothing before the first', () => {
    expect(foldEvents([])).toBeNull();
  });

  it('cannot begin with a change', () => {
    expect(() => applyEvent(null, moved)).toThrow('The events of bkg_1 begin with RESCHEDULED.');
  });

  it('has no wall time after events of before it was kept', () => {
    const { wallTime: _, ...data } = created.data;
    const { wallTime: __, ...move } = moved.data;
    const old = { ...created, data };
    expect(foldEvents([old])?.wallTime).toBeNull();
    expect(foldEvents([created, { ...moved, data: move }])?.wallTime).toBeNull();
    expect(foldEvents([old, moved])?.wallTime).toEqual(moved.data.wallTime);
  });

  it('tells what an event changed, and leaves out the bookkeeping', () => {
    const before = foldEvents([created]);
    const after = foldEvents([created, moved]);
    if (!after) throw new Error('There is no booking.');
    expect(changesBetween(before, after)).toEqual([
      { field: 'startsAt', before: 10_000, after: 30_000 },
      { field: 'endsAt', before: 20_000, after: 40_000 },
      { field: 'wallTime', before: created.data.wallTime, after: moved.data.wallTime },
    ]);
    expect(changesBetween(null, after).find(change => change.field === 'title')).toEqual({
      field: 'title',
      before: null,
      after: 'Intro',
    });
  });

  describe('that guests share', () => {
    const attendee = (id: string, guests?: string[]) => ({
      id,
      name: id,
      email: `${id}@example.com`,
      timeZone: 'UTC',
      locale: null,
      noShow: false,
      answers: [{ slug: 'why', value: id }],
      ...(guests && { guests }),
    });
    const [ada, grace, edsger] = [
      attendee('att_ada', ['both@example.com', 'anne@example.com']),
      attendee('att_grace', ['both@example.com', 'vincent@example.com']),
      attendee('att_edsger'),
    ];
    const guests = ada.guests ?? [];
    const first: BookingEvent = { ...created, data: { ...created.data, attendees: [ada], guests } };
    const added = (version: number, data: Extract<BookingEvent, { kind: 'ATTENDEE_ADDED' }>['data']) =>
      ({
        bookingId: 'bkg_1',
        version,
        occurredAt: version * 1000,
        kind: 'ATTENDEE_ADDED',
        data,
      }) as const satisfies BookingEvent;
    const joined = [
      first,
      added(2, { status: 'CONFIRMED', attendee: grace, title: 'Intro with Alan' }),
      added(3, { status: 'CONFIRMED', attendee: edsger }),
    ];
    const left: BookingEvent = {
      bookingId: 'bkg_1',
      version: 4,
      occurredAt: 4000,
      kind: 'ATTENDEE_REMOVED',
      data: { status: 'CONFIRMED', attendeeId: ada.id, reason: 'ill' },
    };

    it('has all of them, in the order in which they came, with whom they bring', () => {
      expect(foldEvents(joined)).toMatchObject({
        status: 'CONFIRMED',
        title: 'Intro with Alan',
        attendees: [ada, grace, edsger],
        guests: ['both@example.com', 'anne@example.com', 'vincent@example.com'],
        version: 3,
      });
    });

    it('loses who leaves, and whom nobody else brings', () => {
      expect(foldEvents([...joined, left])).toMatchObject({
        status: 'CONFIRMED',
        attendees: [grace, edsger],
        guests: ['both@example.com', 'vincent@example.com'],
        cancellationReason: null,
        version: 4,
        updatedAt: 4000,
      });
    });

    it('tells who came and who left', () => {
      const [before, after] = [foldEvents(joined), foldEvents([...joined, left])];
      if (!after) throw new Error('There is no booking.');
      expect(changesBetween(before, after).map(change => change.field)).toEqual(['attendees', 'guests']);
    });

    it('cannot begin with one who joins, and stays as it is when a stranger leaves', () => {
      expect(() => applyEvent(null, joined[1] as BookingEvent)).toThrow('begin with ATTENDEE_ADDED');
      const unknown: BookingEvent = { ...left, data: { ...left.data, attendeeId: 'att_nobody' } };
      expect(foldEvents([...joined, unknown])?.attendees).toEqual([ada, grace, edsger]);
    });
  });
});
