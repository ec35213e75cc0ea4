import { describe, expect, it } from '@jest/globals';
import type { BookingAttendee, BookingState } from './booking.ts';
import { differingClaims, differingFields, differingVersions } from './booking-differences.ts';
import { bookingStatuses } from './booking-state.ts';

const HOUR_MS = 3_600_000;

const grace: BookingAttendee = {
  id: 'att_1',
  name: 'Grace',
  email: 'grace@example.com',
  timeZone: 'UTC',
  locale: null,
  noShow: false,
  answers: [{ slug: 'topic', value: { b: 1, a: 2 } }],
  guests: [],
};
const booking: BookingState = {
  id: 'bkg_1',
  organizationId: 'org_1',
  eventTypeId: 'etp_1',
  ownerId: 'usr_1',
  status: 'CONFIRMED',
  title: 'Meeting',
  startsAt: HOUR_MS,
  endsAt: 2 * HOUR_MS,
  wallTime: null,
  hostIds: ['usr_1', 'usr_2'],
  noShowHostIds: [],
  resourceIds: [],
  seriesId: null,
  seriesPosition: null,
  offeredHostIds: [],
  attendees: [grace],
  guests: [],
  location: { kind: 'LINK', label: 'x' },
  cancellationReason: null,
  expiresAt: null,
  version: 1,
  createdAt: 0,
  updatedAt: 0,
};
const claim = (claimantId: string, start = booking.startsAt, end = booking.endsAt) => ({
  claimantId,
  isBlocking: true,
  start,
  end,
});

describe('a booking and what its events come to', () => {
  it('are the same whatever the order in which the database keeps keys', () => {
    const stored = {
      ...booking,
      location: { label: 'x', kind: 'LINK' },
      attendees: [{ ...grace, answers: [{ value: { a: 2, b: 1 }, slug: 'topic' }] }],
    };
    expect(differingFields(stored, booking)).toEqual([]);
  });

  it('are the same where older events do not know whom somebody brought along', () => {
    const { guests: _, ...older } = grace;
    const stored = { ...booking, attendees: [{ ...grace, guests: ['guest@example.com'] }] };
    expect(differingFields(stored, { ...booking, attendees: [older] })).toEqual([]);
    expect(differingFields(stored, booking)).toHaveLength(1);
  });

  it.each(Object.keys(booking).filter(field => field !== 'id' && field !== 'attendees'))(
    'differ in %s',
    field => {
      const [difference, ...more] = differingFields({ ...booking, [field]: 'spoilt' } as never, booking);
      expect([difference?.field, difference?.stored, more]).toEqual([field, 'spoilt', []]);
    },
  );

  it.each(Object.keys(grace).filter(field => field !== 'id'))("differ in an attendee's %s", field => {
    const attendees = [{ ...grace, [field]: 'spoilt' } as never];
    expect(differingFields({ ...booking, attendees }, booking)).toMatchObject([
      { field: `attendees[att_1].${field}`, stored: 'spoilt' },
    ]);
  });

  it('differ in who attends and in which order', () => {
    const ada = { ...grace, id: 'att_2' };
    expect(differingFields(booking, { ...booking, attendees: [grace, ada] })).toEqual([
      { bookingId: 'bkg_1', field: 'attendees', stored: ['att_1'], folded: ['att_1', 'att_2'] },
    ]);
    expect(
      differingFields({ ...booking, attendees: [ada, grace] }, { ...booking, attendees: [grace, ada] }),
    ).toMatchObject([{ field: 'attendees' }]);
  });

  it('show instants as such', () => {
    expect(differingFields({ ...booking, expiresAt: HOUR_MS }, booking)).toMatchObject([
      { field: 'expiresAt', stored: '1970-01-01T01:00:00.000Z', folded: null },
    ]);
  });
});

describe('the time of a booking', () => {
  const both = [claim('usr_1', 0), claim('usr_2')];
  const fields = (status: BookingState['status'], claims: Parameters<typeof differingClaims>[1]) =>
    differingClaims({ ...booking, status }, claims).map(({ field }) => field);
  const every = ['claims[usr_1]', 'claims[usr_2]'];

  it.each([
    ['DRAFT', every, []],
    ['PENDING_PAYMENT', [], every],
    ['PAYMENT_FAILED', [], every],
    ['PENDING_CONFIRMATION', [], []],
    ['AWAITING_HOST', every, []],
    ['CONFIRMED', [], every],
    ['RESCHEDULED', [], every],
    ['COMPLETED', [], every],
    ['CANCELLED', every, []],
    ['DECLINED', every, []],
    ['EXPIRED', every, []],
  ] as const)('%s: wrong when taken %j, wrong when free %j', (status, taken, free) => {
    expect([fields(status, both), fields(status, [])]).toEqual([taken, free]);
  });
  it('is known for every status', () => {
    expect(bookingStatuses).toHaveLength(11);
  });

  it('is that of all hosts and of nobody else, once and as long as the meeting', () => {
    expect(fields('PENDING_CONFIRMATION', [claim('usr_1')])).toEqual(['claims[usr_2]']);
    expect(fields('CONFIRMED', [...both, claim('usr_3')])).toEqual(['claims[usr_3]']);
    expect(fields('CONFIRMED', [...both, claim('usr_2', 9 * HOUR_MS, 10 * HOUR_MS)])).toEqual([
      'claims[usr_2]',
    ]);
    expect(fields('CONFIRMED', [claim('usr_1'), claim('usr_2', HOUR_MS, 1.5 * HOUR_MS)])).toEqual([
      'claims[usr_2]',
    ]);
    expect(fields('CONFIRMED', [claim('usr_1'), claim('usr_2', HOUR_MS + 1)])).toEqual(['claims[usr_2]']);
    const open = { ...claim('usr_2'), isBlocking: false };
    expect(differingClaims(booking, [claim('usr_1'), open])).toMatchObject([
      { field: 'claims[usr_2]', stored: expect.stringContaining('open to others') },
    ]);
  });
});

describe('the rooms of a booking', () => {
  const withRoom = { ...booking, resourceIds: ['res_1'] };
  const hosts = [claim('usr_1'), claim('usr_2')];
  it('are taken like its hosts', () => {
    expect(differingClaims(withRoom, [...hosts, claim('res_1')])).toEqual([]);
    expect(differingClaims(withRoom, hosts)).toMatchObject([{ field: 'claims[res_1]', stored: null }]);
    expect(differingClaims(booking, [...hosts, claim('res_1')])).toMatchObject([
      { field: 'claims[res_1]', folded: null },
    ]);
  });
});

describe('the versions of events', () => {
  it.each([
    [[1], null],
    [[1, 2, 3], null],
    [[], 'none'],
    [[2], '2'],
    [[1, 3], '1, 3'],
    [[1, 1], '1, 1'],
  ])('%j', (versions, stored) => {
    expect(differingVersions('bkg_1', versions)?.stored ?? null).toBe(stored);
  });
});
