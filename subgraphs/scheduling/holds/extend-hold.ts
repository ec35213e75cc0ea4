import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { changeOnce } from '../bookings/idempotent-change.ts';
import type { SchedulingContext } from '../context.ts';
import { extendedUntil, HOLD, isHeld } from '../domain/hold.ts';
import { findHold, lockHold } from './hold-token.ts';
import { readMinutes } from './read-minutes.ts';
import type { HoldLost } from './redeem-hold.ts';

interface Extension {
  holdToken: string;
  minutes?: number | null;
  idempotencyKey?: string | null;
}

interface Extended {
  expiresAt: string;
  extensionsLeft: number;
}

type ExtensionRefusal = HoldLost | { kind: 'NOT_AGAIN' };

/** Keeps a slot for longer, some times. */
export async function extendHold(
  ctx: SchedulingContext,
  input: Extension,
): Promise<Result<Extended, ExtensionRefusal>> {
  const minutes = readMinutes(input.minutes);
  const known = await findHold(ctx.em, input.holdToken);
  if (!known) return err({ kind: 'HOLD_EXPIRED' });
  return changeOnce<Extended, ExtensionRefusal>(ctx, {
    operation: 'extendHold',
    organizationId: known.organizationId,
    input,
    async work(em, keep) {
      const hold = await lockHold(em, input.holdToken);
      const now = ctx.clock.now();
      if (!hold || !isHeld(hold, now)) return err({ kind: 'HOLD_EXPIRED' });
      const until = extendedUntil(hold, minutes, now);
      if (until === null) return err({ kind: 'NOT_AGAIN' });
      const [id, expiresAt] = [sql`${uuidOf(hold.id)}::uuid`, new Date(until)];
      const extensionsLeft = HOLD.maxExtensions - hold.extensions - 1;
      const receipt = { expiresAt: expiresAt.toISOString(), extensionsLeft };
      await sql`
        with hold as (update holds set expires_at = ${expiresAt}, extensions = extensions + 1 where id = ${id}),
        taken as (update claims set expires_at = ${expiresAt} where hold_id = ${id}),
        kept as (${keep(receipt)})
        select ${addJob('scheduling', { task: 'expire-holds', payload: {}, afterMs: until - now })}`.execute(
        statements(em),
      );
      return ok(receipt);
    },
  });
}
