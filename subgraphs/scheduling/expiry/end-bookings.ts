import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { appendAll } from '#platform/outbox.ts';
import { completeEvent, transact } from '#platform/transaction.ts';
import { giveTurnsBack } from '../assignments/keep-turns.ts';
import { bookingEvent } from '../bookings/booking.events.ts';
import { findAudiences, type Place } from '../bookings/find-audience.ts';
import { readBookings } from '../bookings/load-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { applyEvent, type BookingFact, type BookingState, concernedHostIds } from '../domain/booking.ts';
import { type BookingAction, nextStatus, statusesBefore } from '../domain/booking-state.ts';

/** How bookings end by time alone. */
interface TimelyEnd {
  kind: Extract<BookingFact['kind'], 'EXPIRED' | 'COMPLETED'>;
  action: Extract<BookingAction, 'EXPIRE' | 'COMPLETE'>;
  /** The column that says when. */
  due: 'expires_at' | 'ends_at';
  freesTime: boolean;
}

const BATCH = 100;

/**
 * Ends all bookings that are due, some at a time, and returns how many. Processes that do so side by side share
 * them: each passes by what another has locked, and whoever changes one meanwhile comes before or after.
 */
export async function endDueBookings(ctx: SchedulingContext, end: TimelyEnd): Promise<number> {
  let ended = 0;
  for (let batch = BATCH; batch === BATCH; ended += batch) {
    batch = await transact(ctx, ({ em }) => endBatch(ctx, em, end));
    if (batch > 0) ctx.wake();
  }
  return ended;
}

/** As many statements for a hundred bookings as for one. */
async function endBatch(ctx: SchedulingContext, em: EntityManager, end: TimelyEnd): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from bookings
    where ${sql.ref(end.due)} <= ${new Date(ctx.clock.now())} and status = any(${statusesBefore(end.action)})
    order by ${sql.ref(end.due)} limit ${BATCH} for update skip locked`.execute(statements(em));
  if (rows.length === 0) return 0;
  // Read behind their locks: a row that was waited for shows its new self, but not its new attendees.
  const bookings = await readBookings(
    em,
    rows.map(({ id }) => fromUuid('bkg', id)),
  );
  const audienceOf = await findAudiences(
    em,
    bookings.map(({ ownerId }) => ownerId),
  );
  await write(ctx, em, end, { bookings, audienceOf });
  return rows.length;
}

interface Batch {
  bookings: readonly BookingState[];
  audienceOf(place: Place): string[];
}

/** What `appendBookingEvent` does, for many bookings whose status is all that changes. */
async function write(
  ctx: SchedulingContext,
  em: EntityManager,
  { kind, action, freesTime }: TimelyEnd,
  { bookings, audienceOf }: Batch,
): Promise<void> {
  const occurredAt = ctx.clock.now();
  const changes = bookings.map(before => {
    const status = nextStatus(before.status, action);
    if (!status.ok) throw new Error(`${before.id} is ${before.status} behind its lock.`);
    const fact = { kind, data: { status: status.value } };
    const version = before.version + 1;
    const after = applyEvent(before, { ...fact, bookingId: before.id, version, occurredAt });
    return {
      after,
      data: fact.data,
      news: bookingEvent(
        fact,
        before,
        after,
        audienceOf({ ownerId: before.ownerId, hostIds: concernedHostIds(before) }),
      ),
    };
  });
  const targets = changes.map(({ after, data }) => ({
    id: uuidOf(after.id),
    version: after.version,
    status: after.status,
    data,
  }));
  const at = new Date(occurredAt);
  const news = changes.map(change => completeEvent(ctx, change.news));
  const steps: RawBuilder<unknown>[] = [
    sql`projected as (update bookings b set status = target.status, version = target.version, expires_at = null, updated_at = ${at}
      from target where b.id = target.id)`,
    sql`logged as (insert into booking_events (booking_id, version, kind, data, actor_kind, actor_id, correlation_id, occurred_at)
      select target.id, target.version, ${kind}, target.data, ${ctx.viewer.kind}, ${ctx.viewer.id}, ${ctx.requestId}, ${at} from target)`,
  ];
  if (freesTime) {
    steps.push(sql`freed as (delete from claims where booking_id in (select target.id from target))`);
    steps.push(...giveTurnsBack(bookings).map(turns => sql`given_back as (${turns})`));
  }
  await sql`with target as (
      select * from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) as t(id uuid, version int, status text, data jsonb)
    ), ${sql.join(steps)}
    ${appendAll(news, ctx.consumersOf(news[0]?.name ?? ''))}`.execute(statements(em));
}
