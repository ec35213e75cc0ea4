import { badInput } from '#platform/errors.ts';
import type { SlotQuestion } from '../domain/verdicts.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';

interface Wish {
  startsAt: Date;
  durationMinutes?: number | null;
}

/** The time that a guest wants; without a duration, that of the event type. */
export function readWish(eventType: EventTypeRow, { startsAt, durationMinutes }: Wish): SlotQuestion {
  const duration = durationMinutes ?? eventType.durationMinutes;
  if (duration < 1 || duration > 1440)
    throw badInput('durationMinutes', '`durationMinutes` must be 1 to 1440.');
  return { start: startsAt.getTime(), duration };
}
