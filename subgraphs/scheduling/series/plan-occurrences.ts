import type { EntityManager } from '@mikro-orm/postgresql';
import { loadTurnTakers } from '../assignments/choose-turn.ts';
import { chooseAssignments, type Usefulness } from '../domain/choose-assignments.ts';
import { endOfDay } from '../domain/recurrence.ts';
import { type PlannedOccurrence, planSeries, type SeriesStrategy } from '../domain/series.ts';
import type { Assignment } from '../domain/verdicts.ts';
import type { WaivableRule } from '../domain/waiver.ts';
import type { LoadedFacts, Span } from '../slots/load-facts.ts';
import type { ReadSeries } from './read-series.ts';

/** What facts have to cover: the occurrences, and the days on which alternatives are looked for. */
export function spanOfSeries({ starts, timeZone }: Pick<ReadSeries, 'starts' | 'timeZone'>): Span {
  const [first = 0, last = first] = [starts[0], starts.at(-1)];
  return { from: first, to: endOfDay(timeZone, last, 1) };
}

interface PlanQuestion {
  series: ReadSeries;
  strategy: SeriesStrategy;
  /** Rules that may be set aside where they stand in the way. */
  waivable?: readonly WaivableRule[] | undefined;
}

/** What would become of each occurrence by these facts, and by what round robin remembers. */
export async function planOccurrences(
  em: EntityManager,
  facts: LoadedFacts,
  { series, strategy, waivable = [] }: PlanQuestion,
): Promise<PlannedOccurrence[]> {
  const { eventType, rules, now } = facts;
  const takers = await loadTurnTakers(em, { eventType, timeZone: rules.timeZone, now });
  const choose = (open: readonly Assignment[], usefulness: Usefulness) =>
    chooseAssignments(facts, open, takers, usefulness);
  return planSeries(facts, { ...series, strategy, waivable, choose });
}
