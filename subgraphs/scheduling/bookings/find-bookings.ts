import { sql } from 'kysely';
import { requireId } from '#platform/ids.ts';
import {
  type ConnectionShape,
  decodeKeyset,
  encodeKeyset,
  pageSize,
  toConnection,
} from '#platform/pagination.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingRow } from './booking.entity.ts';
import type { BookingFilter, BookingsArgs } from './booking-list.graphql.ts';
import { hostedBy, visibleBookings } from './visible-bookings.ts';

const columns = { STARTS_AT: 'startsAt', CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt' } as const;

function ids(prefix: string, list: readonly string[], field: string): string[] {
  return list.map(id => requireId(prefix, id, `filter.${field}`));
}

function attendedBy(email: string) {
  return sql<boolean>`exists (
    select 1 from attendees a
    where a.booking_id = ${sql.ref('Booking.id')} and lower(a.email) = ${email.toLowerCase()}
  )`;
}

function filtered(ctx: SchedulingContext, filter: BookingFilter) {
  let query = visibleBookings(ctx.em, ctx.viewer);
  if (filter.statuses) query = query.where('status', 'in', filter.statuses);
  if (filter.teamIds) query = query.where('ownerId', 'in', ids('team', filter.teamIds, 'teamIds'));
  if (filter.eventTypeIds)
    query = query.where('eventTypeId', 'in', ids('etp', filter.eventTypeIds, 'eventTypeIds'));
  if (filter.seriesIds) query = query.where('seriesId', 'in', ids('ser', filter.seriesIds, 'seriesIds'));
  if (filter.startsFrom) query = query.where('startsAt', '>=', filter.startsFrom);
  if (filter.startsBefore) query = query.where('startsAt', '<', filter.startsBefore);
  if (filter.updatedSince) query = query.where('updatedAt', '>=', filter.updatedSince);
  if (filter.hostIds) query = query.where(hostedBy(ids('usr', filter.hostIds, 'hostIds')));
  if (filter.attendeeEmail) query = query.where(attendedBy(filter.attendeeEmail));
  return query;
}

/** A page of the bookings that the viewer may see. */
export async function findBookings(
  ctx: SchedulingContext,
  args: BookingsArgs,
): Promise<ConnectionShape<BookingRow>> {
  const size = pageSize(args.first);
  const column = columns[args.orderBy?.field ?? 'STARTS_AT'];
  const direction = args.orderBy?.direction === 'DESC' ? 'desc' : 'asc';
  const matching = filtered(ctx, args.filter ?? {});
  let page = matching
    .selectAll()
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(size + 1);
  if (args.after != null) {
    const [instant, id] = decodeKeyset(args.after, ['number', 'string']);
    const [at, lastId] = [new Date(Number(instant)), requireId('bkg', String(id), 'after')];
    const behind = direction === 'asc' ? '>' : '<';
    page = page.where(db =>
      db.or([db(column, behind, at), db.and([db(column, '=', at), db('id', behind, lastId)])]),
    );
  }
  return toConnection({
    items: await page.execute(),
    size,
    after: args.after,
    cursorOf: booking => encodeKeyset([booking[column].getTime(), booking.id]),
    countAll: async () => {
      const counted = await matching.select(db => db.fn.countAll<number>().as('count')).executeTakeFirst();
      return Number(counted?.count ?? 0);
    },
  });
}
