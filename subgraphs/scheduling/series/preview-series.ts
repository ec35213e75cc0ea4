import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import type { PlannedOccurrence } from '../domain/series.ts';
import { findEventType } from '../event-types/find-event-type.ts';
import { loadFacts } from '../slots/load-facts.ts';
import { planOccurrences, spanOfSeries } from './plan-occurrences.ts';
import { readSeries, type SeriesWish } from './read-series.ts';

export interface SeriesPreviewQuery extends SeriesWish {
  eventTypeId: string;
  privateLink?: string | null;
}

interface Preview {
  occurrences: PlannedOccurrence[];
  duration: number;
  timeZone: string;
}

/** Which occurrences of a series could be booked now. The number of statements does not depend on theirs. */
export async function previewSeries(ctx: SchedulingContext, query: SeriesPreviewQuery): Promise<Preview> {
  const eventTypeId = requireId('etp', query.eventTypeId, 'eventTypeId');
  const eventType = await findEventType(ctx, eventTypeId, query.privateLink);
  if (!eventType) throw notFound('event type');
  const series = readSeries(eventType, query);
  const span = spanOfSeries(series);
  const facts = await loadFacts(ctx.em, { eventType, span, now: ctx.clock.now() });
  const occurrences = await planOccurrences(ctx.em, facts, { series, strategy: 'SKIP' });
  return { occurrences, duration: series.duration, timeZone: series.timeZone };
}
