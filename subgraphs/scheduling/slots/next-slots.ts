import type { SlotFacts } from '../domain/event-type.ts';
import { type Slot, slots } from '../domain/slots.ts';
import type { SlotQuestion } from '../domain/verdicts.ts';
import { DAY_MS } from '../domain/zone.ts';
import type { Span } from './load-hosts.ts';

const SEARCH_DAYS = 14;
const NEXT_SLOTS = 3;

/** Where alternatives to a time are looked for: what facts have to cover for `nextSlots`. */
export function searchSpan(start: number, now: number): Span {
  const from = Math.max(start, now);
  return { from, to: from + SEARCH_DAYS * DAY_MS };
}

/**
 * What a guest can have instead: the first slots at or after the time they wanted, within two weeks. The facts
 * have to know what refused the guest.
 */
export function nextSlots(facts: SlotFacts, wish: SlotQuestion): Slot[] {
  const span = searchSpan(wish.start, facts.now);
  const offered = facts.rules.durations.includes(wish.duration);
  const duration = offered ? wish.duration : (facts.rules.durations[0] ?? wish.duration);
  return slots(facts, { ...span, duration }).slice(0, NEXT_SLOTS);
}
