import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AppError } from '#platform/errors.ts';
import { statements } from '#platform/orm.ts';
import type { SchedulingContext } from '../context.ts';

/** What one client address may hold. 0 switches a limit off. */
export interface HoldLimits {
  /** At the same time. */
  open: number;
  /** New ones within an hour. */
  perHour: number;
}

const HOUR_MS = 3_600_000;

interface Counts {
  open: number;
  recent: number;
  /** When the next open one ends, and when the oldest of this hour is an hour old. */
  next_end: number | null;
  oldest: number | null;
}

/** Under which address holds are counted; `null`: signed-in callers are known by name and are not counted. */
export function countedAddress({ viewer, clientAddress }: SchedulingContext): string | null {
  return viewer.kind === 'ANONYMOUS' ? clientAddress : null;
}

/**
 * Keeps strangers from blocking a calendar with holds. One after the other for each address, so that many at once
 * cannot slip through together.
 */
export async function requireFewHolds(ctx: SchedulingContext, em: EntityManager): Promise<void> {
  const { holdLimits: limits } = ctx;
  const address = countedAddress(ctx);
  if (!address || (limits.open === 0 && limits.perHour === 0)) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hold ${address}`}, 0))`.execute(statements(em));
  const now = ctx.clock.now();
  const isOpen = sql`outcome is null and expires_at > ${new Date(now)}`;
  const isRecent = sql`created_at > ${new Date(now - HOUR_MS)}`;
  const { rows } = await sql<Counts>`
    select count(*) filter (where ${isOpen})::int as open, count(*) filter (where ${isRecent})::int as recent,
      (extract(epoch from min(expires_at) filter (where ${isOpen})) * 1000)::float8 as next_end,
      (extract(epoch from min(created_at) filter (where ${isRecent})) * 1000)::float8 as oldest
    from holds where client_address = ${address} and (${isRecent} or ${isOpen})`.execute(statements(em));
  const [counts] = rows;
  if (!counts) return;
  const refuse = (message: string, until: number) => {
    const retryAfter = Math.max(1, Math.ceil((until - now) / 1000));
    throw new AppError('RATE_LIMITED', message, { extensions: { retryAfter } });
  };
  if (limits.open > 0 && counts.open >= limits.open)
    refuse(`You hold ${counts.open} slots already: book or release one.`, counts.next_end ?? now);
  if (limits.perHour > 0 && counts.recent >= limits.perHour)
    refuse('You have held too many slots within an hour.', (counts.oldest ?? now) + HOUR_MS);
}
