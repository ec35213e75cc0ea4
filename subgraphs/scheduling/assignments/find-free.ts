import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { BookingRow } from '../bookings/booking.entity.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingState } from '../domain/booking.ts';
import { plainRules } from '../domain/event-type.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Assignment, assignments, verdicts } from '../domain/verdicts.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { type LoadedFacts, loadHours, withTakenTime } from '../slots/load-facts.ts';
import type { Tables } from '../tables.ts';

interface PeopleQuestion {
  booking: BookingRow;
  eventType: EventTypeRow;
  /** Hosts of the event type, in its order, and others who might take the booking. */
  hostIds: readonly string[];
  now: number;
}

/** Everybody who might host a booking as it stands, locked, and what is taken of their time by anything else. */
export async function lockPeople(
  em: EntityManager,
  { booking, eventType, hostIds, now }: PeopleQuestion,
): Promise<LoadedFacts> {
  const span = { from: booking.startsAt.getTime(), to: booking.endsAt.getTime() };
  const facts = await loadHours(em, { eventType, hostIds, span, now });
  return withTakenTime(em, facts, { exceptBookingId: booking.id, isLocking: true });
}

interface Free {
  open: Assignment[];
  /** What stands against all of them, where nobody is free. */
  reasons: Verdict[];
}

/**
 * Which of some people could host a booking at the time that it has. Only what is theirs counts: that it may take
 * place then was agreed when it was booked, whatever the event type offers by now.
 */
export function freeAmong(
  facts: LoadedFacts,
  booking: Pick<BookingState, 'startsAt' | 'endsAt'>,
  mayHost: (hostId: string) => boolean,
  { isStandInWelcome }: { isStandInWelcome: boolean },
): Free {
  const { bufferBefore, bufferAfter, padsForeignEvents, timeZone } = facts.rules;
  const duration = (booking.endsAt - booking.startsAt) / MINUTE_MS;
  const wish = { start: booking.startsAt, duration };
  const asked = {
    rules: {
      ...plainRules,
      ...{ bufferBefore, bufferAfter, padsForeignEvents, timeZone },
      schedulingMode: 'ROUND_ROBIN' as const,
      durations: [duration],
      slotInterval: 1,
    },
    hosts: facts.hosts
      .filter(({ id }) => mayHost(id))
      .map(host => ({
        ...host,
        isFixed: false,
        isTooFarAhead: false,
        absences: (host.absences ?? []).map(away => (isStandInWelcome ? away : { ...away, standIn: null })),
      })),
    now: Math.min(facts.now, booking.startsAt),
  };
  const reasons = verdicts(asked, wish).filter(({ passed }) => !passed);
  return { open: assignments(asked, wish), reasons };
}

interface Person {
  field: string;
  userId: string;
  allowOutsideHosts: boolean;
}

/** A person whom somebody names to host: of the event type, or of the team where that is allowed. */
export async function requireEligible(
  ctx: SchedulingContext,
  eventType: EventTypeRow,
  { field, userId, allowOutsideHosts }: Person,
): Promise<string> {
  const id = requireId('usr', userId, field);
  const hosts = await ctx.loaders.hostsOfEventType.load(eventType.id);
  if (hosts.some(host => host.userId === id)) return id;
  if (!allowOutsideHosts) throw badInput(field, 'It must be a host of the event type.');
  const [member] = eventType.ownerId.startsWith('team_')
    ? await rows<Tables>(ctx.em)
        .selectFrom('Membership')
        .select('userId')
        .where('teamId', '=', eventType.ownerId)
        .where('isEnded', '=', false)
        .where('userId', '=', id)
        .execute()
    : [];
  if (!member) throw badInput(field, 'It must be a host of the event type or a member of its team.');
  return id;
}
