import type { BookingStatus } from './booking-state.ts';
import type { WallTime } from './wall-time.ts';

export interface BookingAttendee {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly locale: string | null;
  readonly noShow: boolean;
  readonly answers: readonly { readonly slug: string; readonly value: unknown }[];
  /** Whom they bring along; not known of those who booked before seats could be shared. */
  readonly guests?: readonly string[];
}

export interface BookingLocation {
  readonly kind: string;
  readonly label: string;
}

/** A booking at one version. Instants are epoch milliseconds. */
export interface BookingState {
  readonly id: string;
  readonly organizationId: string;
  readonly eventTypeId: string;
  /** The user or team whose event type it is. */
  readonly ownerId: string;
  readonly status: BookingStatus;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** The start as it was agreed; `null` where it was agreed before wall times were kept. */
  readonly wallTime: WallTime | null;
  readonly hostIds: readonly string[];
  /** Each has a seat, in the order in which they took it. */
  readonly attendees: readonly BookingAttendee[];
  /** Everybody whom attendees bring along. */
  readonly guests: readonly string[];
  readonly location: BookingLocation | null;
  readonly cancellationReason: string | null;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What a booking's own events hold: each only what it changed. */
export type BookingFact =
  | {
      readonly kind: 'CREATED';
      readonly data: Omit<BookingState, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'wallTime'> &
        Partial<Pick<BookingState, 'wallTime'>>;
    }
  | { readonly kind: 'ATTENDEE_ADDED'; readonly data: NewAttendee }
  | { readonly kind: 'ATTENDEE_REMOVED'; readonly data: LostAttendee }
  | { readonly kind: 'RESCHEDULED'; readonly data: Reschedule }
  | {
      readonly kind: 'CANCELLED';
      readonly data: { readonly status: BookingStatus; readonly reason: string | null };
    };

interface NewAttendee {
  readonly status: BookingStatus;
  readonly attendee: BookingAttendee;
  /** Given where the title named the only guest, which others may not read. */
  readonly title?: string;
}

interface LostAttendee {
  readonly status: BookingStatus;
  readonly attendeeId: string;
  readonly reason: string | null;
}

interface Reschedule {
  readonly status: BookingStatus;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly wallTime?: WallTime | null;
  readonly reason: string | null;
}

export type BookingFactKind = BookingFact['kind'];

export type BookingEvent = BookingFact & {
  readonly bookingId: string;
  /** 1 for the first, without gaps. */
  readonly version: number;
  readonly occurredAt: number;
};

function withAttendee(state: BookingState, { status, attendee, title }: NewAttendee): BookingState {
  const guests = [...new Set([...state.guests, ...(attendee.guests ?? [])])];
  return {
    ...state,
    status,
    title: title ?? state.title,
    attendees: [...state.attendees, attendee],
    guests,
  };
}

/** Whom the attendee brought along leaves too, unless somebody else brings them as well. */
function withoutAttendee(state: BookingState, { status, attendeeId }: LostAttendee): BookingState {
  const attendees = state.attendees.filter(({ id }) => id !== attendeeId);
  const staying = new Set(attendees.flatMap(({ guests = [] }) => guests));
  const theirs = state.attendees.find(({ id }) => id === attendeeId)?.guests ?? [];
  const leaving = new Set(theirs.filter(guest => !staying.has(guest)));
  return { ...state, status, attendees, guests: state.guests.filter(guest => !leaving.has(guest)) };
}

/** The booking after one more event. The only place that knows what events mean. */
export function applyEvent(state: BookingState | null, event: BookingEvent): BookingState {
  const { version, occurredAt } = event;
  if (event.kind === 'CREATED') {
    const { wallTime = null } = event.data;
    const times = { createdAt: occurredAt, updatedAt: occurredAt };
    return { ...event.data, ...times, wallTime, id: event.bookingId, version };
  }
  if (!state) throw new Error(`The events of ${event.bookingId} begin with ${event.kind}.`);
  const changed = { ...state, version, updatedAt: occurredAt };
  switch (event.kind) {
    case 'ATTENDEE_ADDED':
      return withAttendee(changed, event.data);
    case 'ATTENDEE_REMOVED':
      return withoutAttendee(changed, event.data);
    case 'RESCHEDULED':
      return {
        ...changed,
        status: event.data.status,
        startsAt: event.data.startsAt,
        endsAt: event.data.endsAt,
        wallTime: event.data.wallTime ?? null,
      };
    case 'CANCELLED':
      return { ...changed, status: event.data.status, cancellationReason: event.data.reason };
  }
}

/** The booking after all its events, oldest first; `null` for none. */
export function foldEvents(events: readonly BookingEvent[]): BookingState | null {
  return events.reduce<BookingState | null>(applyEvent, null);
}

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that tell nothing: they change with every event. */
const BOOKKEEPING = new Set(['version', 'updatedAt']);

/** What one event changed, field by field, for an audit trail. */
export function changesBetween(before: BookingState | null, after: BookingState): FieldChange[] {
  const earlier = (before ?? {}) as Record<string, unknown>;
  return Object.entries(after)
    .filter(
      ([field, value]) => !BOOKKEEPING.has(field) && JSON.stringify(earlier[field]) !== JSON.stringify(value),
    )
    .map(([field, value]) => ({ field, before: earlier[field] ?? null, after: value }));
}
