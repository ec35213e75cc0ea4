import type { EntityManager } from '@mikro-orm/postgresql';
import { err, ok, type Result } from '#platform/result.ts';
import type { SlotFacts } from '../domain/event-type.ts';
import { chooseHost } from '../domain/round-robin.ts';
import { availableHosts, type Verdict, verdicts } from '../domain/verdicts.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import { loadCandidates, withCurrentBusy } from '../slots/load-facts.ts';

export interface Wish {
  /** Epoch milliseconds. */
  start: number;
  /** Minutes. */
  duration: number;
}

interface Agreement {
  eventTypeId: string;
  facts: SlotFacts;
  wish: Wish;
  /** A booking that moves does not stand in its own way. */
  movingBookingId?: string;
}

/**
 * Who takes a booking, decided while nobody else can take these hosts' time. What the request was checked
 * against before may be outdated by now, so the taken time is read again behind the lock.
 */
export async function agreeOnHosts(
  em: EntityManager,
  agreement: Agreement,
): Promise<Result<string[], Verdict[]>> {
  const { facts, wish, movingBookingId } = agreement;
  const span = { from: wish.start, to: wish.start + wish.duration * MINUTE_MS };
  const current = await withCurrentBusy(em, facts, {
    span,
    exceptBookingId: movingBookingId,
    isLocking: true,
  });
  const available = availableHosts(current, wish);
  if (available.length === 0) return err(verdicts(current, wish).filter(verdict => !verdict.passed));
  if (facts.rules.schedulingMode !== 'ROUND_ROBIN') return ok(available);
  const candidates = await loadCandidates(em, agreement.eventTypeId);
  const chosen = chooseHost(candidates.filter(candidate => available.includes(candidate.hostId)));
  return ok(chosen ? [chosen] : []);
}
