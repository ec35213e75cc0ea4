import type { NewEvent } from '#platform/transaction.ts';
import type { EventName, HoldChange } from '../../../schema/events.ts';
import type { HoldRow } from './hold-token.ts';

type HoldEventName = Extract<EventName, `hold.${string}`>;

/** News of a slot that is kept, or no longer. Who keeps it is nobody's business. */
export function holdEvent(name: HoldEventName, hold: Omit<HoldRow, 'placeIds'>): NewEvent {
  const iso = (instant: number) => new Date(instant).toISOString();
  const { id, eventTypeId, ownerId, hostIds, startsAt, endsAt, expiresAt } = hold;
  const payload: HoldChange = {
    hold: {
      id,
      eventTypeId,
      ownerId,
      hostIds,
      startsAt: iso(startsAt),
      endsAt: iso(endsAt),
      expiresAt: iso(expiresAt),
    },
  };
  return {
    name,
    aggregateType: 'hold',
    aggregateId: id,
    version: hold.extensions + (name === 'hold.created' ? 1 : 2),
    payload,
    audience: [],
    organizationId: hold.organizationId,
  };
}
