import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { appendEvent } from '#platform/outbox.ts';
import { completeEvent } from '#platform/transaction.ts';
import type { Turn } from '../assignments/choose-turn.ts';
import { turnChanges } from '../assignments/keep-turns.ts';
import type { SchedulingContext } from '../context.ts';
import { applyEvent, type BookingAttendee, type BookingFact, type BookingState } from '../domain/booking.ts';
import { sealFact } from '../erasure/person-keys.ts';
import { bookingEvent } from './booking.events.ts';
import { prolongManageTokens } from './manage-token.ts';

const at = (instant: number) => new Date(instant);

interface Appended {
  /** The booking before; `null` for a new one. */
  before: BookingState | null;
  id: string;
  fact: BookingFact;
  /** Users who may see the change. */
  audience: readonly string[];
  /** Whose turns it is, where the change finds hosts. */
  turns?: readonly Turn[] | undefined;
  /** More that has to happen in the same statement, such as taking or freeing time. */
  also(after: BookingState): readonly RawBuilder<unknown>[];
}

function insertAttendees(bookingId: string, attendees: readonly BookingAttendee[], position: number) {
  const added = attendees.map((attendee, index) => ({
    guests: [],
    ...attendee,
    id: uuidOf(attendee.id),
    position: position + index,
  }));
  return sql`insert into attendees (id, booking_id, position, name, email, time_zone, locale, no_show, answers, guests)
    select a.id, ${uuidOf(bookingId)}::uuid, a.position, a.name, a.email, a."timeZone", a.locale, false, a.answers, a.guests
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb)
      as a(id uuid, position int, name text, email text, "timeZone" text, locale text, answers jsonb, guests text[])`;
}

/** Seats that were taken or given up. The version is a position behind all those before. */
function seatChanges(before: BookingState, after: BookingState): RawBuilder<unknown>[] {
  if (before.attendees === after.attendees) return [];
  const [had, has] = [before, after].map(({ attendees }) => new Set(attendees.map(({ id }) => id)));
  const added = after.attendees.filter(({ id }) => !had?.has(id));
  const removed = before.attendees.filter(({ id }) => !has?.has(id)).map(({ id }) => uuidOf(id));
  const changes: RawBuilder<unknown>[] = [];
  if (added.length > 0) changes.push(insertAttendees(after.id, added, after.version));
  if (removed.length > 0) changes.push(sql`delete from attendees where id = any(${removed}::uuid[])`);
  const wereThere = new Map(before.attendees.map(({ id, noShow }) => [id, noShow]));
  const marked = after.attendees.filter(({ id, noShow }) => had?.has(id) && wereThere.get(id) !== noShow);
  if (marked.length > 0)
    changes.push(
      sql`update attendees set no_show = not no_show where id = any(${marked.map(({ id }) => uuidOf(id))}::uuid[])`,
    );
  const brought = new Map(before.attendees.map(({ id, guests }) => [id, guests]));
  const bringing = after.attendees.filter(({ id, guests }) => had?.has(id) && brought.get(id) !== guests);
  if (bringing.length > 0) changes.push(updateGuests(bringing));
  return changes;
}

function updateGuests(attendees: readonly BookingAttendee[]) {
  const lists = attendees.map(({ id, guests = [] }) => ({ id: uuidOf(id), guests }));
  return sql`update attendees set guests = g.guests
    from jsonb_to_recordset(${JSON.stringify(lists)}::jsonb) as g(id uuid, guests text[]) where attendees.id = g.id`;
}

function insertHosts({ id, hostIds, noShowHostIds }: BookingState) {
  return sql`insert into booking_hosts (booking_id, user_id, position, no_show)
    select ${uuidOf(id)}::uuid, host.id, host.position, host.id = any(${noShowHostIds.map(uuidOf)}::uuid[])
    from unnest(${hostIds.map(uuidOf)}::uuid[]) with ordinality as host(id, position)
    on conflict (booking_id, user_id) do update set position = excluded.position, no_show = excluded.no_show`;
}

function hostChanges(before: BookingState, after: BookingState): RawBuilder<unknown>[] {
  const isSame = before.hostIds === after.hostIds && before.noShowHostIds === after.noShowHostIds;
  if (isSame) return [];
  const gone = before.hostIds.filter(id => !after.hostIds.includes(id)).map(uuidOf);
  return [
    insertHosts(after),
    sql`delete from booking_hosts where booking_id = ${uuidOf(after.id)}::uuid and user_id = any(${gone}::uuid[])`,
  ];
}

function insertResources({ id, resourceIds }: BookingState) {
  return sql`insert into booking_resources (booking_id, resource_id, position)
    select ${uuidOf(id)}::uuid, resource.id, resource.position
    from unnest(${resourceIds.map(uuidOf)}::uuid[]) with ordinality as resource(id, position)
    on conflict (booking_id, resource_id) do update set position = excluded.position`;
}

function resourceChanges(before: BookingState, after: BookingState): RawBuilder<unknown>[] {
  if (before.resourceIds === after.resourceIds) return [];
  const gone = before.resourceIds.filter(id => !after.resourceIds.includes(id)).map(uuidOf);
  return [
    insertResources(after),
    sql`delete from booking_resources where booking_id = ${uuidOf(after.id)}::uuid and resource_id = any(${gone}::uuid[])`,
  ];
}

function projection(before: BookingState | null, after: BookingState): RawBuilder<unknown>[] {
  const { local = null, timeZone = null, tzdbVersion = null } = after.wallTime ?? {};
  const expiry = after.expiresAt === null ? null : at(after.expiresAt);
  if (before) {
    return [
      sql`update bookings set status = ${after.status}, title = ${after.title},
        guests = ${after.guests as string[]}::text[], starts_at = ${at(after.startsAt)}, ends_at = ${at(after.endsAt)},
        wall_time = ${local}, time_zone = ${timeZone}, tzdb_version = ${tzdbVersion},
        location = ${JSON.stringify(after.location)}::jsonb, expires_at = ${expiry},
        cancellation_reason = ${after.cancellationReason}, version = ${after.version}, updated_at = ${at(after.updatedAt)}
        where id = ${uuidOf(after.id)}::uuid`,
      ...(before.endsAt === after.endsAt ? [] : [prolongManageTokens(after)]),
      ...seatChanges(before, after),
      ...hostChanges(before, after),
      ...resourceChanges(before, after),
    ];
  }
  const id = uuidOf(after.id);
  return [
    sql`insert into bookings (id, organization_id, event_type_id, owner_id, status, title, starts_at, ends_at, wall_time, time_zone,
        tzdb_version, location, guests, cancellation_reason, expires_at, series_id, series_position, offered_host_ids, version, created_at, updated_at)
      values (${id}::uuid, ${uuidOf(after.organizationId)}::uuid, ${uuidOf(after.eventTypeId)}::uuid, ${after.ownerId},
        ${after.status}, ${after.title}, ${at(after.startsAt)}, ${at(after.endsAt)}, ${local}, ${timeZone}, ${tzdbVersion},
        ${JSON.stringify(after.location)}::jsonb,
        ${after.guests as string[]}::text[], null, ${expiry}, ${after.seriesId && uuidOf(after.seriesId)}::uuid, ${after.seriesPosition}::int,
        ${after.offeredHostIds as string[]}::text[], ${after.version}, ${at(after.createdAt)}, ${at(after.updatedAt)})`,
    insertHosts(after),
    insertAttendees(after.id, after.attendees, 0),
    ...(after.resourceIds.length > 0 ? [insertResources(after)] : []),
  ];
}

/**
 * Appends one event to a booking, brings its row up to date and writes the news of it, in one statement. The
 * events' key (booking, version) lets only one of two writers through who started from the same version.
 */
export async function appendBookingEvent(
  ctx: SchedulingContext,
  em: EntityManager,
  change: Appended,
): Promise<BookingState> {
  const { before, id, fact, audience } = change;
  const [version, occurredAt] = [(before?.version ?? 0) + 1, ctx.clock.now()];
  const after = applyEvent(before, { ...fact, bookingId: id, version, occurredAt });
  const sealed = await sealFact(em, ctx.encryption, { fact, before, after });
  const news = completeEvent(ctx, bookingEvent(fact, before, after, audience));
  const parts = [
    ...projection(before, after),
    sql`insert into booking_events (booking_id, version, kind, data, actor_kind, actor_id, correlation_id, occurred_at)
      values (${uuidOf(id)}::uuid, ${version}, ${fact.kind}, ${JSON.stringify(sealed.data)}::jsonb, ${ctx.viewer.kind},
        ${ctx.viewer.id}, ${ctx.requestId}, ${at(occurredAt)})`,
    ...turnChanges(before, after, change.turns),
    ...sealed.store,
    ...change.also(after),
  ];
  const steps = parts.map((part, index) => sql`${sql.id(`step_${index}`)} as (${part})`);
  await sql`with ${sql.join(steps)} select ${appendEvent(news, ctx.consumersOf(news.name))}`.execute(
    statements(em),
  );
  return after;
}
