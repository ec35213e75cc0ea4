import type { SlotFacts, SlotRules } from './event-type.ts';
import type { Interval } from './interval.ts';
import type { Verdict } from './verdict.ts';
import { assignments, type SlotQuestion, verdicts } from './verdicts.ts';
import { MINUTE_MS } from './zone.ts';

/** How long hosts have to accept a meeting that is to start at once, in seconds. */
export const ACCEPT_SECONDS = { min: 30, max: 600, default: 90 } as const;

/** The start of a meeting that is asked for now: clocks of calendars know no seconds. */
export function startAtOnce(now: number): number {
  return Math.ceil(now / MINUTE_MS) * MINUTE_MS;
}

/** Until when hosts can accept: nobody can take what is over. */
export function offerEnds(now: number, acceptSeconds: number, meeting: Interval): number {
  return Math.min(now + acceptSeconds * 1000, meeting.end);
}

/**
 * The rules of an event type for a meeting at once: notice and the grid of starts are about times that guests choose,
 * and this one begins when they ask. Hours, absences, buffers, limits and a window of dates hold as ever.
 */
function rulesAtOnce(rules: SlotRules): SlotRules {
  return {
    ...rules,
    minimumNotice: 0,
    slotInterval: 1,
    startOffset: 0,
    isOptimized: false,
    isFirstOfDayOnly: false,
    // Any other window has today in it.
    window: rules.window.kind === 'DATES' ? rules.window : { kind: 'UNLIMITED' },
  };
}

interface Offer {
  /** Everybody who is free for it, in the order of the hosts. */
  readonly hostIds: readonly string[];
  /** What stands against it, where nobody is. */
  readonly reasons: readonly Verdict[];
}

/** To whom a meeting at once can be offered. */
export function offerOf(facts: SlotFacts, wish: SlotQuestion): Offer {
  const atOnce = { ...facts, rules: rulesAtOnce(facts.rules) };
  const hostIds = [...new Set(assignments(atOnce, wish).map(({ hostId }) => hostId))];
  if (hostIds.length > 0) return { hostIds, reasons: [] };
  // Every minute within hours is a start: outside of them the hours say enough.
  const failed = verdicts(atOnce, wish).filter(({ passed, rule }) => !passed && rule !== 'GRID');
  return { hostIds, reasons: failed };
}
