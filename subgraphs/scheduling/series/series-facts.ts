import type { EntityManager } from '@mikro-orm/postgresql';
import { type LoadedFacts, loadHours, type Span, withTakenTime } from '../slots/load-facts.ts';
import type { KnownSeries } from './change-series.ts';

/** The bookings that are meant as they were when their hosts were locked, with what is known of those. */
export interface SeriesFacts {
  facts: LoadedFacts;
  versions: ReadonlyMap<string, number>;
}

interface Question {
  span: Span;
  now: number;
}

/** Locks the hosts and rooms of all bookings that are meant, and reads what is taken then. Comes before the bookings' locks. */
export async function lockSeriesTime(
  em: EntityManager,
  { eventType, meant }: KnownSeries,
  { span, now }: Question,
): Promise<SeriesFacts> {
  const hostIds = [...new Set(meant.flatMap(row => row.hostIds))];
  const loaded = await loadHours(em, { eventType, hostIds, span, now });
  const facts = await withTakenTime(em, loaded, { isLocking: true });
  return { facts, versions: new Map(meant.map(row => [row.id, row.version])) };
}
