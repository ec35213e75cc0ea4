import { sql } from 'kysely';
import { statements } from '#platform/orm.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { endHolds } from './end-holds.ts';
import { holdEvent } from './hold.events.ts';
import { holdColumns, type StoredHold, toHold } from './hold-token.ts';

/** How many holds one transaction ends: their hosts are locked meanwhile. */
const BATCH = 100;
/** What is over is still counted against whoever held much within an hour; a token of it says for a day that it was. */
const KEPT_MS = 24 * 3_600_000;

/** Ends the holds that are over and tells so, for lists of slots that somebody watches. Returns how many. */
export async function expireHolds(ctx: SchedulingContext): Promise<number> {
  const now = ctx.clock.now();
  const ended = await transact(ctx, async ({ em, emit }) => {
    const due = sql`expires_at <= ${new Date(now)}`;
    const { rows } = await sql<StoredHold>`
      select ${holdColumns} from holds where outcome is null and ${due} order by holds.expires_at limit ${BATCH}`.execute(
      statements(em),
    );
    if (rows.length === 0) return 0;
    const holds = rows.map(toHold);
    const claimantIds = [...new Set(holds.flatMap(hold => [...hold.hostIds, ...hold.resourceIds]))];
    const which = sql`${due} and id = any(${rows.map(({ id }) => id)}::uuid[])`;
    const ended = await endHolds(em, { claimantIds, which, outcome: 'EXPIRED' });
    for (const hold of ended) await emit(holdEvent('hold.expired', hold));
    return rows.length;
  });
  if (ended === BATCH) return ended + (await expireHolds(ctx));
  await sql`delete from holds where outcome is not null and expires_at < ${new Date(now - KEPT_MS)}`.execute(
    statements(ctx.em),
  );
  return ended;
}
