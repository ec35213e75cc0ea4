import { viewOf } from '../bookings/booking-view.ts';
import type { SeenSnapshot } from '../bookings/seen-by.ts';
import type { SchedulingContext } from '../context.ts';
import type { PlannedMove, PlannedOccurrence } from '../domain/series.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import { slotView, verdictView } from '../slots/slot-view.ts';
import type { ShiftedStart, SkippedStart } from './series.entity.ts';
import type { SeriesOccurrence, ShiftedOccurrence, SkippedOccurrence } from './series.graphql.ts';

type Outcome = Pick<PlannedOccurrence & PlannedMove, 'position' | 'start' | 'verdicts' | 'alternative'>;

export function occurrenceView(
  { position, start, verdicts, alternative }: Outcome,
  { duration, timeZone }: { duration: number; timeZone: string },
): SeriesOccurrence {
  return {
    position,
    startsAt: new Date(start),
    endsAt: new Date(start + duration * MINUTE_MS),
    bookable: verdicts.every(verdict => verdict.passed),
    verdicts: verdicts.map(verdictView),
    alternative: alternative && slotView(alternative, timeZone),
  };
}

export function skippedView({ position, start }: SkippedStart): SkippedOccurrence {
  return { position, startsAt: new Date(start) };
}

export function shiftedView({ movedTo, ...planned }: ShiftedStart): ShiftedOccurrence {
  return { ...skippedView(planned), movedTo: new Date(movedTo) };
}

/** A series after a change: whoever made it is shown the bookings that it is about. */
export async function changedView(
  ctx: SchedulingContext,
  seriesId: string,
  changed: readonly SeenSnapshot[],
) {
  const series = await ctx.loaders.series.load(seriesId);
  if (!series) throw new Error(`${seriesId} is not there any more.`);
  const views = changed.map(viewOf);
  return { view: { ...series, bookings: views }, views };
}
