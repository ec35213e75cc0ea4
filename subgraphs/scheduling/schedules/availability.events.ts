import type { NewEvent } from '#platform/transaction.ts';
import type { AvailabilityChange } from '../../../schema/events.ts';

/** Tells that slots of a user may be other ones now. */
export function availabilityChanged({
  userId,
  organizationId,
}: {
  userId: string;
  organizationId: string;
}): NewEvent {
  const payload: AvailabilityChange = { userId };
  return {
    name: 'availability.changed',
    aggregateType: 'user',
    aggregateId: userId,
    // Nobody keeps a copy that an older event could spoil: whoever hears it reads again.
    version: 0,
    payload,
    audience: [],
    organizationId,
  };
}
