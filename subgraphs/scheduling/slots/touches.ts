import type { DomainEvent } from '#platform/outbox.ts';

/** What a list of slots was made from, as far as events can be about it. */
export interface SlotSources {
  readonly eventTypeId: string;
  /** The user or team whose event type it is. */
  readonly ownerId: string;
  /** Everybody whose hours, absences or taken time decide: hosts, who stands in for them, whose hours restrict. */
  readonly userIds: ReadonlySet<string>;
  /** Rooms and equipment of which they take some. */
  readonly resourceIds: ReadonlySet<string>;
  /** Whether a limit counts the bookings of all event types of the owner. */
  readonly countsForOwner: boolean;
}

/** The fields of payloads that say what an event is about; each kind has some of them. */
interface Subject {
  eventTypeId?: string | null;
  ownerId?: string;
  hostIds?: readonly string[];
  resourceIds?: readonly string[];
  userId?: string;
}

/**
 * Whether an event can have changed the slots. Yes for some that did not: then they are computed once in vain.
 * No for events of a kind that nobody taught it.
 */
export function touches(
  { name, payload }: Pick<DomainEvent, 'name' | 'payload'>,
  from: SlotSources,
): boolean {
  const [noun] = name.split('.');
  const given = payload as Subject & {
    booking?: Subject;
    hold?: Subject;
    freedResourceIds?: readonly string[];
  };
  const subject = given.booking ?? given.hold ?? given;
  const { eventTypeId, ownerId = '', hostIds = [], resourceIds = [], userId = '' } = subject;
  const isSameType = eventTypeId === from.eventTypeId;
  switch (noun) {
    case 'booking':
    case 'hold':
      return (
        isSameType ||
        (from.countsForOwner && ownerId === from.ownerId) ||
        hostIds.some(hostId => from.userIds.has(hostId)) ||
        [...resourceIds, ...(given.freedResourceIds ?? [])].some(id => from.resourceIds.has(id))
      );
    case 'availability':
    case 'busy':
      return from.userIds.has(userId);
    case 'event_type':
      // Without an event type it is about all of the owner's, or about the owner as a host.
      return isSameType || (!eventTypeId && (ownerId === from.ownerId || from.userIds.has(ownerId)));
    default:
      return false;
  }
}
