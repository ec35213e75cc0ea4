import type { BookingStatus } from './booking-state.ts';
import type { Waiver } from './waiver.ts';
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
  /** Hosts who did not come. */
  readonly noShowHostIds: readonly string[];
  /** The rooms and equipment that it takes. */
  readonly resourceIds: readonly string[];
  /** Each has a seat, in the order in which they took it. */
  readonly attendees: readonly BookingAttendee[];
  /** Everybody whom attendees bring along. */
  readonly guests: readonly string[];
  readonly location: BookingLocation | null;
  /** What was said when it was cancelled or declined. */
  readonly cancellationReason: string | null;
  /** Until when somebody has to pay, confirm or submit it; `null` where nothing is waited for. */
  readonly expiresAt: number | null;
  /** The series that it belongs to, and its place there, 1 for the first; `null` where it stands alone. */
  readonly seriesId: string | null;
  readonly seriesPosition: number | null;
  /** Of a meeting at once: the hosts of whom the first to accept has it, or had. */
  readonly offeredHostIds: readonly string[];
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What older events do not hold: it was not kept yet. */
type LaterFields =
  | 'wallTime'
  | 'noShowHostIds'
  | 'expiresAt'
  | 'resourceIds'
  | 'seriesId'
  | 'seriesPosition'
  | 'offeredHostIds';

/** Users who have to know what becomes of it: an offer is also that of everybody who could accept it. */
export function concernedHostIds({ status, hostIds, offeredHostIds }: BookingState): readonly string[] {
  return status === 'AWAITING_HOST' ? [...hostIds, ...offeredHostIds] : hostIds;
}

/** What a booking's own events hold: each only what it changed. */
export type BookingFact =
  | {
      readonly kind: 'CREATED';
      readonly data: Omit<BookingState, 'id' | 'version' | 'createdAt' | 'updatedAt' | LaterFields> &
        Partial<Pick<BookingState, LaterFields>> &
        AgainstRules;
    }
  | { readonly kind: 'SUBMITTED'; readonly data: Waiting & Assigned & AgainstRules }
  | { readonly kind: 'PAID'; readonly data: { readonly status: BookingStatus } }
  | { readonly kind: 'PAYMENT_FAILED'; readonly data: Waiting }
  | { readonly kind: 'PAYMENT_RETRIED'; readonly data: Waiting }
  /** With its host, where any of several could take it. */
  | { readonly kind: 'CONFIRMED'; readonly data: { readonly status: BookingStatus } & Assigned }
  | { readonly kind: 'DECLINED'; readonly data: Ending }
  | { readonly kind: 'EXPIRED'; readonly data: { readonly status: BookingStatus } }
  | { readonly kind: 'COMPLETED'; readonly data: { readonly status: BookingStatus } }
  | { readonly kind: 'ATTENDEE_ADDED'; readonly data: NewAttendee }
  | { readonly kind: 'ATTENDEE_REMOVED'; readonly data: LostAttendee }
  | { readonly kind: 'UPDATED'; readonly data: Update }
  | { readonly kind: 'HOSTS_CHANGED'; readonly data: NewHosts }
  | { readonly kind: 'NO_SHOW_MARKED'; readonly data: NoShow }
  | { readonly kind: 'RESCHEDULED'; readonly data: Reschedule }
  | { readonly kind: 'CANCELLED'; readonly data: Ending }
  /** Somebody's key was destroyed. What events told of them is erased already. */
  | {
      readonly kind: 'PERSON_ERASED';
      readonly data: {
        readonly status: BookingStatus;
        /** Whom it was; empty where they were a guest of an attendee, or have left. */
        readonly attendeeIds: readonly string[];
        readonly reason: string | null;
      };
    }
  | { readonly kind: 'CHANGE_UNDONE'; readonly data: Undone };

interface AgainstRules {
  /** Rules of the event type that were set aside; left out: none stood in the way. */
  readonly waiver?: Waiver;
}

/** Who and what was chosen when its time was taken, where that came later than the booking, or anew. */
type Assigned = Partial<Pick<BookingState, 'hostIds' | 'resourceIds' | 'title'>>;

interface Waiting {
  readonly status: BookingStatus;
  readonly expiresAt: number | null;
}

interface Ending {
  readonly status: BookingStatus;
  readonly reason: string | null;
}

interface Update extends Partial<Pick<BookingState, 'location' | 'guests' | 'title'>> {
  readonly status: BookingStatus;
  readonly reason: string | null;
  /** Whom one attendee brings along from now on; with it `guests` are everybody's. */
  readonly guestsOf?: { readonly attendeeId: string; readonly guests: readonly string[] };
}

interface NewHosts {
  readonly status: BookingStatus;
  readonly hostIds: readonly string[];
  readonly title: string;
  readonly reason: string | null;
}

interface NoShow {
  readonly status: BookingStatus;
  /** Whether they did not come, by the ids of attendees and of hosts. Who is not named stays as they were. */
  readonly attendees: Readonly<Record<string, boolean>>;
  readonly hosts: Readonly<Record<string, boolean>>;
}

/** What the booking is again, as before the change that is taken back. */
interface Undone
  extends Partial<
    Pick<
      BookingState,
      | 'startsAt'
      | 'endsAt'
      | 'wallTime'
      | 'hostIds'
      | 'resourceIds'
      | 'title'
      | 'cancellationReason'
      | 'expiresAt'
    >
  > {
  readonly status: BookingStatus;
  /** The version that the undone change made. */
  readonly undoneVersion: number;
}

interface NewAttendee extends AgainstRules {
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

interface Reschedule extends Assigned, AgainstRules {
  readonly status: BookingStatus;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly wallTime?: WallTime | null;
  readonly expiresAt?: number | null;
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

function withGuests(
  attendees: BookingState['attendees'],
  { attendeeId, guests }: NonNullable<Update['guestsOf']>,
): BookingState['attendees'] {
  return attendees.map(attendee => (attendee.id === attendeeId ? { ...attendee, guests } : attendee));
}

function withNoShow(state: BookingState, { status, attendees, hosts }: NoShow): BookingState {
  const missing = new Set(state.noShowHostIds);
  for (const [id, isMissing] of Object.entries(hosts)) isMissing ? missing.add(id) : missing.delete(id);
  return {
    ...state,
    status,
    noShowHostIds: state.hostIds.filter(id => missing.has(id)),
    attendees: state.attendees.map(attendee => ({
      ...attendee,
      noShow: attendees[attendee.id] ?? attendee.noShow,
    })),
  };
}

/** The booking after one more event. The only place that knows what events mean. */
export function applyEvent(state: BookingState | null, event: BookingEvent): BookingState {
  const { version, occurredAt } = event;
  if (event.kind === 'CREATED') {
    const times = { createdAt: occurredAt, updatedAt: occurredAt };
    const { waiver: _, ...data } = event.data;
    const { wallTime = null, noShowHostIds = [], resourceIds = [], expiresAt = null } = data;
    const { seriesId = null, seriesPosition = null, offeredHostIds = [] } = data;
    const origin = { seriesId, seriesPosition, offeredHostIds };
    const later = { wallTime, noShowHostIds, resourceIds, expiresAt, ...origin };
    return { ...data, ...times, ...later, id: event.bookingId, version };
  }
  if (!state) throw new Error(`The events of ${event.bookingId} begin with ${event.kind}.`);
  const changed = { ...state, version, updatedAt: occurredAt };
  switch (event.kind) {
    case 'ATTENDEE_ADDED':
      return withAttendee(changed, event.data);
    case 'ATTENDEE_REMOVED':
      return withoutAttendee(changed, event.data);
    case 'NO_SHOW_MARKED':
      return withNoShow(changed, event.data);
    case 'RESCHEDULED': {
      const { reason: _, waiver: _waiver, ...moved } = event.data;
      const { hostIds = state.hostIds } = moved;
      const noShowHostIds = state.noShowHostIds.filter(id => hostIds.includes(id));
      return { ...changed, wallTime: null, ...moved, noShowHostIds };
    }
    case 'CANCELLED':
    case 'DECLINED': {
      const { status, reason } = event.data;
      return { ...changed, status, cancellationReason: reason, expiresAt: null };
    }
    case 'UPDATED': {
      const { reason: _, guestsOf, ...update } = event.data;
      const attendees = guestsOf ? withGuests(state.attendees, guestsOf) : state.attendees;
      return { ...changed, ...update, attendees };
    }
    case 'HOSTS_CHANGED': {
      const { status, hostIds, title } = event.data;
      const noShowHostIds = state.noShowHostIds.filter(id => hostIds.includes(id));
      return { ...changed, status, hostIds, title, noShowHostIds };
    }
    case 'PERSON_ERASED':
      return changed;
    case 'CHANGE_UNDONE': {
      const { undoneVersion: _, ...restored } = event.data;
      return { ...changed, ...restored };
    }
    default: {
      const { waiver: _, ...data } = event.data as typeof event.data & AgainstRules;
      return { ...changed, expiresAt: null, ...data };
    }
  }
}

/** The booking after all its events, oldest first; `null` for none. */
export function foldEvents(events: readonly BookingEvent[]): BookingState | null {
  return events.reduce<BookingState | null>(applyEvent, null);
}
