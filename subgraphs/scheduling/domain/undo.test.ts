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

const unpaid: BookingFact = {
  kind: 'CREATED',
  data: { ...created.data, status: 'PENDING_PAYMENT', expiresAt: start },
} as BookingFact;
const failed: BookingFact = {
  kind: 'PAYMENT_FAILED',
  data: { status: 'PAYMENT_FAILED', expiresAt: start },
};
const retried: BookingFact = {
  kind: 'PAYMENT_RETRIED',
  data: { status: 'PENDING_PAYMENT', expiresAt: start },
};
const paid: BookingFact = { kind: 'PAID', data: { status: 'CONFIRMED' } };

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
  const undone = undoOf(
    foldEvents(events) as BookingState,
    {
      event,
      earlier: foldEvents(events.slice(0, -1)),
    },
    start - 1,
  );
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
    expect(undo(pending)).toEqual({ from: 'PENDING_CONFIRMATION', to: 'PENDING_CONFIRMATION' });
    const completed: BookingFact = { kind: 'COMPLETED', data: { status: 'COMPLETED' } };
    expect(undo(created, completed)).toEqual({ from: 'COMPLETED', to: 'CONFIRMED' });
    const confirmed: BookingFact = { kind: 'CONFIRMED', data: { status: 'CONFIRMED' } };
    expect(undo(pending, confirmed)).toEqual({ from: 'CONFIRMED', to: 'PENDING_CONFIRMATION' });
  });

  it('never confirms what no host has agreed to', () => {
    expect(undo(pending, cancelled)).toEqual({ from: 'CANCELLED', to: 'PENDING_CONFIRMATION' });
    expect(undo(created, asked, asked)).toEqual({ from: 'RESCHEDULED', to: 'RESCHEDULED' });
    expect(undo(created, asked, cancelled)).toEqual({ from: 'CANCELLED', to: 'RESCHEDULED' });
  });

  const moved: BookingFact = {
    kind: 'RESCHEDULED',
    data: { ...asked.data, status: 'PENDING_PAYMENT', expiresAt: start } as typeof asked.data,
  } as BookingFact;

  it.each([
    ['was not paid', [unpaid], cancelled, 'PENDING_PAYMENT', start],
    ['moved before it was paid', [unpaid], moved, 'PENDING_PAYMENT', start],
    ['could not be paid', [unpaid, failed], cancelled, 'PAYMENT_FAILED', start],
    ['was about to be paid again', [unpaid, failed, retried], cancelled, 'PENDING_PAYMENT', start],
    ['was paid', [unpaid, paid], cancelled, 'CONFIRMED', null],
    ['was paid after all', [unpaid, failed, retried, paid], cancelled, 'CONFIRMED', null],
  ] as const)(
    'waits for its payment where it %s, and takes place only where it was',
    (_, facts, change, status, expiresAt) => {
      const before = foldEvents(eventsOf(facts));
      expect(undo(...facts, change)).toMatchObject({
        status,
        expiresAt,
        startsAt: before?.startsAt,
        cancellationReason: null,
      });
    },
  );

  it('is refused where the time to pay is over', () => {
    const events = eventsOf([unpaid, cancelled]);
    const change = { event: events.at(-1) as BookingEvent, earlier: foldEvents(events.slice(0, 1)) };
    const after = foldEvents(events) as BookingState;
    expect(undoOf(after, change, start - 1).ok).toBe(true);
    expect(undoOf(after, change, start)).toEqual({
      ok: false,
      error: { from: 'CANCELLED', to: 'PENDING_PAYMENT' },
    });
  });

  it('takes no payment back', () => {
    expect(undo(unpaid, paid)).toEqual({ from: 'CONFIRMED', to: 'PENDING_PAYMENT' });
    expect(undo(unpaid, failed)).toEqual({ from: 'PAYMENT_FAILED', to: 'PENDING_PAYMENT' });
  });
});
