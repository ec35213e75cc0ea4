import type { SchedulingContext } from '../context.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';

/** The team's template that decides about an event type. */
export async function templateOf(
  ctx: SchedulingContext,
  { templateId, isAssigned }: EventTypeRow,
): Promise<EventTypeRow | null> {
  return isAssigned && templateId ? ctx.loaders.eventType.load(templateId) : null;
}
