import type { EntityManager } from '@mikro-orm/postgresql';
import { err, ok, type Result } from '#platform/result.ts';
import { chooseHost } from '../domain/round-robin.ts';
import { factsSpan } from '../domain/slots.ts';
import type { Verdict } from '../domain/verdict.ts';
import { assignments, verdicts } from '../domain/verdicts.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import { type LoadedFacts, loadCandidates, withTakenTime } from '../slots/load-facts.ts';

export interface Wish {
  /** Epoch milliseconds. */
  start: number;
  /** Minutes. */
  duration: number;
}

interface Agreement {
  facts: LoadedFacts;
  wish: Wish;
  /** A booking that moves does not stand in its own way. */
  movingBookingId?: string;
}

/** Who hosts a booking, and whose turn it was: somebody else's where one stands in for them. */
export interface Agreed {
  hostIds: string[];
  /** The hosts of the event type whose places they fill. */
  placeIds: string[];
}

/**
 * Who takes a booking, decided while nobody else can take these hosts' time. What the request was checked
 * against before may be outdated by now, so what is taken is read again behind the lock.
 */
export async function agreeOnHosts(
  em: EntityManager,
  { facts, wish, movingBookingId }: Agreement,
): Promise<Result<Agreed, Verdict[]>> {
  const { rules, now, eventType } = facts;
  const span = factsSpan(rules, wish.start, wish.start + wish.duration * MINUTE_MS, now);
  const current = await withTakenTime(em, facts, {
    span,
    exceptBookingId: movingBookingId,
    isLocking: true,
  });
  const open = assignments(current, wish);
  if (open.length === 0) return err(verdicts(current, wish).filter(verdict => !verdict.passed));
  let chosen = open;
  if (rules.schedulingMode === 'ROUND_ROBIN') {
    const candidates = await loadCandidates(em, eventType.id);
    const places = new Set(open.map(({ placeId }) => placeId));
    const placeId = chooseHost(candidates.filter(({ hostId }) => places.has(hostId)));
    chosen = open.filter(assignment => assignment.placeId === placeId);
  }
  return ok({
    hostIds: [...new Set(chosen.map(({ hostId }) => hostId))],
    placeIds: chosen.map(({ placeId }) => placeId),
  });
}
