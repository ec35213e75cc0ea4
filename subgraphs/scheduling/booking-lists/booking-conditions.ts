import { type RawBuilder, sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { requireId, uuidOf } from '#platform/ids.ts';
import type { BookingFilter } from './booking-list.graphql.ts';

/** Longer lists are rather several requests, or no filter. */
const MAX_ITEMS = 100;
const MAX_NAME_LENGTH = 200;

type Condition = RawBuilder<boolean>;

const bookingId = sql.ref('Booking.id');

function list<T>(items: readonly T[], field: string): readonly T[] {
  if (items.length <= MAX_ITEMS) return items;
  throw badInput(`filter.${field}`, `\`filter.${field}\` has up to ${MAX_ITEMS} items.`, { max: MAX_ITEMS });
}

function uuids(prefix: string, ids: readonly string[], field: string): string[] {
  return list(ids, field).map(id => uuidOf(requireId(prefix, id, `filter.${field}`)));
}

/** Each word of the search is the beginning of a word of the name, in any order: an index answers that. */
function wordsOf(name: string): string {
  const words = name.length <= MAX_NAME_LENGTH ? (name.match(/[\p{L}\p{N}]+/gu) ?? []) : [];
  if (words.length > 0) return words.map(word => `${word}:*`).join(' & ');
  throw badInput('filter.attendeeName', '`filter.attendeeName` must have letters or digits, up to 200.');
}

const among = (query: RawBuilder<unknown>): Condition => sql`${bookingId} in (${query})`;

const hasNoShow = sql`select a.booking_id from attendees a where a.no_show
  union all select h.booking_id from booking_hosts h where h.no_show`;

/** What a value of each filter asks of a booking. */
const conditions: {
  [Field in keyof Required<BookingFilter>]: (value: NonNullable<BookingFilter[Field]>) => Condition;
} = {
  ids: ids => sql`${bookingId} = any(${uuids('bkg', ids, 'ids')}::uuid[])`,
  statuses: statuses => sql`${sql.ref('Booking.status')} = any(${[...list(statuses, 'statuses')]})`,
  hostIds: ids =>
    among(
      sql`select h.booking_id from booking_hosts h where h.user_id = any(${uuids('usr', ids, 'hostIds')}::uuid[])`,
    ),
  teamIds: ids => {
    for (const id of list(ids, 'teamIds')) requireId('team', id, 'filter.teamIds');
    return sql`${sql.ref('Booking.ownerId')} = any(${[...ids]})`;
  },
  eventTypeIds: ids =>
    sql`${sql.ref('Booking.eventTypeId')} = any(${uuids('etp', ids, 'eventTypeIds')}::uuid[])`,
  seriesIds: ids => sql`${sql.ref('Booking.seriesId')} = any(${uuids('ser', ids, 'seriesIds')}::uuid[])`,
  resourceIds: ids =>
    among(
      sql`select r.booking_id from booking_resources r where r.resource_id = any(${uuids('res', ids, 'resourceIds')}::uuid[])`,
    ),
  attendeeEmail: email =>
    among(sql`select a.booking_id from attendees a where lower(a.email) = ${email.toLowerCase()}`),
  attendeeName: name =>
    among(
      sql`select a.booking_id from attendees a where words_of(a.name) @@ to_tsquery('simple', ${wordsOf(name)})`,
    ),
  noShow: isMissing => (isMissing ? among(hasNoShow) : sql`${bookingId} not in (${hasNoShow})`),
  startsFrom: at => sql`${sql.ref('Booking.startsAt')} >= ${at}`,
  startsBefore: at => sql`${sql.ref('Booking.startsAt')} < ${at}`,
  endsAfter: at => sql`${sql.ref('Booking.endsAt')} > ${at}`,
  endsBy: at => sql`${sql.ref('Booking.endsAt')} <= ${at}`,
  createdFrom: at => sql`${sql.ref('Booking.createdAt')} >= ${at}`,
  createdBefore: at => sql`${sql.ref('Booking.createdAt')} < ${at}`,
  updatedSince: at => sql`${sql.ref('Booking.updatedAt')} >= ${at}`,
  updatedBefore: at => sql`${sql.ref('Booking.updatedAt')} < ${at}`,
};

/** All that a filter asks; of a list any item, so that of an empty one nothing fits. */
export function conditionsOf(filter: BookingFilter): Condition[] {
  const fields = Object.keys(conditions) as (keyof BookingFilter)[];
  return fields.flatMap(field => {
    const value = filter[field];
    // Each condition takes what its own field holds.
    return value == null ? [] : [(conditions[field] as (given: unknown) => Condition)(value)];
  });
}
