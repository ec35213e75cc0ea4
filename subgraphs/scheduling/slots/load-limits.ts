import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { activeStatuses } from '../domain/booking-state.ts';
import type { Interval } from '../domain/interval.ts';
import { countedSpan, type Limit, type LimitFacts } from '../domain/limits.ts';
import { peopleOf } from '../domain/people.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import type { LoadedHosts, Span } from './load-hosts.ts';

/** A limit, and whose bookings count towards it. */
interface Counted {
  limit: Limit;
  timeZone: string;
  subject: { eventTypeId: string } | { ownerId: string } | { hostId: string } | { email: string };
  /** The host whose slots it closes; `null`: everybody's. */
  hostId: string | null;
}

/** The limits that a slot has to stay within, before anything was counted. */
export type LimitPlan = readonly Counted[];

interface PlanQuestion {
  eventType: EventTypeRow;
  hosts: LoadedHosts;
  /** The guest's address; without one, limits of guests are not checked. */
  bookerEmail?: string | undefined;
}

export function planLimits({ eventType, hosts: loaded, bookerEmail }: PlanQuestion): LimitPlan {
  const { hosts, timeZone, ownerLimits, limitsByUser } = loaded;
  const plan: Counted[] = [];
  for (const limit of [...eventType.limits, ...ownerLimits.filter(({ scope }) => scope === 'OWNER')]) {
    if (limit.scope === 'EVENT_TYPE')
      plan.push({ limit, timeZone, subject: { eventTypeId: eventType.id }, hostId: null });
    if (limit.scope === 'OWNER')
      plan.push({ limit, timeZone, subject: { ownerId: eventType.ownerId }, hostId: null });
    if (limit.scope === 'BOOKER' && bookerEmail)
      plan.push({ limit, timeZone, subject: { email: bookerEmail }, hostId: null });
  }
  for (const [hostId, host] of peopleOf(hosts)) {
    for (const limit of [...eventType.limits, ...(limitsByUser.get(hostId) ?? [])]) {
      if (limit.scope === 'HOST')
        plan.push({ limit, timeZone: host.schedule.timeZone, subject: { hostId }, hostId });
    }
  }
  return plan;
}

interface BookingRow {
  id: string;
  starts_at: number;
  ends_at: number;
  event_type_id: string;
  owner_id: string;
  hosts: string[];
  emails: string[];
}

interface CountQuestion {
  eventType: EventTypeRow;
  span: Span;
  now: number;
  exceptBookingId?: string | undefined;
}

/**
 * What counts already, for all limits together in one statement; none where there are no limits. What is held counts
 * like what is booked: whoever holds a slot may book it.
 */
export async function countLimits(
  em: EntityManager,
  plan: LimitPlan,
  { eventType, span, now, exceptBookingId }: CountQuestion,
): Promise<{ shared: LimitFacts[]; ofHost(hostId: string): LimitFacts[] }> {
  if (plan.length === 0) return { shared: [], ofHost: () => [] };
  const spans = plan.flatMap(counted => [span.from, span.to].map(instant => countedSpan(counted, instant)));
  const isOpenEnded = spans.some(({ end }) => end === Number.POSITIVE_INFINITY);
  const from = Math.min(
    isOpenEnded ? now : span.from,
    ...spans.map(({ start }) => start).filter(Number.isFinite),
  );
  const to = Math.max(span.to, ...spans.map(({ end }) => end).filter(Number.isFinite));
  const hostIds = plan.flatMap(({ subject }) => ('hostId' in subject ? [uuidOf(subject.hostId)] : []));
  const isWithin = isOpenEnded
    ? sql`starts_at >= ${new Date(from)}`
    : sql`starts_at >= ${new Date(from)} and starts_at < ${new Date(to)}`;
  const [type, hosts] = [sql`${uuidOf(eventType.id)}::uuid`, sql`${hostIds}::uuid[]`];
  const { rows } = await sql<BookingRow>`
    select b.id, (extract(epoch from b.starts_at) * 1000)::float8 as starts_at,
      (extract(epoch from b.ends_at) * 1000)::float8 as ends_at, b.event_type_id, b.owner_id,
      array(select user_id::text from booking_hosts h where h.booking_id = b.id) as hosts,
      array(select lower(email) from attendees a where a.booking_id = b.id) as emails
    from bookings b
    where b.status = any(${[...activeStatuses]}) and ${isWithin}
      and b.id is distinct from ${exceptBookingId ? uuidOf(exceptBookingId) : null}::uuid
      and (b.event_type_id = ${type} or b.owner_id = ${eventType.ownerId}
        or exists (select 1 from booking_hosts h where h.booking_id = b.id and h.user_id = any(${hosts})))
    union all
    select h.id, (extract(epoch from h.starts_at) * 1000)::float8, (extract(epoch from h.ends_at) * 1000)::float8,
      h.event_type_id, h.owner_id, h.host_ids::text[], '{}'
    from holds h
    where h.outcome is null and not h.is_swept and h.expires_at > ${new Date(now)} and ${isWithin}
      and (h.event_type_id = ${type} or h.owner_id = ${eventType.ownerId} or h.host_ids && ${hosts})
    order by starts_at`.execute(statements(em));
  const facts = plan.map(counted => ({
    hostId: counted.hostId,
    facts: {
      limit: counted.limit,
      timeZone: counted.timeZone,
      used: rows
        .filter(row => counted.limit.period !== 'FUTURE' || row.starts_at >= now)
        .flatMap(row =>
          Array<Interval>(timesCounted(row, counted, eventType.id)).fill({
            start: row.starts_at,
            end: row.ends_at,
          }),
        ),
    },
  }));
  const ofHost = (hostId: string | null) =>
    facts.filter(counted => counted.hostId === hostId).map(counted => counted.facts);
  return { shared: ofHost(null), ofHost };
}

/** How often a booking counts: for a guest as often as they have a seat in it, for everybody else once. */
function timesCounted(row: BookingRow, { subject }: Counted, eventTypeId: string): number {
  if ('hostId' in subject) return Number(row.hosts.some(host => fromUuid('usr', host) === subject.hostId));
  if ('ownerId' in subject) return Number(row.owner_id === subject.ownerId);
  if (fromUuid('etp', row.event_type_id) !== eventTypeId) return 0;
  if (!('email' in subject)) return 1;
  return row.emails.filter(email => email === subject.email.toLowerCase()).length;
}

/** Rows that have to be locked so that nobody else counts at the same time: a limit is not a host. */
export function limitLocks(plan: LimitPlan, eventTypeId: string): string[] {
  const locks = plan.flatMap(({ subject }) => {
    // The host is locked anyway.
    if ('hostId' in subject) return [];
    return [uuidOf('ownerId' in subject ? subject.ownerId : eventTypeId)];
  });
  return [...new Set(locks)];
}
