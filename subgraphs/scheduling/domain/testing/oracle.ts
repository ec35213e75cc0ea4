/**
 * The rules of slots once more, as plainly as they can be said: every start is tried and every rule asked. Wall time is
 * Temporal's alone, and no code is shared with what it checks. Seats are left out.
 */
import type { Busy, HostFacts, LimitFacts, SlotFacts, SlotRules } from '../event-type.ts';
import type { Interval } from '../interval.ts';
import type { DayHours, Schedule } from '../schedule.ts';

export interface OracleSlot extends Interval {
  readonly hostIds: readonly string[];
}

interface Question {
  readonly from: number;
  readonly to: number;
  /** Minutes. */
  readonly duration: number;
}

/** People who would meet the guest together, and the hours that all of them have. */
interface Team {
  readonly hosts: readonly HostFacts[];
  readonly pieces: readonly Interval[];
}

const MINUTE = 60_000;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

const zoned = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
const dateOf = (day: number) => EPOCH.add({ days: day });
const dayNumber = (date: Temporal.PlainDate) => EPOCH.until(date, { largestUnit: 'days' }).days;
const startOfDay = (day: number, zone: string) => dateOf(day).toZonedDateTime(zone).epochMilliseconds;
const wallTime = (day: number, minutes: number, zone: string) =>
  dateOf(day).toPlainDateTime().add({ minutes }).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;

/** A day lasts until the next one begins, even where clocks set back past midnight show its date once more. */
function dayAt(instant: number, zone: string): number {
  const day = dayNumber(zoned(instant, zone).toPlainDate());
  return startOfDay(day + 1, zone) <= instant ? day + 1 : day;
}

function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap(x =>
    b
      .map(y => ({ start: Math.max(x.start, y.start), end: Math.min(x.end, y.end) }))
      .filter(({ start, end }) => start < end),
  );
}

function without(pieces: readonly Interval[], hole: Interval): Interval[] {
  return pieces.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, hole.start) },
      { start: Math.max(start, hole.end), end },
    ].filter(part => part.start < part.end),
  );
}

function hoursOfDay({ overrides, holidays, weekly }: Schedule, day: number): readonly DayHours[] {
  const override = overrides.get(day);
  if (override) return override;
  if (holidays?.has(day)) return [];
  return weekly.get(dateOf(day).dayOfWeek) ?? [];
}

/** The hours of each day, resolved on that day's clock. */
function piecesOf(schedule: Schedule, firstDay: number, lastDay: number): Interval[] {
  const pieces: Interval[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const stay = schedule.travel?.find(({ firstDay: first, lastDay: last }) => first <= day && day <= last);
    const zone = stay?.timeZone ?? schedule.timeZone;
    const exists = dayAt(startOfDay(day, zone), zone) === day;
    if (!exists) continue;
    for (const { start, end } of hoursOfDay(schedule, day)) {
      const piece = { start: wallTime(day, start, zone), end: wallTime(day, end, zone) };
      if (piece.start < piece.end) pieces.push(piece);
    }
  }
  return pieces;
}

/** Who hosts when one host was asked for: that host, and for the days of an absence the stand-in. */
function standingIn(host: HostFacts, firstDay: number, lastDay: number): Team[] {
  const zone = host.schedule.timeZone;
  let pieces = piecesOf(host.schedule, firstDay, lastDay);
  const others: Team[] = [];
  for (const absence of host.absences ?? []) {
    const away = { start: startOfDay(absence.firstDay, zone), end: startOfDay(absence.lastDay + 1, zone) };
    pieces = without(pieces, away);
    if (!absence.standIn) continue;
    for (const team of standingIn(absence.standIn, firstDay, lastDay)) {
      others.push({ hosts: team.hosts, pieces: common(team.pieces, [away]) });
    }
  }
  return [{ hosts: [host], pieces }, ...others];
}

/** Every set of people that could take a slot between two days of UTC's calendar. */
function teamsOf({ rules, hosts }: SlotFacts, firstDay: number, lastDay: number): Team[] {
  const restriction = rules.restriction && piecesOf(rules.restriction, firstDay, lastDay);
  const seats = hosts.map(host => (host.isTooFarAhead ? [] : standingIn(host, firstDay, lastDay)));
  const always = seats.filter((_seat, index) => hosts[index]?.isFixed);
  const inTurn = seats.filter((_seat, index) => !hosts[index]?.isFixed);
  const takesTurns = rules.schedulingMode === 'ROUND_ROBIN' && inTurn.length > 0;
  const groups = takesTurns ? inTurn.map(seat => [...always, seat]) : [seats];
  const teams = groups.flatMap(([first, ...others]) =>
    others.reduce(
      (some, seat) =>
        some.flatMap(a =>
          seat.map(b => ({ hosts: [...a.hosts, ...b.hosts], pieces: common(a.pieces, b.pieces) })),
        ),
      first ?? [],
    ),
  );
  return restriction ? teams.map(team => ({ ...team, pieces: common(team.pieces, restriction) })) : teams;
}

function covers(pieces: readonly Interval[], start: number, end: number): boolean {
  let reached = start;
  while (reached < end) {
    const ends = pieces
      .filter(piece => piece.start <= reached && reached < piece.end)
      .map(piece => piece.end);
    if (ends.length === 0) return false;
    reached = Math.max(...ends);
  }
  return true;
}

function clashes(busy: Busy, rules: SlotRules, start: number, end: number): boolean {
  const isBare = busy.isForeign === true && !rules.padsForeignEvents;
  const from = isBare ? start : start - rules.bufferBefore * MINUTE;
  const to = isBare ? end : end + rules.bufferAfter * MINUTE;
  return busy.start < to && from < busy.end;
}

/** The name of the day, week, month or year that an instant lies in. */
function periodName(period: string, instant: number, zone: string): string {
  const date = dateOf(dayAt(instant, zone));
  if (period === 'WEEK') return date.subtract({ days: date.dayOfWeek - 1 }).toString();
  return date.toString().slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[period]);
}

function staysWithin({ limit, timeZone, used }: LimitFacts, meeting: Interval): boolean {
  const amount = (meetings: readonly Interval[]) =>
    meetings.reduce(
      (sum, { start, end }) => sum + (limit.unit === 'BOOKINGS' ? 1 : (end - start) / MINUTE),
      0,
    );
  const all = [...used, meeting];
  if (limit.period === 'FUTURE') return amount(all) <= limit.max;
  if (limit.period === 'ROLLING') {
    const length = (limit.days ?? 1) * 24 * 60 * MINUTE;
    const isWithin = (start: number, other: Interval) => other.start >= start && other.start < start + length;
    return all
      .filter(({ start }) => isWithin(start, meeting))
      .every(({ start }) => amount(all.filter(other => isWithin(start, other))) <= limit.max);
  }
  const name = periodName(limit.period, meeting.start, timeZone);
  return amount(all.filter(other => periodName(limit.period, other.start, timeZone) === name)) <= limit.max;
}

/** Whether these people could meet somebody then, whatever the grid says. */
function suits(team: Team, facts: SlotFacts, start: number, end: number, withLimits: boolean): boolean {
  if (!covers(team.pieces, start, end)) return false;
  return team.hosts.every(
    host =>
      !host.unreadableCalendar &&
      !host.busy.some(busy => clashes(busy, facts.rules, start, end)) &&
      (!withLimits || (host.limits ?? []).every(limit => staysWithin(limit, { start, end }))),
  );
}

function gridStarts(team: Team, rules: SlotRules, duration: number): number[] {
  const step = rules.slotInterval ?? duration;
  const natural = [60, 30, 20, 15, 10, 5].find(minutes => step % minutes === 0);
  const starts: number[] = [];
  for (const { start, end } of team.pieces) {
    let anchor = start;
    if (natural) {
      const { minute, second, millisecond } = zoned(start, rules.timeZone);
      const past = ((minute % natural) * 60 + second) * 1000 + millisecond;
      if (past > 0) anchor += natural * MINUTE - past;
    }
    for (let at = anchor + rules.startOffset * MINUTE; at < end; at += step * MINUTE) starts.push(at);
  }
  return starts;
}

/** In each day of the owner's calendar from the first moment on at which a slot could begin, at fives of the clock. */
function optimizedStarts(team: Team, facts: SlotFacts, duration: number): number[] {
  const { rules } = facts;
  const [length, step] = [duration * MINUTE, (rules.slotInterval ?? duration) * MINUTE];
  const isOpen = (start: number) => suits(team, facts, start, start + length, false);
  const busy = team.hosts.flatMap(host => host.busy);
  // Only at these instants can starts become possible, or stop to be.
  const opening = [
    ...team.pieces.map(({ start }) => start),
    ...busy.flatMap(({ end }) => [end, end + rules.bufferBefore * MINUTE]),
  ];
  const closing = [
    ...team.pieces.map(({ end }) => end - length),
    ...busy.flatMap(({ start }) => [start - length, start - length - rules.bufferAfter * MINUTE]),
  ];
  const lasts = closing.filter(start => isOpen(start) && !isOpen(start + 1));
  return opening
    .filter(start => isOpen(start) && !isOpen(start - 1))
    .flatMap(first => {
      const starts: number[] = [];
      const last = Math.min(...lasts.filter(start => start >= first));
      for (let from = first; from <= last; ) {
        const midnight = startOfDay(dayAt(from, rules.timeZone) + 1, rules.timeZone);
        let at = Math.ceil(from / (5 * MINUTE)) * 5 * MINUTE;
        for (; at <= last && at < midnight; at += step) starts.push(at);
        from = midnight;
      }
      return starts;
    });
}

/** Whether a time is neither too soon nor too far ahead; `AVAILABLE_DAYS` is counted elsewhere. */
function isInWindow({ rules, now }: SlotFacts, start: number): boolean {
  const { window, timeZone } = rules;
  if (start - now < rules.minimumNotice * MINUTE) return false;
  const today = dayAt(now, timeZone);
  if (window.kind === 'CALENDAR_DAYS') return start < startOfDay(today + window.days + 1, timeZone);
  if (window.kind === 'BUSINESS_DAYS') {
    let last = today;
    for (let counted = 0; counted < window.days; ) if (dateOf(++last).dayOfWeek <= 5) counted++;
    return start < startOfDay(last + 1, timeZone);
  }
  if (window.kind === 'DATES') {
    return start >= startOfDay(window.firstDay, timeZone) && start < startOfDay(window.lastDay + 1, timeZone);
  }
  return true;
}

/** What every rule but the two that look at whole days allows. */
function openSlots(facts: SlotFacts, { from, to, duration }: Question): OracleSlot[] {
  const { rules } = facts;
  const firstDay = dayAt(from, 'UTC') - 4;
  const lastDay = dayAt(to, 'UTC') + 4 + Math.ceil(duration / 1440);
  const isWithinLimits = (slot: Interval) => (facts.limits ?? []).every(limit => staysWithin(limit, slot));
  const hostsByStart = new Map<number, Set<string>>();
  for (const team of teamsOf(facts, firstDay, lastDay)) {
    const starts = rules.isOptimized
      ? optimizedStarts(team, facts, duration)
      : gridStarts(team, rules, duration);
    for (const start of starts) {
      const end = start + duration * MINUTE;
      if (start < from || start >= to) continue;
      if (
        !isInWindow(facts, start) ||
        !suits(team, facts, start, end, true) ||
        !isWithinLimits({ start, end })
      )
        continue;
      const ids = hostsByStart.get(start) ?? new Set();
      for (const host of team.hosts) ids.add(host.id);
      hostsByStart.set(start, ids);
    }
  }
  return [...hostsByStart]
    .map(([start, ids]) => ({ start, end: start + duration * MINUTE, hostIds: [...ids].sort() }))
    .sort((a, b) => a.start - b.start);
}

/** The first days, today included, that have a slot. */
function availableDays(facts: SlotFacts, duration: number, count: number, until: number): Set<number> {
  const zone = facts.rules.timeZone;
  const today = dayAt(facts.now, zone);
  const days = new Set<number>();
  for (let day = today; day <= Math.min(today + 399, until) && days.size < count; day++) {
    const span = { from: startOfDay(day, zone), to: startOfDay(day + 1, zone) };
    if (openSlots(facts, { ...span, duration }).length > 0) days.add(day);
  }
  return days;
}

/** Every time that can be booked, in order. */
export function oracleSlots(facts: SlotFacts, { from, to, duration }: Question): OracleSlot[] {
  const { rules } = facts;
  if (!rules.isActive || !rules.durations.includes(duration) || from >= to) return [];
  const dayOf = (start: number) => dayAt(start, rules.timeZone);
  const firstDay = startOfDay(dayOf(from), rules.timeZone);
  let open = openSlots(facts, { from: rules.isFirstOfDayOnly ? firstDay : from, to, duration });
  if (rules.window.kind === 'AVAILABLE_DAYS') {
    const days = availableDays(facts, duration, rules.window.days, dayOf(to));
    open = open.filter(({ start }) => days.has(dayOf(start)));
  }
  if (rules.isFirstOfDayOnly) {
    const days = open.map(({ start }) => dayOf(start));
    open = open.filter((_, index) => days[index] !== days[index - 1]);
  }
  return open.filter(({ start }) => start >= from);
}
