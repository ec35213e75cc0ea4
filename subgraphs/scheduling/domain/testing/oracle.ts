/**
 * The rules of slots once more, as plainly as they can be said: every start is tried and every rule asked. Wall time is
 * Temporal's alone, and no code is shared with what it checks. Seats are left out.
 */
import type { Busy, HostFacts, SlotFacts, SlotRules } from '../event-type.ts';
import type { Interval } from '../interval.ts';
import {
  clashes,
  common,
  covers,
  dayAt,
  isInWindow,
  MINUTE,
  piecesOf,
  startOfDay,
  staysWithin,
  without,
  workedByAtLeast,
  zoned,
} from './oracle-hours.ts';

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

/** Whoever may take slots on one grid, and who of them at a given time. */
interface Party {
  readonly grid: readonly Interval[];
  /** All hours and taken times at whose ends something may open or close. */
  readonly pieces: readonly Interval[];
  readonly busy: readonly Busy[];
  /** `null`: they cannot. */
  hostsAt(slot: Interval, withLimits: boolean): readonly string[] | null;
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

/** Whether somebody could meet a guest then, whatever their hours. */
function isFree(host: HostFacts, rules: SlotRules, slot: Interval, withLimits: boolean): boolean {
  return (
    !host.unreadableCalendar &&
    !host.busy.some(busy => clashes(busy, rules, slot.start, slot.end)) &&
    (!withLimits || (host.limits ?? []).every(limit => staysWithin(limit, slot)))
  );
}

const canCome = (team: Team, rules: SlotRules, slot: Interval, withLimits: boolean) =>
  covers(team.pieces, slot.start, slot.end) &&
  team.hosts.every(host => isFree(host, rules, slot, withLimits));

function partyOfTeam(team: Team, rules: SlotRules): Party {
  return {
    grid: team.pieces,
    pieces: team.pieces,
    busy: team.hosts.flatMap(host => host.busy),
    hostsAt: (slot, withLimits) =>
      canCome(team, rules, slot, withLimits) ? team.hosts.map(({ id }) => id) : null,
  };
}

/** All who may come where so many of each group do. A group that needs everybody is no different from having none. */
function partyOfGroups({ rules, hosts, groups = [] }: SlotFacts, firstDay: number, lastDay: number): Party {
  const seats = hosts.map(host => ({ hostId: host.id, teams: standingIn(host, firstDay, lastDay) }));
  const restriction = rules.restriction && piecesOf(rules.restriction, firstDay, lastDay);
  const pools = groups
    .filter(({ required, hostIds }) => required < hostIds.length)
    .map(({ required, hostIds }) => ({
      required,
      teams: seats.filter(({ hostId }) => hostIds.includes(hostId)).flatMap(({ teams }) => teams),
      hostIds,
    }));
  const needed = seats.filter(({ hostId }) => !pools.some(({ hostIds }) => hostIds.includes(hostId)));
  const idOf = ({ hosts: [host] }: Team) => host?.id ?? '';
  // Nobody knows when they could come, so they shape no grid either.
  const isReadable = ({ hosts: people }: Team) =>
    people.every(({ unreadableCalendar }) => !unreadableCalendar);
  const everyTeam = seats.flatMap(({ teams }) => teams);
  const lists = [
    ...needed.map(({ teams }) => teams.flatMap(({ pieces }) => pieces)),
    ...pools.map(({ required, teams }) =>
      workedByAtLeast(
        required,
        [...Map.groupBy(teams.filter(isReadable), idOf).values()].map(own =>
          own.flatMap(({ pieces }) => pieces),
        ),
        rules.timeZone,
      ),
    ),
    ...(restriction ? [restriction] : []),
  ];
  return {
    grid: lists.reduce(common),
    pieces: [...everyTeam.flatMap(({ pieces }) => pieces), ...(restriction ?? [])],
    busy: everyTeam.flatMap(({ hosts: people }) => people.flatMap(({ busy }) => busy)),
    hostsAt(slot, withLimits) {
      if (restriction && !covers(restriction, slot.start, slot.end)) return null;
      const coming = (teams: readonly Team[]) => [
        ...new Set(teams.filter(team => canCome(team, rules, slot, withLimits)).map(idOf)),
      ];
      const all = needed.map(({ teams }) => coming(teams));
      const some = pools.map(({ required, teams }) => ({ required, ids: coming(teams) }));
      const isComplete =
        all.every(ids => ids.length > 0) && some.every(({ required, ids }) => ids.length >= required);
      return isComplete ? [...all.flat(), ...some.flatMap(({ ids }) => ids)] : null;
    },
  };
}

/** The same people, when enough rooms and equipment can be had too. */
function withResources(
  party: Party,
  { rules, resources = [] }: SlotFacts,
  firstDay: number,
  lastDay: number,
): Party {
  const sets = resources.map(({ required, resources: all }) => ({
    required,
    usable: all
      .filter(({ outOfUse }) => outOfUse === null)
      .map(({ busy, schedule }) => ({ busy, hours: schedule && piecesOf(schedule, firstDay, lastDay) })),
  }));
  const usable = sets.flatMap(set => set.usable);
  return {
    grid: party.grid,
    pieces: [...party.pieces, ...usable.flatMap(({ hours }) => hours ?? [])],
    busy: [...party.busy, ...usable.flatMap(({ busy }) => busy)],
    hostsAt(slot, withLimits) {
      const isEnough = sets.every(
        ({ required, usable: some }) =>
          some.filter(
            ({ busy, hours }) =>
              (!hours || covers(hours, slot.start, slot.end)) &&
              !busy.some(taken => clashes(taken, rules, slot.start, slot.end)),
          ).length >= required,
      );
      return isEnough ? party.hostsAt(slot, withLimits) : null;
    },
  };
}

function partiesOf(facts: SlotFacts, firstDay: number, lastDay: number): Party[] {
  const parties = facts.groups
    ? [partyOfGroups(facts, firstDay, lastDay)]
    : teamsOf(facts, firstDay, lastDay).map(team => partyOfTeam(team, facts.rules));
  return parties.map(party => withResources(party, facts, firstDay, lastDay));
}

function gridStarts(party: Party, rules: SlotRules, duration: number): number[] {
  const step = rules.slotInterval ?? duration;
  const natural = [60, 30, 20, 15, 10, 5].find(minutes => step % minutes === 0);
  const starts: number[] = [];
  for (const { start, end } of party.grid) {
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
function optimizedStarts(party: Party, facts: SlotFacts, duration: number): number[] {
  const { rules } = facts;
  const [length, step] = [duration * MINUTE, (rules.slotInterval ?? duration) * MINUTE];
  const isOpen = (start: number) => party.hostsAt({ start, end: start + length }, false) !== null;
  const { busy } = party;
  // Only at these instants can starts become possible, or stop to be.
  const opening = [
    ...party.pieces.map(({ start }) => start),
    ...busy.flatMap(({ end }) => [end, end + rules.bufferBefore * MINUTE]),
  ];
  const closing = [
    ...party.pieces.map(({ end }) => end - length),
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

/** What every rule but the two that look at whole days allows. */
function openSlots(facts: SlotFacts, { from, to, duration }: Question): OracleSlot[] {
  const { rules } = facts;
  const firstDay = dayAt(from, 'UTC') - 4;
  const lastDay = dayAt(to, 'UTC') + 4 + Math.ceil(duration / 1440);
  const isWithinLimits = (slot: Interval) => (facts.limits ?? []).every(limit => staysWithin(limit, slot));
  const hostsByStart = new Map<number, Set<string>>();
  for (const party of partiesOf(facts, firstDay, lastDay)) {
    const starts = rules.isOptimized
      ? optimizedStarts(party, facts, duration)
      : gridStarts(party, rules, duration);
    for (const start of starts) {
      const end = start + duration * MINUTE;
      if (start < from || start >= to) continue;
      if (!isInWindow(facts, start) || !isWithinLimits({ start, end })) continue;
      const hostIds = party.hostsAt({ start, end }, true);
      if (!hostIds) continue;
      const ids = hostsByStart.get(start) ?? new Set();
      for (const id of hostIds) ids.add(id);
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
