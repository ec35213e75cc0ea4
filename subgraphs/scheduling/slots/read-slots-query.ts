import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { DAY_MS } from '../domain/zone.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { findEventType } from '../event-types/find-event-type.ts';
import type { Span } from './load-facts.ts';

export const MAX_SPAN_DAYS = 92;

/** Which slots are meant: those of one duration that start in `[from, to)`. */
export interface SlotsWindow {
  eventTypeId: string;
  from: Date;
  to: Date;
  durationMinutes?: number | null;
}

interface ReadWindow {
  eventType: EventTypeRow;
  span: Span;
  /** Minutes. */
  duration: number;
}

/** What every question about slots is checked for. */
export async function readSlotsQuery(ctx: SchedulingContext, query: SlotsWindow): Promise<ReadWindow> {
  const span = { from: query.from.getTime(), to: query.to.getTime() };
  if (span.to <= span.from) throw badInput('to', '`to` must be after `from`.');
  if (span.to - span.from > MAX_SPAN_DAYS * DAY_MS) {
    throw badInput('to', `One query spans up to ${MAX_SPAN_DAYS} days. Ask for less at a time.`);
  }
  const eventType = await findEventType(ctx, requireId('etp', query.eventTypeId, 'eventTypeId'));
  if (!eventType) throw notFound('event type');
  const durations = [...new Set([eventType.durationMinutes, ...eventType.durationOptionsMinutes])];
  const duration = query.durationMinutes ?? eventType.durationMinutes;
  if (!durations.includes(duration)) {
    throw badInput('durationMinutes', `The event type offers ${durations.join(', ')} minutes.`);
  }
  return { eventType, span, duration };
}
