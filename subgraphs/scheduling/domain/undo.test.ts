import { describe, expect, it } from '@jest/globals';
import { type BookingEvent, type BookingFact, type BookingState, foldEvents } from './booking.ts';
import { undoOf } from './undo.ts';

const start = Date.UTC(2030, 0, 7, 9);
const created: BookingFact = {
  kind: 'CREATED',
  data: {
    organizationId: 'org_1',
    eventTypeId: 'etp_1',
    ownerId: 'usr_1',
    status: 'CONFIRMED',
    title: 'Intro',
    startsAt: start,
    endsAt: start + 1_800_000,
    hostIds: ['usr_1'],
    attendees: [],
    guests: [],
    location: null,
    cancellationReason: null,
  },
};
const cancelled: BookingFact = { kind: 'CANCELLED', data: { status: 'CANCELLED', reason: 'ill' } };
const handedOn: BookingFact = {
  kind: 'HOSTS_CHANGED',
  data: { status: 'CONFIRMED', hostIds: ['usr_2'], title: 'Intro with Bob', reason: null },
};
const asked: BookingFact = {
  kind: 'RESCHEDULED',
  data: {
    status: 'RESCHEDULED',
    startsAt: start + 3_600_000,
    endsAt: start + 5_400_000,
    expiresAt: start + 3_600_000,
    reason: null,
  },
};
const pending: BookingFact = {
  kind: 'CREATED',
  data: { ...created.data, status: 'PENDING_CONFIRMATION', expiresAt: start },
} as BookingFact;

const eventsOf = (facts: readonly BookingFact[]): BookingEvent[] =>
  facts.map((fact, index) => ({
    ...fact,
    bookingId: 'bkg_1',
    version: index + 1,
    occurredAt: start + index,
  }));

function undo(...facts: BookingFact[]) {
  const events = eventsOf(facts);
  const event = events.at(-1) as BookingEvent;
  const undone = undoOf(foldEvents(events) as BookingState, {
    event,
    earlier: foldEvents(events.slice(0, -1)),
  });
  if (!undone.ok) return undone.error;
  return foldEvents([...events, ...eventsOf([...facts, undone.value]).slice(-1)]);
}

describe('taking the last change back', () => {
  it.each([
    ['a cancellation', cancelled],
    ['a move that a host has not confirmed', asked],
    ['other hosts', handedOn],
  ])('leaves the booking as it was before %s', (_, change) => {
    const before = foldEvents(eventsOf([created]));
    expect(undo(created, change)).toEqual({ ...before, version: 3, updatedAt: start + 2 });
  });

  it('is refused where nothing can be taken back', () => {
    expect(undo(created)).toEqual({ from: 'CONFIRMED', to: 'CONFIRMED' });
    expect(undo(pending)).toEqual({ from: 'PENDING_CONFIRMATION', to: 'CONFIRMED' });
    const completed: BookingFact = { kind: 'COMPLETED', data: { status: 'COMPLETED' } };
    expect(undo(created, completed)).toEqual({ from: 'COMPLETED', to: 'CONFIRMED' });
    const confirmed: BookingFact = { kind: 'CONFIRMED', data: { status: 'CONFIRMED' } };
    expect(undo(pending, confirmed)).toEqual({ from: 'CONFIRMED', to: 'CONFIRMED' });
  });

  it('never confirms what no host has agreed to', () => {
    expect(undo(pending, cancelled)).toEqual({ from: 'CANCELLED', to: 'CONFIRMED' });
    expect(undo(created, asked, asked)).toEqual({ from: 'RESCHEDULED', to: 'CONFIRMED' });
    expect(undo(created, asked, cancelled)).toEqual({ from: 'CANCELLED', to: 'CONFIRMED' });
  });
});
