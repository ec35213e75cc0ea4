import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { sharedRead } from '#platform/shared-read.ts';
import { type AbsenceReason, absenceText } from '../domain/absence.ts';
import type { Absence, HostFacts } from '../domain/event-type.ts';
import type { Limit } from '../domain/limits.ts';
import type { DayHours, Schedule } from '../domain/schedule.ts';
import { DAY_MS, dateOf, dayOf } from '../domain/zone.ts';
import { holidaysBetween } from '../schedules/holidays.ts';
import type { WeekdayHours } from '../schedules/schedule.entity.ts';

export interface Span {
  from: number;
  to: number;
}

/** Days around a span whose hours and overrides can matter: zones differ by up to 26 hours, hours run overnight. */
const MARGIN_DAYS = 4;

function daysAround(span: Span): [number, number] {
  return [Math.floor(span.from / DAY_MS) - MARGIN_DAYS, Math.floor(span.to / DAY_MS) + MARGIN_DAYS];
}

interface PersonRow {
  user_id: string;
  position: number | null;
  is_fixed: boolean | null;
  time_zone: string | null;
  weekly_hours: WeekdayHours[] | null;
  holiday_region: string | null;
  overrides: { date: string; hours: DayHours[] }[] | null;
  travel: { first_date: string; last_date: string; time_zone: string }[] | null;
  absences: AbsenceRow[] | null;
  unreadable: { label: string; policy: 'CLOSED' | 'OPEN' | 'WARN' }[] | null;
  limits: Limit[] | null;
  owner_limits: Limit[] | null;
  sources: number;
  /** Epoch milliseconds; `null` where a source was never read, or where there is none. */
  synced_at: number | null;
  group_name: string | null;
}

interface AbsenceRow {
  first_date: string;
  last_date: string;
  reason: AbsenceReason;
  /** Where guests may read it. */
  note: string | null;
  stand_in: string | null;
}

/** What is known of the hosts' calendars, for whoever reads the slots. */
export interface CalendarState {
  /** Epoch milliseconds of the calendar that was read longest ago; `null` where none is connected or ever read. */
  readonly syncedAt: number | null;
  /** The same for each person who has connected calendars. */
  readonly syncedAtByUser: ReadonlyMap<string, number | null>;
  /** Calendars that could not be read, and what the host wants to happen then. */
  readonly unreadable: readonly { hostId: string; label: string; policy: 'CLOSED' | 'OPEN' | 'WARN' }[];
}

export interface LoadedHosts {
  hosts: HostFacts[];
  /** Of the first host in the event type's order: the owner's calendar. */
  timeZone: string;
  /** Limits of the event type's owner over all their event types. */
  ownerLimits: readonly Limit[];
  /** The same of hosts and stand-ins who have some. */
  limitsByUser: ReadonlyMap<string, readonly Limit[]>;
  /** The group of the event type that each of its hosts is in. */
  groupOf: ReadonlyMap<string, string | null>;
  calendars: CalendarState;
}

interface HostsQuestion {
  /** Left out: people as such, by their default schedules. */
  eventTypeId?: string;
  /** Left out: the hosts of the event type. */
  hostIds?: readonly string[] | undefined;
  span: Span;
}

/** Hosts and whoever stands in for them, with all that shapes their hours, in one statement however many they are. */
async function readPeople(em: EntityManager, { eventTypeId, hostIds, span }: HostsQuestion) {
  const [first = '', last = ''] = daysAround(span).map(dateOf);
  const { rows } = await sql<PersonRow>`
    select * from people_of(${eventTypeId ? uuidOf(eventTypeId) : null}::uuid, ${hostIds?.map(uuidOf) ?? null}::uuid[],
      ${first}::date, ${last}::date)`.execute(statements(em));
  return rows;
}

function toSchedule(row: PersonRow, span: Span): Schedule {
  const [first, last] = daysAround(span);
  return {
    // Whoever has no schedule has no hours: they cannot be booked rather than always.
    timeZone: row.time_zone ?? 'UTC',
    weekly: Map.groupBy(row.weekly_hours ?? [], hours => hours.weekday),
    overrides: new Map((row.overrides ?? []).map(({ date, hours }) => [dayOf(date), hours])),
    ...(row.holiday_region && { holidays: new Set(holidaysBetween(row.holiday_region, first, last).keys()) }),
    travel: (row.travel ?? []).map(stay => ({
      firstDay: dayOf(stay.first_date),
      lastDay: dayOf(stay.last_date),
      timeZone: stay.time_zone,
    })),
  };
}

/** Of guests who want the same event type at the same moment, one reads its hosts for all. */
export const loadHosts = sharedRead(readHosts, ({ eventTypeId, hostIds, span }: HostsQuestion) =>
  JSON.stringify([eventTypeId, hostIds, daysAround(span)]),
);

async function readHosts(em: EntityManager, question: HostsQuestion): Promise<LoadedHosts> {
  const people = await readPeople(em, question);
  const byId = new Map(people.map(row => [row.user_id, row]));
  const toHost = (row: PersonRow, depth: number): HostFacts => ({
    id: fromUuid('usr', row.user_id),
    ...(row.is_fixed && { isFixed: true }),
    schedule: toSchedule(row, question.span),
    busy: [],
    absences: (row.absences ?? []).map(absence => toAbsence(absence, depth)),
    unreadableCalendar: row.unreadable?.find(calendar => calendar.policy === 'CLOSED')?.label ?? null,
  });
  const toAbsence = (row: AbsenceRow, depth: number): Absence => {
    const standIn = depth < 5 && row.stand_in ? byId.get(row.stand_in) : undefined;
    return {
      firstDay: dayOf(row.first_date),
      lastDay: dayOf(row.last_date),
      reason: absenceText({ reason: row.reason, note: row.note, isNotePublic: row.note !== null }),
      standIn: standIn ? toHost(standIn, depth + 1) : null,
    };
  };
  const hosts = people.filter(row => row.position !== null);
  return {
    hosts: hosts.map(row => toHost(row, 0)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    timeZone: hosts[0]?.time_zone ?? 'UTC',
    ownerLimits: people[0]?.owner_limits ?? [],
    limitsByUser: new Map(people.map(row => [fromUuid('usr', row.user_id), row.limits ?? []])),
    groupOf: new Map(hosts.map(row => [fromUuid('usr', row.user_id), row.group_name])),
    calendars: calendarState(people),
  };
}

function calendarState(people: readonly PersonRow[]): CalendarState {
  const connected = people.filter(row => row.sources > 0);
  const times = connected.map(row => row.synced_at);
  const read = times.filter(time => time !== null);
  return {
    syncedAtByUser: new Map(connected.map(row => [fromUuid('usr', row.user_id), row.synced_at])),
    syncedAt: read.length > 0 && read.length === times.length ? Math.min(...read) : null,
    unreadable: people.flatMap(row =>
      (row.unreadable ?? []).map(calendar => ({ hostId: fromUuid('usr', row.user_id), ...calendar })),
    ),
  };
}

/** The calendars of one person. */
export function calendarsOf(state: CalendarState, userId: string): CalendarState {
  const unreadable = state.unreadable.filter(({ hostId }) => hostId === userId);
  return { ...state, syncedAt: state.syncedAtByUser.get(userId) ?? null, unreadable };
}
