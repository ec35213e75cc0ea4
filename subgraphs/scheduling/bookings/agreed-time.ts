import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { notFound } from '#platform/errors.ts';
import { requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { SchedulingContext } from '../context.ts';
import type { Interval } from '../domain/interval.ts';
import { withKeptFirst } from '../domain/resources.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { type LoadedFacts, loadFacts, loadHours, withTakenTime } from '../slots/load-facts.ts';
import { searchSpan } from '../slots/next-slots.ts';
import { refuseSlot, type SlotRefusal, type Taken } from './slot-refusal.ts';

/** A booking whose hosts have agreed to its time, though it may not be theirs yet. */
export interface AgreedBooking {
  id: string;
  version: number;
  eventType: EventTypeRow;
  hostIds: string[];
  /** The rooms and equipment that it asked for. */
  resourceIds: string[];
  meeting: Interval;
}

/** What of a booking can be read before it is locked. Who changes it has to look again behind the lock. */
export async function findAgreed(ctx: SchedulingContext, bookingId: string): Promise<AgreedBooking> {
  const id = requireId('bkg', bookingId, 'bookingId');
  const known = await ctx.loaders.booking.load(id);
  const eventType = known && (await ctx.loaders.eventType.load(known.eventTypeId));
  if (!eventType) throw notFound('booking');
  const hostIds = (await ctx.loaders.hostsOfBooking.load(id)).map(host => host.userId);
  const resourceIds = (await ctx.loaders.resourcesOfBooking.load(id)).map(row => row.resourceId);
  const meeting = { start: known.startsAt.getTime(), end: known.endsAt.getTime() };
  return { id, version: known.version, eventType, hostIds, resourceIds, meeting };
}

/** Keeps everybody else from taking these people's time until the transaction ends. Comes before the booking's lock. */
export async function lockTimeOf(
  em: EntityManager,
  { hostIds, eventType }: Pick<AgreedBooking, 'hostIds' | 'eventType'>,
): Promise<void> {
  const rooms = eventType.resourceRequirements.flatMap(({ resourceIds }) => resourceIds);
  await sql`select lock_claimants(${[...hostIds, ...rooms].map(uuidOf)}::uuid[])`.execute(statements(em));
}

/** Whether the booking has taken its hosts' time. */
export async function hasTime(em: EntityManager, bookingId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from claims where booking_id = ${uuidOf(bookingId)}::uuid limit 1`.execute(
      statements(em),
    );
  return rows.length > 0;
}

interface TimeQuestion extends Omit<AgreedBooking, 'version'> {
  now: number;
  /** Where its limits are asked too. */
  bookerEmail?: string;
  /** Keeps everybody else from the time, and from counting towards its limits, until the transaction ends. */
  isLocking?: boolean;
}

/** What is known of a booking's time without the booking itself. To be asked behind the locks, or with `isLocking`. */
export async function factsAround(em: EntityManager, question: TimeQuestion): Promise<LoadedFacts> {
  const { id, meeting, eventType, hostIds, resourceIds, now, bookerEmail, isLocking = false } = question;
  const guest = bookerEmail === undefined ? {} : { bookerEmail };
  const hours = await loadHours(em, {
    eventType,
    hostIds,
    now,
    ...guest,
    span: { from: meeting.start, to: meeting.end },
  });
  const resources = hours.resources && withKeptFirst(hours.resources, resourceIds);
  const facts = { ...hours, ...(resources && { resources }) };
  return withTakenTime(em, facts, { exceptBookingId: id, isLocking });
}

/** Says what can be had instead of a booking's time. */
export async function refuseTime(
  ctx: SchedulingContext,
  { eventType, hostIds, meeting }: AgreedBooking,
  { reasons }: Taken,
): Promise<SlotRefusal> {
  const now = ctx.clock.now();
  const wish = { start: meeting.start, duration: (meeting.end - meeting.start) / MINUTE_MS };
  const facts = await loadFacts(ctx.em, { eventType, hostIds, span: searchSpan(wish.start, now), now });
  // It is one booking, and joins no other.
  return refuseSlot({ ...facts, rules: { ...facts.rules, seats: null } }, wish, reasons);
}
