import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { readBookings } from '../bookings/load-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { type BookingEvent, type BookingState, foldEvents } from '../domain/booking.ts';
import {
  type BookingDifference,
  differingClaims,
  differingFields,
  differingVersions,
  type StoredClaim,
} from '../domain/booking-differences.ts';
import { toEvent } from './booking-history.ts';

const BATCH = 500;

interface Verification {
  /** A context for each batch: what it remembers is forgotten with it. */
  openContext(): SchedulingContext;
  onDifference(difference: BookingDifference): void;
  onProgress(checked: number, total: number): void;
}

export interface Verified {
  bookings: number;
  events: number;
  differences: number;
}

interface IdSpan {
  after: string | null;
  last: string;
}

interface Batch {
  ids: string[];
  events: number;
  differences: BookingDifference[];
}

/**
 * Folds the events of every booking that is there at the start, and compares what comes out with its rows and
 * with the time that is taken for it. Some hundred bookings at a time, each time as they are at one moment, so
 * that what changes meanwhile is no difference.
 */
export async function verifyBookings(verification: Verification): Promise<Verified> {
  const { total, last } = await range(verification.openContext().em);
  const verified: Verified = { bookings: 0, events: 0, differences: 0 };
  let after: string | null = null;
  while (last !== null && after !== last) {
    const span: IdSpan = { after, last };
    const batch: Batch = await atOneMoment(verification.openContext(), ctx => verifyBatch(ctx, span));
    for (const difference of batch.differences) verification.onDifference(difference);
    verified.bookings += batch.ids.length;
    verified.events += batch.events;
    verified.differences += batch.differences.length;
    verification.onProgress(verified.bookings, total);
    after = batch.ids.length === BATCH ? (batch.ids.at(-1) ?? last) : last;
  }
  return verified;
}

async function range(em: EntityManager): Promise<{ total: number; last: string | null }> {
  const { rows } = await sql<{ total: number; last: string | null }>`
    select count(*)::int as total, (select id::text from bookings order by id desc limit 1) as last
    from bookings`.execute(statements(em));
  return rows[0] ?? { total: 0, last: null };
}

async function atOneMoment<T>(
  ctx: SchedulingContext,
  read: (ctx: SchedulingContext) => Promise<T>,
): Promise<T> {
  await ctx.em.begin({ isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
  try {
    return await read(ctx);
  } finally {
    await ctx.em.rollback();
  }
}

/** As many statements for five hundred bookings as for one. */
async function verifyBatch(ctx: SchedulingContext, { after, last }: IdSpan): Promise<Batch> {
  const found = await sql<{ id: string }>`
    select id::text from bookings where (${after}::uuid is null or id > ${after}::uuid) and id <= ${last}::uuid
    order by id limit ${BATCH}`.execute(statements(ctx.em));
  const uuids = found.rows.map(({ id }) => id);
  const bookings = await readBookings(
    ctx.em,
    uuids.map(id => fromUuid('bkg', id)),
  );
  const claimsOf = await readClaims(ctx.em, uuids);
  const histories = await readHistories(
    ctx,
    bookings.map(({ id }) => id),
  );
  const compared = bookings.map((booking, index) => compare(booking, histories[index]));
  const differences = bookings.flatMap((booking, index) => [
    ...(compared[index] ?? []),
    ...differingClaims(booking, claimsOf.get(uuidOf(booking.id)) ?? []),
  ]);
  const events = histories.reduce((sum, history) => sum + (Array.isArray(history) ? history.length : 0), 0);
  return { ids: uuids, events, differences };
}

type History = readonly BookingEvent[] | { unreadable: string };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** By the loader, which knows how to open what is sealed in them. Those that cannot be opened spoil no others. */
async function readHistories(ctx: SchedulingContext, ids: readonly string[]): Promise<History[]> {
  const { eventsOfBooking } = ctx.loaders;
  const all = await eventsOfBooking.loadMany(ids);
  const histories: History[] = [];
  for (const [index, id] of ids.entries()) {
    let rows = all[index] ?? [];
    // One that fails fails all that were asked for with it.
    if (rows instanceof Error)
      rows = await eventsOfBooking
        .clear(id)
        .load(id)
        .catch(cause => new Error(messageOf(cause)));
    histories.push(rows instanceof Error ? { unreadable: rows.message } : rows.map(toEvent));
  }
  return histories;
}

function compare(stored: BookingState, history: History = []): BookingDifference[] {
  const unfoldable = (reason: string) => [
    { bookingId: stored.id, field: 'events', stored: 'cannot be folded', folded: reason },
  ];
  if ('unreadable' in history) return unfoldable(history.unreadable);
  const gap = differingVersions(
    stored.id,
    history.map(({ version }) => version),
  );
  if (gap) return [gap];
  try {
    const folded = foldEvents(history);
    return folded ? differingFields(stored, folded) : [];
  } catch (error) {
    // Events that cannot be folded are what this is to find: the others are looked at all the same.
    return unfoldable(messageOf(error));
  }
}

interface ClaimRow {
  booking_id: string;
  claimant_id: string;
  is_resource: boolean;
  is_blocking: boolean;
  start: number;
  end: number;
}

async function readClaims(
  em: EntityManager,
  bookingUuids: readonly string[],
): Promise<Map<string, StoredClaim[]>> {
  const { rows } = await sql<ClaimRow>`
    select c.booking_id::text, c.claimant_id::text, r.id is not null as is_resource, c.is_blocking,
      (extract(epoch from lower(c.during)) * 1000)::float8 as start, (extract(epoch from upper(c.during)) * 1000)::float8 as end
    from claims c left join resources r on r.id = c.claimant_id
    where c.booking_id = any(${bookingUuids}::uuid[]) order by c.claimant_id, c.during`.execute(
    statements(em),
  );
  const toClaim = ({ claimant_id, is_resource, is_blocking, start, end }: ClaimRow) => ({
    claimantId: fromUuid(is_resource ? 'res' : 'usr', claimant_id),
    isBlocking: is_blocking,
    start,
    end,
  });
  return new Map(
    [...Map.groupBy(rows, row => row.booking_id)].map(([bookingId, list]) => [bookingId, list.map(toClaim)]),
  );
}
