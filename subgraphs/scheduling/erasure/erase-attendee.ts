import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { badInput, notFound } from '#platform/errors.ts';
import { forgetResponses } from '#platform/idempotency.ts';
import { fromUuid, requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { ok } from '#platform/result.ts';
import { appendBookingEvent } from '../bookings/append-booking-event.ts';
import { bookingEvent } from '../bookings/booking.events.ts';
import type { BookingEventRow } from '../bookings/booking-event.entity.ts';
import { readReason } from '../bookings/change-booking.ts';
import { findAudience } from '../bookings/find-audience.ts';
import { changeOnce } from '../bookings/idempotent-change.ts';
import { revokeManageTokens } from '../bookings/manage-token.ts';
import type { SchedulingContext } from '../context.ts';
import { applyEvent, type BookingState } from '../domain/booking.ts';
import { erasedAddress, isErasedAddress } from '../domain/personal-data.ts';
import { mayManage } from '../event-types/may-manage.ts';
import { toEvent } from '../history/booking-history.ts';
import { readBookingEvents } from '../history/read-booking-events.ts';
import { personPrints } from './person-keys.ts';

interface Erasure {
  attendeeEmail?: string | null;
  bookingId?: string | null;
  attendeeId?: string | null;
  reason: string;
  idempotencyKey?: string | null;
}

interface Erased {
  bookingIds: string[];
}

/**
 * Erases somebody from all bookings of event types that the viewer manages: destroys their keys, so that events
 * say `[erased]` instead, and overwrites every copy. What took place when, and with which hosts, stays.
 */
export async function eraseAttendee(ctx: SchedulingContext, input: Erasure): Promise<Erased> {
  const reason = readReason(input.reason);
  if (reason === null) throw badInput('reason', 'Say why: it is kept in the history.');
  const owners = [ctx.viewer.id, ...Object.keys(ctx.viewer.roles)].filter(id => mayManage(ctx.viewer, id));
  const whom = readWhom(input);
  const erased = await changeOnce<Erased, never>(ctx, {
    operation: 'eraseAttendee',
    organizationId: ctx.viewer.organizationId ?? '',
    input,
    async work(em, keep) {
      const address = await addressOf(em, whom, owners);
      const found = await findBookings(ctx, em, address, owners);
      if (found.length === 0) throw notFound('attendee');
      const uuids = found.map(({ id }) => uuidOf(id));
      // In the order of their ids, as everybody locks: nothing changes between reading and overwriting.
      await sql`select 1 from bookings where id = any(${uuids}::uuid[]) order by id for update`.execute(
        statements(em),
      );
      const persons = await destroyKeys(ctx, em, found, owners, address);
      const events = await readBookingEvents(
        em,
        ctx.encryption,
        found.map(({ id }) => id),
      );
      const byBooking = Map.groupBy(events, event => event.bookingId);
      for (const { id } of found)
        await overwrite(ctx, em, { events: byBooking.get(id) ?? [], persons, reason });
      const receipt = { bookingIds: found.map(({ id }) => id) };
      await keep(receipt).execute(statements(em));
      return ok(receipt);
    },
  });
  if (!erased.ok) throw notFound('attendee');
  return erased.value;
}

/** Whom to erase: told by their address, or by a booking of theirs. */
type Whom = { address: string } | { bookingId: string; attendeeId: string };

function readWhom({ attendeeEmail, bookingId, attendeeId }: Erasure): Whom {
  if (attendeeEmail != null && bookingId == null && attendeeId == null) return { address: attendeeEmail };
  if (attendeeEmail != null || bookingId == null || attendeeId == null)
    throw badInput('attendeeEmail', 'Give either `attendeeEmail`, or `bookingId` and `attendeeId`.');
  return {
    bookingId: requireId('bkg', bookingId, 'bookingId'),
    attendeeId: requireId('att', attendeeId, 'attendeeId'),
  };
}

async function addressOf(em: EntityManager, whom: Whom, owners: string[]): Promise<string> {
  if ('address' in whom) return whom.address;
  const { rows } = await sql<{ email: string }>`
    select a.email from attendees a join bookings b on b.id = a.booking_id
    where a.id = ${uuidOf(whom.attendeeId)}::uuid and b.id = ${uuidOf(whom.bookingId)}::uuid
      and b.owner_id = any(${owners}::text[])`.execute(statements(em));
  const email = rows[0]?.email;
  if (email === undefined || isErasedAddress(email)) throw notFound('attendee');
  return email;
}

interface Found {
  id: string;
  organizationId: string;
}

/** Bookings that tell of the person, theirs or those that somebody brought them to. */
async function findBookings(
  ctx: SchedulingContext,
  em: EntityManager,
  address: string,
  owners: string[],
): Promise<Found[]> {
  const { rows } = await sql<{ organization_id: string }>`
    select distinct organization_id from owners where id = any(${owners}::text[])`.execute(statements(em));
  const prints = rows.flatMap(row =>
    personPrints(ctx.encryption, fromUuid('org', row.organization_id), address),
  );
  const found = await sql<{ booking_id: string; organization_id: string }>`
    select distinct booking_id, organization_id from person_keys
    where person = any(${prints}::text[]) and owner_id = any(${owners}::text[])
    order by booking_id`.execute(statements(em));
  return found.rows.map(row => ({
    id: fromUuid('bkg', row.booking_id),
    organizationId: fromUuid('org', row.organization_id),
  }));
}

/** The ids of the keys that are gone from now on. */
async function destroyKeys(
  ctx: SchedulingContext,
  em: EntityManager,
  found: readonly Found[],
  owners: string[],
  address: string,
): Promise<ReadonlySet<string>> {
  const organizations = [...new Set(found.map(({ organizationId }) => organizationId))];
  const prints = organizations.flatMap(id => personPrints(ctx.encryption, id, address));
  const { rows } = await sql<{ id: string }>`
    update person_keys set key = null, person = null, destroyed_at = ${new Date(ctx.clock.now())}
    where person = any(${prints}::text[]) and owner_id = any(${owners}::text[])
      and booking_id = any(${found.map(({ id }) => uuidOf(id))}::uuid[])
    returning id::text`.execute(statements(em));
  return new Set(rows.map(({ id }) => id));
}

interface Overwriting {
  /** Of one booking, as they read without the keys. */
  events: readonly BookingEventRow[];
  persons: ReadonlySet<string>;
  reason: string;
}

/** Says in the booking's own log that somebody was erased, and brings every copy of it in line with the log. */
async function overwrite(
  ctx: SchedulingContext,
  em: EntityManager,
  { events, persons, reason }: Overwriting,
): Promise<void> {
  let before: BookingState | null = null;
  const news: { version: number; name: string; payload: unknown }[] = [];
  for (const row of events) {
    const event = toEvent(row);
    const after: BookingState = applyEvent(before, event);
    const { name, version, payload } = bookingEvent(event, before, after, []);
    news.push({ version, name, payload });
    before = after;
  }
  if (!before) throw new Error('There are keys of a booking without events.');
  const { id, ownerId, hostIds, status, attendees } = before;
  const addresses = new Set([...persons].map(erasedAddress));
  const erased = attendees.filter(({ email }) => addresses.has(email)).map(attendee => attendee.id);
  await appendBookingEvent(ctx, em, {
    before,
    id,
    fact: { kind: 'PERSON_ERASED', data: { status, attendeeIds: erased, reason } },
    audience: await findAudience(em, ownerId, hostIds),
    also: after => [
      rewriteAttendees(after),
      rewriteNews(id, news),
      revokeManageTokens(erased),
      forgetResponses(id),
    ],
  });
}

function rewriteAttendees({ attendees }: BookingState): RawBuilder<unknown> {
  const written = attendees.map(attendee => ({ guests: [], ...attendee, id: uuidOf(attendee.id) }));
  return sql`update attendees set name = a.name, email = a.email, time_zone = a."timeZone", locale = a.locale,
      answers = a.answers, guests = a.guests
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as a(id uuid, name text, email text, "timeZone" text, locale text, answers jsonb, guests text[])
    where attendees.id = a.id`;
}

/** Live readers that resume, and consumers that were not reached yet, are told the same without the person. */
function rewriteNews(
  bookingId: string,
  news: readonly { version: number; name: string; payload: unknown }[],
) {
  return sql`update outbox_events set payload = n.payload
    from jsonb_to_recordset(${JSON.stringify(news)}::jsonb) as n(version int, name text, payload jsonb)
    where outbox_events.aggregate_id = ${bookingId} and outbox_events.version = n.version and outbox_events.name = n.name`;
}
