import type { LoggedEvent } from '#platform/event-log.ts';
import { requireId } from '#platform/ids.ts';
import { type BookingChange, eventKindOf } from '../../../schema/events.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingChangeFilter } from './booking-change.graphql.ts';

export interface BookingChangesArgs {
  filter?: BookingChangeFilter | null;
  after?: string | null;
}

function idSet(prefix: string, ids: readonly string[] | null | undefined, field: string): Set<string> | null {
  return ids ? new Set(ids.map(id => requireId(prefix, id, `filter.${field}`))) : null;
}

/** The changes of bookings that the viewer may see, from a cursor or from now on. */
export function watchBookings(ctx: SchedulingContext, { filter, after }: BookingChangesArgs) {
  const hosts = idSet('usr', filter?.hostIds, 'hostIds');
  const teams = idSet('team', filter?.teamIds, 'teamIds');
  const eventTypes = idSet('etp', filter?.eventTypeIds, 'eventTypeIds');
  const bookings = idSet('bkg', filter?.bookingIds, 'bookingIds');
  const kinds = filter?.kinds ? new Set<string>(filter.kinds) : null;
  const accepts = (event: LoggedEvent) => {
    if (event.aggregateType !== 'booking' || !event.audience.includes(ctx.viewer.id)) return false;
    const { booking } = event.payload as BookingChange;
    return (
      (!kinds || kinds.has(eventKindOf(event.name))) &&
      (!bookings || bookings.has(booking.id)) &&
      (!eventTypes || eventTypes.has(booking.eventTypeId)) &&
      (!teams || teams.has(booking.ownerId)) &&
      (!hosts || booking.hostIds.some(id => hosts.has(id)))
    );
  };
  return ctx.eventLog.subscribe({ after, accepts });
}
