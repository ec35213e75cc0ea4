import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { gridStarts, slots } from '../domain/slots.ts';
import { verdicts } from '../domain/verdicts.ts';
import { dayOf, instantOf, MINUTE_MS } from '../domain/zone.ts';
import { findEventType } from '../event-types/find-event-type.ts';
import type { DayExplanation } from './availability.graphql.ts';
import { loadFacts } from './load-facts.ts';
import { verdictView } from './slot-view.ts';

interface Question {
  eventTypeId: string;
  date: string;
  timeZone: string;
  durationMinutes?: number | null;
  privateLink?: string | null;
}

const NOON = 12 * 60;

/** Every time of a day that hosts' hours put on the grid, with the verdicts against those that are not offered. */
export async function explainDay(ctx: SchedulingContext, question: Question): Promise<DayExplanation> {
  const eventTypeId = requireId('etp', question.eventTypeId, 'eventTypeId');
  const eventType = await findEventType(ctx, eventTypeId, question.privateLink);
  if (!eventType) throw notFound('event type');
  const { date, timeZone } = question;
  const day = dayOf(date);
  const span = { from: instantOf(timeZone, day, 0), to: instantOf(timeZone, day + 1, 0) };
  if (span.from >= span.to) throw badInput('date', `${date} does not exist in ${timeZone}.`);
  const facts = await loadFacts(ctx.em, { eventType, span, now: ctx.clock.now() });
  const duration = question.durationMinutes ?? eventType.durationMinutes;
  if (!facts.rules.durations.includes(duration)) {
    throw badInput('durationMinutes', `The event type offers ${facts.rules.durations.join(', ')} minutes.`);
  }
  const offered = new Set(slots(facts, { ...span, duration }).map(slot => slot.start));
  const failuresAt = (start: number) =>
    verdicts(facts, { start, duration })
      .filter(verdict => !verdict.passed)
      .map(verdictView);
  const starts = [...new Set([...gridStarts(facts, { ...span, duration }), ...offered])].sort(
    (a, b) => a - b,
  );
  return {
    date,
    times: starts.map(start => ({
      startsAt: new Date(start),
      endsAt: new Date(start + duration * MINUTE_MS),
      bookable: offered.has(start),
      failures: offered.has(start) ? [] : failuresAt(start),
    })),
    closedBecause: starts.length === 0 ? failuresAt(instantOf(timeZone, day, NOON)) : [],
  };
}
