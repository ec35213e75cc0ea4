import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '#platform/orm.ts';
import { isTimeZone } from '#platform/scalars.ts';
import { endedStatuses } from '../domain/booking-state.ts';
import { movedBy } from '../domain/wall-time.ts';
import type { Tables } from '../tables.ts';
import { wallTimeOf } from './booking-view.ts';

/** A booking that would take place at another instant, had it been made today. */
export interface MovedBooking {
  id: string;
  /** `YYYY-MM-DDTHH:MM:SS`, as agreed. */
  wallTime: string;
  timeZone: string;
  storedInstant: string;
  /** `null` where the running tz database does not know the zone. */
  instantNow: string | null;
  /** The tz database that the stored instant was computed by. */
  tzdbVersion: string;
}

interface MovedBookings {
  moved: MovedBooking[];
  /** Bookings that were looked at. */
  checked: number;
  /** Of them, those that were made before wall times were kept: nothing can be said of them. */
  withoutWallTime: number;
}

const PAGE_SIZE = 1000;

/** Bookings still to come whose instant is not that of their wall time any more. */
export async function findMovedBookings(em: EntityManager, now: number): Promise<MovedBookings> {
  const result: MovedBookings = { moved: [], checked: 0, withoutWallTime: 0 };
  let after: string | null = null;
  do {
    const page = await readPage(em, now, after);
    for (const booking of page) {
      result.checked++;
      const wallTime = wallTimeOf(booking);
      if (!wallTime) {
        result.withoutWallTime++;
        continue;
      }
      const startsAt = booking.startsAt.getTime();
      const isKnown = isTimeZone(wallTime.timeZone);
      const moved = isKnown ? movedBy({ startsAt, wallTime }) : null;
      if (moved === 0) continue;
      result.moved.push({
        id: booking.id,
        wallTime: wallTime.local,
        timeZone: wallTime.timeZone,
        storedInstant: booking.startsAt.toISOString(),
        instantNow: moved === null ? null : new Date(startsAt + moved).toISOString(),
        tzdbVersion: wallTime.tzdbVersion,
      });
    }
    after = page.length === PAGE_SIZE ? (page.at(-1)?.id ?? null) : null;
  } while (after);
  return result;
}

function readPage(em: EntityManager, now: number, after: string | null) {
  return rows<Tables>(em)
    .selectFrom('Booking')
    .select(['id', 'startsAt', 'wallTime', 'timeZone', 'tzdbVersion'])
    .where('startsAt', '>', new Date(now))
    .where('status', 'not in', endedStatuses)
    .$if(after !== null, query => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(PAGE_SIZE)
    .execute();
}
