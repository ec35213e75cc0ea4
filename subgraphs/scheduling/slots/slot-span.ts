import { badInput } from '#platform/errors.ts';
import { LARGE_GROUP, MAX_SPAN_DAYS, maxSpanDays } from '../domain/query-span.ts';
import { DAY_MS } from '../domain/zone.ts';
import type { Span } from './load-hosts.ts';

/** The range of a query in epoch milliseconds. */
export function readSpan({ from, to }: { from: Date; to: Date }): Span {
  const span = { from: from.getTime(), to: to.getTime() };
  if (span.to <= span.from) throw badInput('to', '`to` must be after `from`.');
  requireDays(span, MAX_SPAN_DAYS);
  return span;
}

/** Many calendars at once are read for less time. */
export function requireSpanFor(people: number, span: Span): void {
  requireDays(span, maxSpanDays(people), people > LARGE_GROUP ? ` for more than ${LARGE_GROUP} people` : '');
}

function requireDays(span: Span, days: number, why = '') {
  if (span.to - span.from <= days * DAY_MS) return;
  throw badInput('to', `One query spans up to ${days} days${why}. Ask for less at a time.`, {
    max: days,
  });
}
