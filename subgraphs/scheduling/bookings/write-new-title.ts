import type { EntityManager } from '@mikro-orm/postgresql';
import type { BookingState } from '../domain/booking.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { findNames } from './find-names.ts';
import { writeTitle } from './write-title.ts';

/** What a booking is called with other hosts. */
export async function writeNewTitle(
  em: EntityManager,
  { title, seatsPerSlot }: EventTypeRow,
  { attendees }: BookingState,
  hostIds: readonly string[],
): Promise<string> {
  const [guest] = attendees;
  const isShared = seatsPerSlot !== null || attendees.length > 1;
  return writeTitle(title, await findNames(em, hostIds), isShared ? null : (guest?.name ?? null));
}
