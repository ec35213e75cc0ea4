import type { EntityManager } from '@mikro-orm/postgresql';
import { type Slot, slots } from '../domain/slots.ts';
import { DAY_MS } from '../domain/zone.ts';
import { type LoadedFacts, type Span, withTakenTime } from './load-facts.ts';

const SEARCH_DAYS = 14;
const NEXT_SLOTS = 3;

interface Wish {
  /** Epoch milliseconds. */
  start: number;
  /** Minutes. */
  duration: number;
}

/** Where alternatives to a time are looked for: what facts have to cover for `nextSlots`. */
export function searchSpan(start: number, now: number): Span {
  const from = Math.max(start, now);
  return { from, to: from + SEARCH_DAYS * DAY_MS };
}

/**
 * What a guest can have instead: the first slots at or after the time they wanted, within two weeks. Taken time
 * is read again, for what refused the guest was taken after the facts were read.
 */
export async function nextSlots(em: EntityManager, facts: LoadedFacts, wish: Wish): Promise<Slot[]> {
  const span = searchSpan(wish.start, facts.now);
  const current = await withTakenTime(em, facts);
  const offered = facts.rules.durations.includes(wish.duration);
  const duration = offered ? wish.duration : (facts.rules.durations[0] ?? wish.duration);
  return slots(current, { ...span, duration }).slice(0, NEXT_SLOTS);
}
