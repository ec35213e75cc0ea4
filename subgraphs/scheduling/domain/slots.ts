import { type Alternative, alternativesOf } from './alternatives.ts';
import { bookable, HORIZON_DAYS } from './booking-window.ts';
import type { LimitFacts, SeatedBooking, SlotFacts, SlotRules } from './event-type.ts';
import { type Cells, cellsOf, runsOn, startsOf, type Track, tracksOf } from './grid.ts';
import { fillingsAt } from './host-groups.ts';
import { type Interval, intervalAt } from './interval.ts';
import { isWithinLimit } from './limits.ts';
import { DAY_MS, dayAt, instantOf, MINUTE_MS } from './zone.ts';

/** A time that can be booked, and with whom. */
export interface Slot extends Interval {
  /** For COLLECTIVE and SOLO all hosts; for ROUND_ROBIN those who are free, one of whom will be assigned; of groups those who are. */
  readonly hostIds: readonly string[];
  /** How many guests can still book it; `null`: one. */
  readonly seatsRemaining: number | null;
}

export interface SlotQuery {
  /** Slots that start in `[from, to)`, in epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** Minutes. */
  readonly duration: number;
}

/** Hours around a query that decide its slots: slots may end, and hours begin, on the days beside it. */
export const HOURS_MARGIN_MS = 2 * DAY_MS;

/** What facts have to cover for a query to be answered from them. */
export function factsSpan(
  rules: Pick<SlotRules, 'window' | 'isFirstOfDayOnly'>,
  from: number,
  to: number,
  now: number,
): { from: number; to: number } {
  const margin = rules.isFirstOfDayOnly ? 2 * HOURS_MARGIN_MS : HOURS_MARGIN_MS;
  if (rules.window.kind !== 'AVAILABLE_DAYS') return { from: from - margin, to: to + margin };
  return {
    from: Math.min(from, now) - margin,
    to: Math.max(to, now + HORIZON_DAYS * DAY_MS) + margin,
  };
}

/** Bookings that further guests can join. */
function joinable({ rules, seated = [] }: SlotFacts, length: number): SeatedBooking[] {
  const seats = rules.seats ?? 0;
  return seated.filter(booking => booking.seatsTaken < seats && booking.end - booking.start === length);
}

/** Who joins a booking makes none: only what one guest may have counts. */
export function limitsOfJoining({ limits = [] }: SlotFacts): LimitFacts[] {
  return limits.filter(({ limit }) => limit.scope === 'BOOKER');
}

interface Starts {
  /** Epoch milliseconds, half-open. */
  readonly earliest: number;
  readonly latest: number;
}

/** What one way to fill the places offers: when bookings could start, and who would host. */
interface Offer {
  readonly runs: readonly Track[];
  /** Who hosts at every start; `null` where it depends. */
  readonly everywhere: readonly string[] | null;
  readonly hostsAt: (start: number) => readonly string[];
}

/** Who could fill the places at a start that all of them leave open. */
function hostsOf({ together, pools }: Alternative): Omit<Offer, 'runs'> {
  const isPlain =
    pools.length === 0 &&
    together.every(({ hostId, candidates }) => candidates.every(({ host }) => host.id === hostId));
  if (isPlain) {
    const everywhere = together.map(({ hostId }) => hostId);
    return { everywhere, hostsAt: () => everywhere };
  }
  const hostsAt = (start: number) => {
    const ids = together.flatMap(({ candidates }) => {
      const open = candidates.find(candidate => intervalAt(candidate.starts, start));
      return open ? [open.host.id] : [];
    });
    for (const pool of pools) ids.push(...fillingsAt(pool, start).map(({ by }) => by.host.id));
    // Who stands in for a colleague may fill two places.
    return [...new Set(ids)];
  };
  return { everywhere: null, hostsAt };
}

function offerOf(
  alternative: Alternative,
  rules: SlotRules,
  duration: number,
  { earliest, latest }: Starts,
): Offer {
  const { opening } = alternative;
  const tracks = tracksOf(opening, rules, duration);
  return { runs: runsOn(tracks, opening.starts, earliest, latest), ...hostsOf(alternative) };
}

const aroundStarts = (earliest: number, latest: number) => ({
  from: earliest - HOURS_MARGIN_MS,
  to: latest + HOURS_MARGIN_MS,
});

/** Who hosts each cell, as a number: among many starts the same few sets of hosts come up again and again. */
interface HostTable {
  readonly cells: Cells;
  readonly setAt: Uint32Array;
  /** Nobody first. */
  readonly sets: (readonly string[])[];
}

/** Adds the hosts of an offer wherever it has a start. What they add to a set is made once if it is the same everywhere. */
function addTo({ cells, setAt, sets }: HostTable, { runs, everywhere, hostsAt }: Offer) {
  const grown = sets.map(() => 0);
  for (const { start: first, end, step } of runs) {
    const stride = step / cells.unit;
    let cell = (first - cells.first) / cells.unit;
    for (let start = first; start < end; start += step, cell += stride) {
      const before = setAt[cell] ?? 0;
      let after = grown[before] ?? 0;
      if (after === 0) {
        after = sets.push([...new Set([...(sets[before] ?? []), ...hostsAt(start)])]) - 1;
        if (everywhere) grown[before] = after;
      }
      setAt[cell] = after;
    }
  }
}

/** Every start of some offers in order and once, with the hosts of whichever of them. */
function united(
  offers: readonly Offer[],
  { earliest, latest }: Starts,
  slotAt: (start: number, hostIds: readonly string[]) => Slot,
): Slot[] {
  const runs = offers.flatMap(offer => offer.runs);
  const cells = cellsOf(runs, earliest, latest);
  const table: HostTable = { cells, setAt: new Uint32Array(cells.count), sets: [[]] };
  for (const offer of offers) addTo(table, offer);
  const found: Slot[] = [];
  for (let cell = 0, start = cells.first; cell < cells.count; cell++, start += cells.unit) {
    const set = table.setAt[cell] ?? 0;
    if (set > 0) found.push(slotAt(start, table.sets[set] ?? []));
  }
  return found;
}

function slotsOf(offers: readonly Offer[], rules: SlotRules, length: number, range: Starts): Slot[] {
  const slotAt = (start: number, hostIds: readonly string[]) => ({
    start,
    end: start + length,
    hostIds,
    seatsRemaining: rules.seats,
  });
  const [only] = offers;
  if (offers.length > 1 || !only) return united(offers, range, slotAt);
  return startsOf(only.runs).map(start => slotAt(start, only.hostsAt(start)));
}

/** Slots whose start lies in `[earliest, latest)`, whatever notice and window say. */
function openSlots(facts: SlotFacts, duration: number, earliest: number, latest: number): Slot[] {
  const { rules } = facts;
  const length = duration * MINUTE_MS;
  const offers = alternativesOf(facts, length, aroundStarts(earliest, latest)).map(alternative =>
    offerOf(alternative, rules, duration, { earliest, latest }),
  );
  const fresh = slotsOf(offers, rules, length, { earliest, latest });
  const { seats } = rules;
  if (seats === null) return fresh;
  const joins = joinable(facts, length)
    .filter(({ start }) => start >= earliest && start < latest)
    .filter(slot => limitsOfJoining(facts).every(limit => isWithinLimit(limit, slot)))
    .map(({ start, end, hostIds, seatsTaken }) => ({
      start,
      end,
      hostIds,
      seatsRemaining: seats - seatsTaken,
    }));
  return onceByStart([...joins, ...fresh]);
}

/** In order; where a booking can be joined and another host is free at the same time, joining comes first. */
function onceByStart(slots: Slot[]): Slot[] {
  slots.sort((a, b) => a.start - b.start || (a.seatsRemaining ?? 0) - (b.seatsRemaining ?? 0));
  return slots.filter((slot, index) => slot.start !== slots[index - 1]?.start);
}

const earliestStart = ({ rules, now }: SlotFacts) => now + rules.minimumNotice * MINUTE_MS;

/** Slots of whole days, from notice on: what both the first of a day and a window of days with slots are about. */
function slotsOfDays(facts: SlotFacts, duration: number, firstDay: number, lastDay: number): Slot[] {
  const { timeZone } = facts.rules;
  const from = Math.max(instantOf(timeZone, firstDay, 0), earliestStart(facts));
  const to = instantOf(timeZone, lastDay + 1, 0);
  return from < to ? openSlots(facts, duration, from, to) : [];
}

const SEARCHED_DAYS = 28;

/** Answers whether a day has a slot, a few weeks at a time. */
function dayOpener(facts: SlotFacts, duration: number): (day: number) => boolean {
  const { timeZone } = facts.rules;
  const today = dayAt(timeZone, facts.now);
  const searched = new Map<number, Set<number>>();
  return day => {
    const part = Math.floor((day - today) / SEARCHED_DAYS);
    const first = today + part * SEARCHED_DAYS;
    let open = searched.get(part);
    if (!open) {
      const found = slotsOfDays(facts, duration, first, first + SEARCHED_DAYS - 1);
      open = new Set(found.map(slot => dayAt(timeZone, slot.start)));
      searched.set(part, open);
    }
    return open.has(day);
  };
}

/** When slots may begin, as far as the booking window says. */
export function windowSpan(facts: SlotFacts, duration: number): Interval {
  return bookable(facts.rules, facts.now, dayOpener(facts, duration));
}

/** Only the first slot of every day of the owner's calendar. */
function firstOfDays(slots: readonly Slot[], timeZone: string): Slot[] {
  let lastDay = Number.NaN;
  return slots.filter(slot => {
    const day = dayAt(timeZone, slot.start);
    if (day === lastDay) return false;
    lastDay = day;
    return true;
  });
}

/** Every time that can be booked, in order. It is offered here exactly when `verdicts` finds nothing against it. */
export function slots(facts: SlotFacts, query: SlotQuery): Slot[] {
  const { rules } = facts;
  if (!rules.isActive || rules.isTemplate || !rules.durations.includes(query.duration)) return [];
  const window = windowSpan(facts, query.duration);
  const opening = Math.max(window.start, earliestStart(facts));
  const [earliest, latest] = [Math.max(query.from, opening), Math.min(query.to, window.end)];
  if (earliest >= latest) return [];
  if (!rules.isFirstOfDayOnly) return openSlots(facts, query.duration, earliest, latest);
  const { timeZone } = rules;
  // The first of a day may lie before the query, and then none of that day is offered in it.
  const dayStart = Math.max(instantOf(timeZone, dayAt(timeZone, earliest), 0), opening);
  return firstOfDays(openSlots(facts, query.duration, dayStart, latest), timeZone).filter(
    slot => slot.start >= earliest,
  );
}

/** Every start in `[from, to)` that the hours of the hosts put on the grid, taken or not. */
export function gridStarts(facts: SlotFacts, { from, to, duration }: SlotQuery): number[] {
  const rules = { ...facts.rules, isOptimized: false };
  const range = aroundStarts(from, to);
  const length = duration * MINUTE_MS;
  const starts = alternativesOf({ ...facts, rules }, length, range).flatMap(({ opening }) =>
    startsOf(runsOn(tracksOf(opening, rules, duration), [{ start: from, end: to }], from, to)),
  );
  return [...new Set(starts)].sort((a, b) => a - b);
}
