import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { endHolds } from './end-holds.ts';
import { holdEvent } from './hold.events.ts';
import { findHold } from './hold-token.ts';
import type { HoldLost } from './redeem-hold.ts';

/** Gives a slot back before its time. Whoever repeats it gets the same answer. */
export function releaseHold(ctx: SchedulingContext, token: string): Promise<Result<null, HoldLost>> {
  return transact(ctx, async ({ em, emit }) => {
    const known = await findHold(em, token);
    if (!known) return err({ kind: 'HOLD_EXPIRED' });
    const which = sql`id = ${uuidOf(known.id)}::uuid and expires_at > ${new Date(ctx.clock.now())}`;
    const [released] = await endHolds(em, {
      claimantIds: [...known.hostIds, ...known.resourceIds],
      which,
      outcome: 'RELEASED',
    });
    if (released) {
      await emit(holdEvent('hold.released', released));
      return ok(null);
    }
    return (await findHold(em, token))?.outcome === 'RELEASED' ? ok(null) : err({ kind: 'HOLD_EXPIRED' });
  });
}
