import { describe, expect, it } from '@jest/globals';
import { applyEvent, type BookingEvent, changesBetween, foldEvents } from './booking.ts';

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
});
