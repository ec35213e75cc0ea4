import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import { tzdbVersion } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import type { Turn } from '../assignments/choose-turn.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingAttendee, BookingLocation, BookingState } from '../domain/booking.ts';
import type { BookingStatus } from '../domain/booking-state.ts';
import type { SlotRules } from '../domain/event-type.ts';
import type { SlotQuestion } from '../domain/verdicts.ts';
import type { Waiver } from '../domain/waiver.ts';
import { wallTimeAt } from '../domain/wall-time.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { appendBookingEvent } from './append-booking-event.ts';
import { findAudience } from './find-audience.ts';
import { findNames } from './find-names.ts';
import { claimedTime, freeHeld, takeOver, takeTime } from './take-time.ts';
import { writeTitle } from './write-title.ts';

interface Insertion {
  eventType: EventTypeRow;
  rules: SlotRules;
  hostIds: string[];
  /** Whose turns it is, where they take turns. */
  turns?: readonly Turn[];
  /** The hold whose time it takes over; left out: it takes its own. */
  holdId?: string;
  resourceIds?: string[];
  attendee: BookingAttendee;
  location: BookingLocation | null;
  wish: SlotQuestion;
  /** Left out: CONFIRMED. */
  status?: BookingStatus;
  /** Until when somebody has to pay, confirm or submit it. */
  expiresAt?: number | null;
  /** Where it belongs to a series. */
  series?: { id: string; position: number };
  /** The hosts of whom the first to accept has it. */
  offeredHostIds?: readonly string[];
  /** Whether it takes its hosts' time at once; left out: yes. */
  takesTime?: boolean;
  /** Rules that were set aside for it. */
  waiver?: Waiver;
  also(after: BookingState): readonly RawBuilder<unknown>[];
}

/** Writes a new booking, and the claims that make its hosts' time its own. They are locked, and agreed to be free. */
export async function insertBooking(
  ctx: SchedulingContext,
  em: EntityManager,
  insertion: Insertion,
): Promise<BookingState> {
  const { eventType, rules, hostIds, turns, attendee, location, wish, also } = insertion;
  const { status = 'CONFIRMED', expiresAt = null, takesTime = true } = insertion;
  const { holdId, waiver, resourceIds = [], series, offeredHostIds = [] } = insertion;
  const id = newId('bkg');
  const { organizationId, ownerId } = eventType;
  const meeting = { start: wish.start, end: wish.start + wish.duration * MINUTE_MS };
  const names = await findNames(em, hostIds);
  const data = {
    organizationId,
    ownerId,
    eventTypeId: eventType.id,
    status,
    expiresAt,
    title: writeTitle(eventType.title, names, rules.seats === null ? attendee.name : null),
    startsAt: meeting.start,
    endsAt: meeting.end,
    wallTime: wallTimeAt(rules.timeZone, meeting.start, tzdbVersion),
    hostIds,
    resourceIds,
    attendees: [attendee],
    guests: attendee.guests ?? [],
    location,
    cancellationReason: null,
    seriesId: series?.id ?? null,
    seriesPosition: series?.position ?? null,
    offeredHostIds,
    ...(waiver && { waiver }),
  };
  const during = claimedTime(meeting, rules);
  const claims = takesTime
    ? [
        holdId
          ? takeOver(holdId, id)
          : takeTime({ organizationId, bookingId: id, hostIds, resourceIds, during }),
      ]
    : holdId
      ? [freeHeld(holdId)]
      : [];
  return appendBookingEvent(ctx, em, {
    before: null,
    id,
    fact: { kind: 'CREATED', data },
    audience: await findAudience(em, ownerId, [...hostIds, ...offeredHostIds]),
    turns,
    also: after => [...claims, ...also(after)],
  });
}
