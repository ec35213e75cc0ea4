import type { NewEvent } from '#platform/transaction.ts';
import type { EventName, EventTypeChange } from '../../../schema/events.ts';

/** News of rules that changed, for whoever keeps slots up to date: of one event type, or of all of an owner. */
export function eventTypeChanged(
  organizationId: string,
  ownerId: string,
  eventType: { id: string; version: number } | null,
): NewEvent {
  const payload: EventTypeChange = { eventTypeId: eventType?.id ?? null, ownerId };
  return {
    name: 'event_type.changed' satisfies EventName,
    aggregateType: 'event_type',
    aggregateId: eventType?.id ?? ownerId,
    // An owner's limits have no version of their own.
    version: eventType?.version ?? 0,
    payload,
    audience: [],
    organizationId,
  };
}
