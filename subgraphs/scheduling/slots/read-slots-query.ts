import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { findEventType } from '../event-types/find-event-type.ts';
import type { Span } from './load-facts.ts';
import { readSpan } from './slot-span.ts';

/** Which slots are meant: those of one duration that start in `[from, to)`. */
export interface SlotsWindow {
  eventTypeId: string;
  from: Date;
  to: Date;
  durationMinutes?: number | null;
  /** Opens a private event type. */
  privateLink?: string | null;
}

interface ReadWindow {
  eventType: EventTypeRow;
  span: Span;
  /** Minutes. */
  duration: number;
}

/** What is checked of every question about slots, before facts are loaded. */
export async function readSlotsQuery(ctx: SchedulingContext, query: SlotsWindow): Promise<ReadWindow> {
  const span = readSpan(query);
  const eventTypeId = requireId('etp', query.eventTypeId, 'eventTypeId');
  const eventType = await findEventType(ctx, eventTypeId, query.privateLink);
  if (!eventType) throw notFound('event type');
  const durations = [...new Set([eventType.durationMinutes, ...eventType.durationOptionsMinutes])];
  const duration = query.durationMinutes ?? eventType.durationMinutes;
  if (!durations.includes(duration)) {
    throw badInput('durationMinutes', `The event type offers ${durations.join(', ')} minutes.`);
  }
  return { eventType, span, duration };
}
