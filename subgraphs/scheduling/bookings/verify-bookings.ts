import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { SchedulingContext } from '../context.ts';
import { type BookingState, foldEvents } from '../domain/booking.ts';
import {
  type BookingDifference,
  differingClaims,
  differingFields,
  differingVersions,
  type StoredClaim,
} from '../domain/booking-differences.ts';
import { toEvent } from './booking-history.ts';
import { readBookings } from './load-booking.ts';

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
  let events = 0;
  const differences: BookingDifference[] = [];
  // By the loader, which knows how to open what is sealed in them.
  const histories = await Promise.all(bookings.map(({ id }) => ctx.loaders.eventsOfBooking.load(id)));
  for (const [index, booking] of bookings.entries()) {
    const history = (histories[index] ?? []).map(toEvent);
    events += history.length;
    const gap = differingVersions(
      booking.id,
      history.map(({ version }) => version),
    );
    if (gap) differences.push(gap);
    else differences.push(...compare(booking, () => foldEvents(history)));
    differences.push(...differingClaims(booking, claimsOf.get(uuidOf(booking.id)) ?? []));
  }
  return { ids: uuids, events, differences };
}

function compare(stored: BookingState, fold: () => BookingState | null): BookingDifference[] {
  try {
    const folded = fold();
    return folded ? differingFields(stored, folded) : [];
  } catch (error) {
    // Events that cannot be folded are what this is to find: the others are looked at all the same.
    const reason = error instanceof Error ? error.message : String(error);
    return [{ bookingId: stored.id, field: 'events', stored: 'cannot be folded', folded: reason }];
  }
}

async function readClaims(
  em: EntityManager,
  bookingUuids: readonly string[],
): Promise<Map<string, StoredClaim[]>> {
  const { rows } = await sql<{ booking_id: string; claimant_id: string; start: number; end: number }>`
    select booking_id::text, claimant_id::text, (extract(epoch from lower(during)) * 1000)::float8 as start,
      (extract(epoch from upper(during)) * 1000)::float8 as end
    from claims where booking_id = any(${bookingUuids}::uuid[]) order by claimant_id, during`.execute(
    statements(em),
  );
  const claims = Map.groupBy(rows, row => row.booking_id);
  return new Map(
    [...claims].map(([bookingId, list]) => [
      bookingId,
      list.map(({ claimant_id, start, end }) => ({ claimantId: fromUuid('usr', claimant_id), start, end })),
    ]),
  );
}
