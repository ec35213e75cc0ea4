import type { EntityManager } from '@mikro-orm/postgresql';
import { loadTurnTakers } from '../assignments/choose-turn.ts';
import { chooseAssignments } from '../domain/choose-assignments.ts';
import { endOfDay } from '../domain/recurrence.ts';
import { type PlannedOccurrence, planSeries, type SeriesStrategy } from '../domain/series.ts';
import type { Assignment } from '../domain/verdicts.ts';
import type { LoadedFacts, Span } from '../slots/load-facts.ts';
import type { ReadSeries } from './read-series.ts';

/** What facts have to cover: the occurrences, and the days on which alternatives are looked for. */
export function spanOfSeries({ starts, timeZone }: Pick<ReadSeries, 'starts' | 'timeZone'>): Span {
  const [first = 0, last = first] = [starts[0], starts.at(-1)];
  return { from: first, to: endOfDay(timeZone, last, 1) };
}

/** What would become of each occurrence by these facts, and by what round robin remembers. */
export async function planOccurrences(
  em: EntityManager,
  facts: LoadedFacts,
  series: ReadSeries,
  strategy: SeriesStrategy,
): Promise<PlannedOccurrence[]> {
  const { eventType, rules, now } = facts;
  const takers = await loadTurnTakers(em, { eventType, timeZone: rules.timeZone, now });
  const choose = (open: readonly Assignment[]) => chooseAssignments(facts, open, takers).chosen;
  return planSeries(facts, { ...series, strategy, choose });
}
