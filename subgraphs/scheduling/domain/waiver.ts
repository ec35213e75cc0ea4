import type { ResourceSet, SlotFacts, SlotRules } from './event-type.ts';
import { withEach } from './people.ts';
import { resourceVerdicts } from './resources.ts';
import type { SlotRule } from './verdict.ts';
import { type SlotQuestion, verdicts } from './verdicts.ts';
import { MINUTE_MS } from './zone.ts';

/**
 * What may be set aside for one booking. Not HOSTS and GROUP, for enough people have to be there, and not SEATS:
 * those who share a slot were told how many they are at the most.
 */
export const waivableRules = [
  'ACTIVE',
  'DURATION',
  'NOTICE',
  'WINDOW',
  'RESTRICTION',
  'AWAY',
  'CALENDAR',
  'HOURS',
  'GRID',
  'CONFLICT',
  'RESOURCE',
  'LIMIT',
  'LEAD',
  'FIRST_OF_DAY',
] as const satisfies readonly SlotRule[];
export type WaivableRule = (typeof waivableRules)[number];

export function isWaivable(rule: SlotRule): boolean {
  return (waivableRules as readonly SlotRule[]).includes(rule);
}

/** What was set aside for a booking, and why. */
export interface Waiver {
  readonly rules: readonly WaivableRule[];
  readonly reason: string;
}

/** In whole minutes, as the grid is. */
const wishedTime = ({ start, duration }: SlotQuestion) => {
  const from = Math.floor(start / MINUTE_MS) * MINUTE_MS;
  return { start: from, end: Math.ceil((start + duration * MINUTE_MS) / MINUTE_MS) * MINUTE_MS };
};

type Changed = Partial<Pick<SlotFacts, 'hosts' | 'resources' | 'limits'>> & {
  readonly rules?: Partial<SlotRules>;
};

/** What the facts would have to be for each rule to ask nothing. The engine then decides as it always does. */
const unasked: Record<WaivableRule, (facts: SlotFacts, wish: SlotQuestion) => Changed> = {
  ACTIVE: () => ({ rules: { isActive: true } }),
  DURATION: ({ rules }, { duration }) => ({ rules: { durations: [...rules.durations, duration] } }),
  NOTICE: () => ({ rules: { minimumNotice: 0 } }),
  WINDOW: () => ({ rules: { window: { kind: 'UNLIMITED' } } }),
  RESTRICTION: () => ({ rules: { restriction: null } }),
  AWAY: ({ hosts }) => ({ hosts: hosts.map(host => ({ ...host, absences: [] })) }),
  CALENDAR: ({ hosts }) => ({ hosts: withEach(hosts, () => ({ unreadableCalendar: null })) }),
  HOURS: ({ hosts }, wish) => ({
    hosts: withEach(hosts, ({ schedule }) => ({ schedule: { ...schedule, alsoAt: wishedTime(wish) } })),
  }),
  GRID: () => ({ rules: { slotInterval: 1, startOffset: 0, isOptimized: false } }),
  // What is claimed stays claimed: a claim is the promise that nobody is double-booked.
  CONFLICT: ({ hosts }) => ({
    rules: { bufferBefore: 0, bufferAfter: 0 },
    hosts: withEach(hosts, ({ busy }) => ({ busy: busy.filter(({ isForeign }) => !isForeign) })),
  }),
  // It takes place without them.
  RESOURCE: ({ resources = [], rules, ...facts }, { start, duration }) => {
    const slot = { start, end: start + duration * MINUTE_MS };
    const canBeHad = (set: ResourceSet) =>
      resourceVerdicts({ ...facts, rules, resources: [set] }, slot).every(({ passed }) => passed);
    return { resources: resources.filter(canBeHad) };
  },
  LIMIT: ({ hosts }) => ({ limits: [], hosts: withEach(hosts, () => ({ limits: [] })) }),
  LEAD: ({ hosts }) => ({ hosts: hosts.map(host => ({ ...host, isTooFarAhead: false })) }),
  FIRST_OF_DAY: () => ({ rules: { isFirstOfDayOnly: false } }),
};

function without<Facts extends SlotFacts>(facts: Facts, wish: SlotQuestion, rule: WaivableRule): Facts {
  const { rules, ...changed } = unasked[rule](facts, wish);
  return { ...facts, ...changed, rules: { ...facts.rules, ...rules } };
}

interface Waived<Facts> {
  /** Facts to which the rules that were set aside say nothing. */
  readonly facts: Facts;
  /** Those of the rules that stood in the way; the others were left alone. */
  readonly waived: readonly WaivableRule[];
}

/** Sets rules aside for one wish, and of those only what stands in its way: whatever holds anyway goes on to hold. */
export function waive<Facts extends SlotFacts>(
  facts: Facts,
  wish: SlotQuestion,
  rules: readonly WaivableRule[],
): Waived<Facts> {
  if (rules.length === 0) return { facts, waived: [] };
  const failing = new Set<SlotRule>();
  for (const { rule, passed } of verdicts(facts, wish)) if (!passed) failing.add(rule);
  if (failing.size === 0) return { facts, waived: [] };
  const named = rules.filter(rule => failing.has(rule));
  // Where somebody stands in, it is their time that is spoken of, and no longer why they are asked.
  const standing = named.length > 0 ? named : rules.filter(rule => rule === 'AWAY');
  if (standing.length === 0) return { facts, waived: [] };
  const left = standing.reduce<Facts>((before, rule) => without(before, wish, rule), facts);
  // What one rule hid, such as the hours of somebody who is away, may stand in the way only now.
  const others = rules.filter(rule => !standing.includes(rule));
  const next = waive(left, wish, others);
  return {
    facts: next.facts,
    waived: waivableRules.filter(rule => [...standing, ...next.waived].includes(rule)),
  };
}
