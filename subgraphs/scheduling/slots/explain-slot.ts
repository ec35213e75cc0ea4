import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { verdicts } from '../domain/verdicts.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import { findEventType } from '../event-types/find-event-type.ts';
import { loadFacts } from './load-facts.ts';
import { readWish } from './read-wish.ts';
import type { SlotExplanation } from './slot.graphql.ts';
import { verdictView } from './slot-view.ts';

interface Question {
  eventTypeId: string;
  startsAt: Date;
  durationMinutes?: number | null;
  privateLink?: string | null;
}

/** Everything that speaks for or against a time, from the same rules that list and book. */
export async function explainSlot(ctx: SchedulingContext, question: Question): Promise<SlotExplanation> {
  const eventTypeId = requireId('etp', question.eventTypeId, 'eventTypeId');
  const eventType = await findEventType(ctx, eventTypeId, question.privateLink);
  if (!eventType) throw notFound('event type');
  const { start, duration } = readWish(eventType, question);
  const span = { from: start, to: start + duration * MINUTE_MS };
  const facts = await loadFacts(ctx.em, { eventType, span, now: ctx.clock.now() });
  const found = verdicts(facts, { start, duration });
  return { bookable: found.every(verdict => verdict.passed), verdicts: found.map(verdictView) };
}
