import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
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

export const range = ({ start, end }: Interval) => sql`tstzrange(${new Date(start)}, ${new Date(end)})`;

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

/** What was held becomes the booking's; the constraint sees no moment at which it is anybody else's. */
export function takeOver(holdId: string, bookingId: string) {
  return sql`update claims set source = 'BOOKING', booking_id = ${uuidOf(bookingId)}::uuid, hold_id = null, expires_at = null
    where hold_id = ${uuidOf(holdId)}::uuid`;
}

export function freeHeld(holdId: string) {
  return sql`delete from claims where hold_id = ${uuidOf(holdId)}::uuid`;
}

export function freeTime(bookingId: string) {
  return sql`delete from claims where booking_id = ${uuidOf(bookingId)}::uuid`;
}

interface HostsOfClaims {
  bookingId: string;
  before: readonly string[];
  after: readonly string[];
}

/**
 * Hands a booking's time from hosts who leave to hosts who come. A booking that takes no time yet takes none then.
 * No person's row is written twice: the order of the steps does not matter.
 */
export function handTimeOver({ bookingId, before, after }: HostsOfClaims) {
  const id = sql`${uuidOf(bookingId)}::uuid`;
  const gone = before.filter(host => !after.includes(host)).map(uuidOf);
  const come = after.filter(host => !before.includes(host)).map(uuidOf);
  return [
    sql`delete from claims where booking_id = ${id} and claimant_id = any(${gone}::uuid[])`,
    sql`insert into claims (organization_id, claimant_id, during, source, booking_id, is_blocking)
      select c.organization_id, host, c.during, c.source, c.booking_id, c.is_blocking
      from unnest(${come}::uuid[]) as host, (
        select * from claims where booking_id = ${id} and claimant_id = any(${before.map(uuidOf)}::uuid[]) limit 1
      ) c`,
  ];
}

/** Before several bookings move at once: one may go where another still is. In the same transaction each takes its time again. */
export function suspendTime(bookingIds: readonly string[]) {
  return sql`update claims set is_blocking = false
    where booking_id = any(${bookingIds.map(uuidOf)}::uuid[]) and is_blocking`;
}

/** Brings what a booking has taken to these claimants and this time, whatever it was. Of nobody both is seen together. */
export function retakeTime({ organizationId, bookingId, hostIds, resourceIds = [], during }: Claim) {
  const booking = sql`${uuidOf(bookingId)}::uuid`;
  const claimants = sql`${[...hostIds, ...resourceIds].map(uuidOf)}::uuid[]`;
  return [
    sql`delete from claims where booking_id = ${booking} and claimant_id <> all(${claimants})`,
    sql`update claims set during = ${range(during)}, is_blocking = true
      where booking_id = ${booking} and claimant_id = any(${claimants})`,
    sql`insert into claims (organization_id, claimant_id, during, source, booking_id)
      select ${uuidOf(organizationId)}::uuid, claimant, ${range(during)}, 'BOOKING', ${booking}
      from unnest(${claimants}) as claimant
      where not exists (select 1 from claims c where c.booking_id = ${booking} and c.claimant_id = claimant)`,
  ];
}
