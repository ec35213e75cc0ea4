/**
 * What slots cost at the least: written for the benchmark's facts, with none of the engine's options. Time is minutes
 * since 1970 in integers, the zone's transitions are at hand, and starts are cells of one array, a bit for each host.
 */
export interface TunedHost {
  /** By weekday, Monday first: start and end in minutes after midnight, or nothing. */
  readonly weekly: readonly (readonly [number, number] | null)[];
  /** By days since 1970. */
  readonly overrides: ReadonlyMap<number, readonly [number, number] | null>;
  /** Start, end, start, end … */
  readonly busy: Int32Array;
}

/** Since when the clocks are how far ahead of UTC; since ever first. */
export interface TunedClock {
  readonly since: readonly number[];
  readonly offset: readonly number[];
}

export interface TunedQuery {
  readonly from: number;
  readonly to: number;
  /** Also from one start to the next; hours begin at multiples of it. */
  readonly duration: number;
  readonly before: number;
  readonly after: number;
  readonly needsAll: boolean;
}

const DAY = 1440;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

/** The zone's transitions, read once. */
export function tunedClock(timeZone: string, from: number, to: number): TunedClock {
  let at = Temporal.Instant.fromEpochMilliseconds(from * 60_000).toZonedDateTimeISO(timeZone);
  const since = [Number.NEGATIVE_INFINITY];
  const offset = [at.offsetNanoseconds / 6e10];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > to * 60_000) return { since, offset };
    since.push(next.epochMilliseconds / 60_000);
    offset.push(next.offsetNanoseconds / 6e10);
    at = next;
  }
}

interface Cells {
  /** A bit for each host who could begin there. */
  readonly hosts: Int32Array;
  readonly count: number;
  /** Minutes: where the first cell is, and how long each is. */
  readonly base: number;
  readonly step: number;
}

/** Kept from call to call: memory that is asked for anew costs more than the arithmetic. */
let scratch = new Int32Array(0);

function cellsOf(firstDay: number, lastDay: number, step: number): Cells {
  const count = ((lastDay - firstDay + 3) * DAY) / step;
  if (scratch.length < count) scratch = new Int32Array(count);
  else scratch.fill(0, 0, count);
  return { hosts: scratch, count, base: (firstDay - 1) * DAY, step };
}

function open(
  cells: Cells,
  host: TunedHost,
  bit: number,
  clock: TunedClock,
  firstDay: number,
  lastDay: number,
) {
  const { hosts, base, step } = cells;
  let period = 0;
  for (let day = firstDay; day <= lastDay; day++) {
    const override = host.overrides.get(day);
    const hours = override === undefined ? host.weekly[(day + FIRST_WEEKDAY) % 7] : override;
    if (!hours) continue;
    // Clocks change at night here: one offset holds for the hours of a day.
    const wall = day * DAY + hours[0];
    while ((clock.since[period + 1] as number) <= wall - (clock.offset[period] as number)) period++;
    const first = (wall - (clock.offset[period] as number) - base) / step;
    const last = first + Math.floor((hours[1] - hours[0]) / step);
    for (let cell = first; cell < last; cell++) hosts[cell] = (hosts[cell] as number) | bit;
  }
}

function close(
  { hosts, count, base, step }: Cells,
  busy: Int32Array,
  bit: number,
  { before, after }: TunedQuery,
) {
  for (let i = 0; i < busy.length; i += 2) {
    const first = Math.floor(((busy[i] as number) - after - step - base) / step) + 1;
    const last = Math.min(count, Math.ceil(((busy[i + 1] as number) + before - base) / step));
    for (let cell = Math.max(0, first); cell < last; cell++) hosts[cell] = (hosts[cell] as number) & ~bit;
  }
}

/** The slots with their hosts, in epoch milliseconds: each set of hosts is named once. */
export function tunedSlots(
  hosts: readonly TunedHost[],
  ids: readonly string[],
  clock: TunedClock,
  query: TunedQuery,
) {
  const { from, to, duration: step, needsAll } = query;
  const [firstDay, lastDay] = [Math.floor(from / DAY) - 1, Math.floor(to / DAY) + 1];
  const cells = cellsOf(firstDay, lastDay, step);
  for (const [who, host] of hosts.entries()) {
    open(cells, host, 1 << who, clock, firstDay, lastDay);
    close(cells, host.busy, 1 << who, query);
  }
  const everybody = (1 << hosts.length) - 1;
  const sets: (readonly string[] | undefined)[] = [];
  const slots: { start: number; end: number; hostIds: readonly string[] }[] = [];
  const last = Math.ceil((to - cells.base) / step);
  for (let cell = Math.ceil((from - cells.base) / step); cell < last; cell++) {
    const there = cells.hosts[cell] as number;
    if (needsAll ? there !== everybody : there === 0) continue;
    sets[there] ??= ids.filter((_id, who) => (there >> who) & 1);
    const start = (cells.base + cell * step) * 60_000;
    slots.push({ start, end: start + step * 60_000, hostIds: sets[there] });
  }
  return slots;
}
