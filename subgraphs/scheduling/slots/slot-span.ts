import { badInput } from '#platform/errors.ts';
import { DAY_MS } from '../domain/zone.ts';

export const MAX_SPAN_DAYS = 92;
/** For more people than this at once. */
const LARGE_GROUP = 50;
export const MAX_SPAN_DAYS_OF_LARGE_GROUPS = 31;

/** The range of a query in epoch milliseconds. */
export function readSpan({ from, to }: { from: Date; to: Date }): { from: number; to: number } {
  const span = { from: from.getTime(), to: to.getTime() };
  if (span.to <= span.from) throw badInput('to', '`to` must be after `from`.');
  requireDays(span, MAX_SPAN_DAYS);
  return span;
}

/** Many calendars at once are read for less time. */
export function requireSpanFor(people: number, span: { from: number; to: number }): void {
  if (people > LARGE_GROUP)
    requireDays(span, MAX_SPAN_DAYS_OF_LARGE_GROUPS, ` for more than ${LARGE_GROUP} people`);
}

function requireDays(span: { from: number; to: number }, days: number, why = '') {
  if (span.to - span.from > days * DAY_MS) {
    throw badInput('to', `One query spans up to ${days} days${why}. Ask for less at a time.`, {
      maxDays: days,
    });
  }
}
