/**
 * The domain events: the only TypeScript that two subgraphs share. An event carries what its listeners need,
 * so that none of them has to call back. Fields are added, never renamed or removed; instants are RFC 3339 in UTC.
 */

import type {
  ApiKeyEnd,
  AttributeDeletion,
  MemberAttributesChange,
  SecondFactorChange,
  SessionEnd,
  SessionStart,
  SignInRefusal,
} from './identity-events.ts';
import type { RoutingFormChange, RoutingFormSubmission } from './routing-form-events.ts';

/** A user as others may know them. Key of the copies that other subgraphs keep. */
export interface UserSnapshot {
  id: string;
  organizationId: string;
  handle: string;
  name: string;
  /** IANA name or alias. */
  timeZone: string;
}

export interface TeamSnapshot {
  id: string;
  organizationId: string;
  handle: string;
  name: string;
}

type MemberRole = 'OWNER' | 'ADMIN' | 'MEMBER';

export interface MembershipSnapshot {
  id: string;
  organizationId: string;
  teamId: string;
  userId: string;
  role: MemberRole;
}

/** There is nobody behind the id any more. */
export interface UserDeletion {
  id: string;
  organizationId: string;
}

export interface TeamDeletion {
  id: string;
  organizationId: string;
}

export interface AttendeeSnapshot {
  id: string;
  name: string;
  email: string;
  timeZone: string;
  locale: string | null;
  noShow: boolean;
  answers: { slug: string; value: unknown }[];
  /** Whom they bring along; events of before seats could be shared have none. */
  guests?: string[];
}

/** The start of a booking as it was agreed. */
export interface WallTimeSnapshot {
  /** `YYYY-MM-DDTHH:MM:SS` on the clocks of the zone. */
  startsAt: string;
  timeZone: string;
  tzdbVersion: string;
}

/** A booking as it stood right after an event. */
export interface BookingSnapshot {
  id: string;
  organizationId: string;
  eventTypeId: string;
  /** The user or team whose event type it is. */
  ownerId: string;
  status: string;
  title: string;
  startsAt: string;
  endsAt: string;
  /** Events of before it was kept have none. */
  wallTime?: WallTimeSnapshot | null;
  hostIds: string[];
  /** Hosts who did not come; events of before it was kept have none. */
  noShowHostIds?: string[];
  /** The rooms and equipment that it takes; events of before it was kept have none. */
  resourceIds?: string[];
  attendees: AttendeeSnapshot[];
  guests: string[];
  location: { kind: string; label: string } | null;
  cancellationReason: string | null;
  /** Until when somebody has to pay, confirm or submit it. */
  expiresAt?: string | null;
  /** The series that it belongs to, and its place there; events of before there were series have none. */
  seriesId?: string | null;
  seriesPosition?: number | null;
  /** Of a meeting at once: the users who can accept it, or could. */
  offeredHostIds?: string[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface BookingChange {
  booking: BookingSnapshot;
  /** Where the booking was before it moved. */
  previous: { startsAt: string; endsAt: string } | null;
  reason: string | null;
  /** Who took or gave up a seat; only there where somebody did. */
  attendee?: AttendeeSnapshot;
  /** Rooms and equipment that the booking does not take any more; only there where it took others before. */
  freedResourceIds?: string[];
}

/** A user's hours, travel or absences are other ones now: whoever shows their slots computes them again. */
export interface AvailabilityChange {
  userId: string;
}

/** Rules of event types changed, so that other slots may be free now. */
export interface EventTypeChange {
  /** `null`: any event type of the owner. */
  eventTypeId: string | null;
  ownerId: string;
}

/** Scheduling knows by now what identity told of a user or team. */
export interface OwnerChange {
  ownerId: string;
}

/** A slot that somebody keeps to themself for some minutes, or no longer. */
export interface HoldChange {
  hold: {
    id: string;
    eventTypeId: string;
    /** The user or team whose event type it is. */
    ownerId: string;
    hostIds: string[];
    startsAt: string;
    endsAt: string;
    expiresAt: string;
  };
}

interface EventPayloads {
  'user.created': UserSnapshot;
  'user.updated': UserSnapshot;
  /** The address is told to nobody: listeners are shown what changed, not what it is. */
  'user.email_changed': UserSnapshot;
  'user.deleted': UserDeletion;
  'team.deleted': TeamDeletion;
  'team.created': TeamSnapshot;
  'team.updated': TeamSnapshot;
  'membership.created': MembershipSnapshot;
  'membership.updated': MembershipSnapshot;
  'membership.deleted': MembershipSnapshot;
  'session.created': SessionStart;
  'session.revoked': SessionEnd;
  'api_key.revoked': ApiKeyEnd;
  /** Written by the table of tokens itself. */
  'access_token.revoked': { accessTokenId: string };
  'sign_in.refused': SignInRefusal;
  'second_factor.enabled': SecondFactorChange;
  'second_factor.disabled': SecondFactorChange;
  'member.attributes_changed': MemberAttributesChange;
  'attribute.deleted': AttributeDeletion;
  'availability.changed': AvailabilityChange;
  'booking.created': BookingChange;
  'booking.attendee_added': BookingChange;
  'booking.attendee_removed': BookingChange;
  'booking.rescheduled': BookingChange;
  'booking.cancelled': BookingChange;
  'booking.submitted': BookingChange;
  'booking.paid': BookingChange;
  'booking.payment_failed': BookingChange;
  'booking.payment_retried': BookingChange;
  'booking.confirmed': BookingChange;
  'booking.declined': BookingChange;
  'booking.expired': BookingChange;
  'booking.completed': BookingChange;
  'booking.updated': BookingChange;
  'booking.hosts_changed': BookingChange;
  'booking.no_show_marked': BookingChange;
  'booking.change_undone': BookingChange;
  /** Every copy of what was told of the booking's people before has to go: this one says what is left. */
  'booking.person_erased': BookingChange;
  'event_type.changed': EventTypeChange;
  'owner.updated': OwnerChange;
  'routing_form.changed': RoutingFormChange;
  'routing_form.submitted': RoutingFormSubmission;
  'hold.created': HoldChange;
  'hold.expired': HoldChange;
  'hold.released': HoldChange;
  'hold.consumed': HoldChange;
}

export type EventName = keyof EventPayloads;

/** What of it partners and dashboards are told, as the graph spells it. */
export const eventKindDescriptions = {
  BOOKING_CREATED: 'A guest booked.',
  BOOKING_ATTENDEE_ADDED: 'Another guest took a seat in the booking.',
  BOOKING_ATTENDEE_REMOVED: 'A guest gave up their seat; the booking takes place for the others.',
  BOOKING_RESCHEDULED: 'The booking moved to another time.',
  BOOKING_CANCELLED: 'The booking will not take place.',
  BOOKING_SUBMITTED: 'A draft was submitted: it is booked, or waits for payment or confirmation.',
  BOOKING_PAID: 'The guest paid: the booking takes place.',
  BOOKING_PAYMENT_FAILED: 'The payment did not go through; the guest can try again.',
  BOOKING_PAYMENT_RETRIED: 'The guest pays again.',
  BOOKING_CONFIRMED: 'The host agreed: the booking takes place.',
  BOOKING_DECLINED: 'The host did not agree: the booking will not take place.',
  BOOKING_EXPIRED: 'Nobody paid, confirmed or submitted it in time: the booking will not take place.',
  BOOKING_COMPLETED: 'The booking took place.',
  BOOKING_UPDATED: 'The location or the people who come along are other ones.',
  BOOKING_HOSTS_CHANGED: 'Somebody else hosts the booking.',
  BOOKING_NO_SHOW_MARKED: 'It was noted who did not come, or that they did.',
  BOOKING_CHANGE_UNDONE: 'The last change was taken back.',
  BOOKING_PERSON_ERASED:
    'The data of somebody in the booking was erased: erase your copies, too, and read the booking again.',
} as const;

export type EventKindName = keyof typeof eventKindDescriptions;

/** `booking.created` is `BOOKING_CREATED` in the graph. */
export function eventKindOf(name: string): EventKindName {
  return name.toUpperCase().replace('.', '_') as EventKindName;
}

type Consumer = 'scheduling' | 'integrations';

/** Who is told. A subgraph that starts to listen is added here and gets the events from then on. */
const consumers: Record<EventName, readonly Consumer[]> = {
  'user.created': ['scheduling'],
  'user.updated': ['scheduling'],
  'user.email_changed': [],
  'user.deleted': ['scheduling', 'integrations'],
  'team.deleted': ['scheduling'],
  'team.created': ['scheduling'],
  'team.updated': ['scheduling'],
  'membership.created': ['scheduling'],
  'membership.updated': ['scheduling'],
  'membership.deleted': ['scheduling'],
  'session.created': [],
  'session.revoked': [],
  'api_key.revoked': [],
  'access_token.revoked': [],
  'sign_in.refused': [],
  'second_factor.enabled': [],
  'second_factor.disabled': [],
  'member.attributes_changed': [],
  'attribute.deleted': [],
  'availability.changed': [],
  'booking.created': ['integrations'],
  'booking.attendee_added': ['integrations'],
  'booking.attendee_removed': ['integrations'],
  'booking.rescheduled': ['integrations'],
  'booking.cancelled': ['integrations'],
  'booking.submitted': ['integrations'],
  'booking.paid': ['integrations'],
  'booking.payment_failed': ['integrations'],
  'booking.payment_retried': ['integrations'],
  'booking.confirmed': ['integrations'],
  'booking.declined': ['integrations'],
  'booking.expired': ['integrations'],
  'booking.completed': ['integrations'],
  'booking.updated': ['integrations'],
  'booking.hosts_changed': ['integrations'],
  'booking.no_show_marked': ['integrations'],
  'booking.change_undone': ['integrations'],
  'booking.person_erased': ['integrations'],
  'event_type.changed': [],
  'owner.updated': [],
  'routing_form.changed': [],
  'routing_form.submitted': [],
  'hold.created': [],
  'hold.expired': [],
  'hold.released': [],
  'hold.consumed': [],
};

export function consumersOf(name: string): readonly Consumer[] {
  return consumers[name as EventName] ?? [];
}
