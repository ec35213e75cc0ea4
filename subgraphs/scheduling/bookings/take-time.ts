import { type RawBuilder, sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import type { BookingState } from '../domain/booking.ts';
import type { SlotRules } from '../domain/event-type.ts';
import type { Interval } from '../domain/interval.ts';
import { MINUTE_MS } from '../domain/zone.ts';

/** What a meeting takes of its hosts' time: itself and its buffers. */
export function claimedTime(
  meeting: Interval,
  rules: Pick<SlotRules, 'bufferBefore' | 'bufferAfter'>,
): Interval {
  return {
    start: meeting.start - rules.bufferBefore * MINUTE_MS,
    end: meeting.end + rules.bufferAfter * MINUTE_MS,
  };
}

const range = ({ start, end }: Interval) => sql`tstzrange(${new Date(start)}, ${new Date(end)})`;

interface Claim {
  organizationId: string;
  bookingId: string;
  hostIds: readonly string[];
  /** The rooms and equipment that it takes too. */
  resourceIds?: readonly string[];
  during: Interval;
}

export function takeTime({ organizationId, bookingId, hostIds, resourceIds = [], during }: Claim) {
  const claimants = [...hostIds, ...resourceIds].map(uuidOf);
  return sql`insert into claims (organization_id, claimant_id, during, source, booking_id)
    select ${uuidOf(organizationId)}::uuid, claimant, ${range(during)}, 'BOOKING', ${uuidOf(bookingId)}::uuid
    from unnest(${claimants}::uuid[]) as claimant`;
}

/** An update, not a delete and an insert: the constraint then never sees the old and the new time together. */
export function moveTime(bookingId: string, during: Interval) {
  return sql`update claims set during = ${range(during)} where booking_id = ${uuidOf(bookingId)}::uuid`;
}

/** The same where a booking takes other rooms then: no row is both moved and given up. */
export function moveElsewhere(
  { id, organizationId, resourceIds }: BookingState,
  nextIds: readonly string[],
  during: Interval,
): RawBuilder<unknown>[] {
  const gone = resourceIds.filter(resourceId => !nextIds.includes(resourceId));
  const taken = nextIds.filter(resourceId => !resourceIds.includes(resourceId));
  const given = gone.map(uuidOf);
  return [
    sql`delete from claims where booking_id = ${uuidOf(id)}::uuid and claimant_id = any(${given}::uuid[])`,
    sql`update claims set during = ${range(during)}
      where booking_id = ${uuidOf(id)}::uuid and claimant_id <> all(${given}::uuid[])`,
    takeTime({ organizationId, bookingId: id, hostIds: [], resourceIds: taken, during }),
  ];
}

export function freeTime(bookingId: string) {
  return sql`delete from claims where booking_id = ${uuidOf(bookingId)}::uuid`;
}
