import type { AttendeeSnapshot } from '../../../schema/events.ts';
import type { BookingStatus } from '../domain/booking-state.ts';
import type { WallTime } from '../domain/wall-time.ts';
import type { BookingRow } from './booking.entity.ts';
import type { SeenByGuest, SeenSnapshot } from './seen-by.ts';

/**
 * A booking as resolvers pass it on: its row, or what it was at an earlier version. The latter brings its own
 * hosts and attendees, because the tables only know the present ones.
 */
export type BookingView = BookingRow &
  SeenByGuest & {
    hostIds?: readonly string[];
    noShowHostIds?: readonly string[];
    resourceIds?: readonly string[];
    attendees?: readonly AttendeeSnapshot[];
  };

export function viewOf(snapshot: SeenSnapshot): BookingView {
  return {
    ...snapshot,
    wallTime: snapshot.wallTime?.startsAt ?? null,
    timeZone: snapshot.wallTime?.timeZone ?? null,
    tzdbVersion: snapshot.wallTime?.tzdbVersion ?? null,
    status: snapshot.status as BookingStatus,
    seriesId: snapshot.seriesId ?? null,
    seriesPosition: snapshot.seriesPosition ?? null,
    offeredHostIds: snapshot.offeredHostIds ?? [],
    startsAt: new Date(snapshot.startsAt),
    endsAt: new Date(snapshot.endsAt),
    expiresAt: snapshot.expiresAt ? new Date(snapshot.expiresAt) : null,
    createdAt: new Date(snapshot.createdAt),
    updatedAt: new Date(snapshot.updatedAt),
  };
}

export function wallTimeOf(row: Pick<BookingRow, 'wallTime' | 'timeZone' | 'tzdbVersion'>): WallTime | null {
  const { wallTime: local, timeZone, tzdbVersion } = row;
  return local && timeZone && tzdbVersion ? { local, timeZone, tzdbVersion } : null;
}
