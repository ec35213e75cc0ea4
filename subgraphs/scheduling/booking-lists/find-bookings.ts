import { requireId } from '#platform/ids.ts';
import {
  type ConnectionShape,
  decodeKeyset,
  encodeKeyset,
  pageSize,
  toConnection,
} from '#platform/pagination.ts';
import type { BookingRow } from '../bookings/booking.entity.ts';
import type { SchedulingContext } from '../context.ts';
import { conditionsOf } from './booking-conditions.ts';
import type { BookingFilter, BookingsArgs } from './booking-list.graphql.ts';
import { visibleBookings } from './visible-bookings.ts';

const columns = {
  STARTS_AT: 'startsAt',
  ENDS_AT: 'endsAt',
  CREATED_AT: 'createdAt',
  UPDATED_AT: 'updatedAt',
} as const;

function matching(ctx: SchedulingContext, filter: BookingFilter) {
  return conditionsOf(filter).reduce(
    (query, condition) => query.where(condition),
    visibleBookings(ctx.em, ctx.viewer),
  );
}

function orderOf({ orderBy }: BookingsArgs) {
  const direction = orderBy?.direction === 'DESC' ? ('desc' as const) : ('asc' as const);
  return { column: columns[orderBy?.field ?? 'STARTS_AT'], direction };
}

/** What a page is read with: one row more than it shows. */
export function bookingPage(ctx: SchedulingContext, args: BookingsArgs) {
  const { column, direction } = orderOf(args);
  const page = matching(ctx, args.filter ?? {})
    .selectAll()
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(pageSize(args.first) + 1);
  if (args.after == null) return page;
  const [instant, id] = decodeKeyset(args.after, ['number', 'string']);
  const [at, lastId] = [new Date(Number(instant)), requireId('bkg', String(id), 'after')];
  const behind = direction === 'asc' ? '>' : '<';
  return page.where(db =>
    db.or([db(column, behind, at), db.and([db(column, '=', at), db('id', behind, lastId)])]),
  );
}

/** A page of the bookings that the viewer may see. */
export async function findBookings(
  ctx: SchedulingContext,
  args: BookingsArgs,
): Promise<ConnectionShape<BookingRow>> {
  const { column } = orderOf(args);
  return toConnection({
    items: await bookingPage(ctx, args).execute(),
    size: pageSize(args.first),
    after: args.after,
    cursorOf: booking => encodeKeyset([booking[column].getTime(), booking.id]),
    countAll: async () => {
      const counted = await matching(ctx, args.filter ?? {})
        .select(db => db.fn.countAll<number>().as('count'))
        .executeTakeFirst();
      return Number(counted?.count ?? 0);
    },
  });
}
