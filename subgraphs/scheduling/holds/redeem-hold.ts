import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { appendEvent } from '#platform/outbox.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { completeEvent } from '#platform/transaction.ts';
import { countsFrom, type Turn } from '../assignments/choose-turn.ts';
import type { SchedulingContext } from '../context.ts';
import type { SlotRules } from '../domain/event-type.ts';
import { isHeld } from '../domain/hold.ts';
import type { SlotQuestion } from '../domain/verdicts.ts';
import type { WaivableRule } from '../domain/waiver.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import type { LoadedFacts } from '../slots/load-facts.ts';
import { holdEvent } from './hold.events.ts';
import { type HoldRow, lockHold } from './hold-token.ts';

export interface HoldLost {
  kind: 'HOLD_EXPIRED';
}

/** Who was agreed to host when the slot was held; their time is the hold's, for the booking to take over. */
interface HeldHosts {
  kind: 'HOSTS';
  rules: SlotRules;
  waived: readonly WaivableRule[];
  hostIds: string[];
  turns: Turn[];
  resourceIds: string[];
  holdId: string;
}

interface Redemption {
  token: string;
  eventTypeId: string;
  wish: SlotQuestion;
  facts: LoadedFacts;
}

/**
 * Ends a hold for the booking that was promised with it. The rules are not asked again: they were when it was held.
 * Its row is locked, so that whoever sweeps away what is over leaves its time alone.
 */
export async function redeemHold(
  ctx: SchedulingContext,
  em: EntityManager,
  { token, eventTypeId, wish, facts }: Redemption,
): Promise<Result<HeldHosts, HoldLost>> {
  const hold = await lockHold(em, token);
  // Only now: the lock may have been waited for.
  if (!hold || !isHeld(hold, ctx.clock.now())) return err({ kind: 'HOLD_EXPIRED' });
  const isSameSlot =
    hold.eventTypeId === eventTypeId &&
    hold.startsAt === wish.start &&
    hold.endsAt === wish.start + wish.duration * MINUTE_MS;
  if (!isSameSlot) throw badInput('holdToken', '`holdToken` holds another slot.');
  const event = completeEvent(ctx, holdEvent('hold.consumed', hold));
  await sql`with consumed as (update holds set outcome = 'CONSUMED' where id = ${uuidOf(hold.id)}::uuid)
    select ${appendEvent(event, ctx.consumersOf(event.name))}`.execute(statements(em));
  const { id: holdId, hostIds, resourceIds } = hold;
  const { rules } = facts;
  const turns = turnsOfHeld(hold, facts, ctx.clock.now());
  return ok({ kind: 'HOSTS', rules, waived: [], hostIds, turns, resourceIds, holdId });
}

/** The turns that were promised with a hold: whose places it took, and who fills them, who were chosen last. */
function turnsOfHeld(
  { hostIds, placeIds, decision }: HoldRow,
  { eventType, rules, groups = [] }: LoadedFacts,
  now: number,
): Turn[] {
  const hasTurns = rules.schedulingMode === 'ROUND_ROBIN';
  const filling = hostIds.slice(-placeIds.length);
  return placeIds.flatMap((placeId, part) => {
    const group = groups.find(one => one.hostIds.includes(placeId) && one.required < one.hostIds.length);
    if (!hasTurns && !group) return [];
    return {
      ...{ placeId, part },
      hostId: hostIds.includes(placeId) ? placeId : (filling[part] ?? placeId),
      decision: placeIds.length === 1 ? decision : null,
      groupName: group?.name ?? null,
      countsFrom: countsFrom({ eventType, timeZone: rules.timeZone, now }),
    };
  });
}
