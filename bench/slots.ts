import { type HostFacts, plainRules, type SlotFacts } from '../subgraphs/scheduling/domain/event-type.ts';
import { type SlotQuery, slots } from '../subgraphs/scheduling/domain/slots.ts';
import { oracleSlots } from '../subgraphs/scheduling/domain/testing/oracle.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { percentile, printTable } from './kit/figures.ts';
import { type TunedHost, tunedClock, tunedSlots } from './kit/tuned-slots.ts';

const TIME_ZONE = 'Europe/Berlin';
const MINUTE = 60_000;
const DAY = 86_400_000;
const FROM = Date.parse('2027-03-01T00:00:00Z');
const [DURATION, BUFFER] = [30, 5];
const ROUNDS = 41;
/** One timing lasts about so long, in ms. */
const BATCH_MS = 8;
/** Calls until a contender has been compiled as well as it will be. */
const WARM_UP = 400;

interface Workload {
  readonly days: number;
  readonly hosts: number;
  readonly mode: 'SOLO' | 'COLLECTIVE' | 'ROUND_ROBIN';
  /** Busy times of each host. */
  readonly busy: number;
}

const workloads: readonly Workload[] = [
  { days: 31, hosts: 1, mode: 'SOLO', busy: 100 },
  { days: 31, hosts: 1, mode: 'SOLO', busy: 1_000 },
  { days: 31, hosts: 10, mode: 'COLLECTIVE', busy: 100 },
  { days: 365, hosts: 1, mode: 'SOLO', busy: 1_000 },
  { days: 365, hosts: 10, mode: 'ROUND_ROBIN', busy: 1_000 },
];

/** The same numbers in every run (Lehmer's generator). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return sides => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

function hostOf(index: number, { days, busy }: Workload): HostFacts {
  const roll = dice(index + 1);
  const weekly = new Map([1, 2, 3, 4, 5].map(day => [day, [{ start: 540, end: 1020 }]]));
  const firstDay = FROM / DAY;
  const overrides = new Map(
    Array.from({ length: Math.ceil(days / 10) }, (_, number) => [
      firstDay + number * 10 + (index % 7),
      number % 2 === 0 ? [] : [{ start: 600, end: 840 }],
    ]),
  );
  const taken = Array.from({ length: busy }, () => {
    const start = FROM + roll(days * 96) * 15 * MINUTE;
    return { start, end: start + (1 + roll(4)) * 15 * MINUTE };
  });
  return {
    id: `host ${index}`,
    schedule: { timeZone: TIME_ZONE, weekly, overrides },
    busy: taken.sort((a, b) => a.start - b.start),
  };
}

const tunedHost = ({ schedule, busy }: HostFacts): TunedHost => ({
  weekly: [1, 2, 3, 4, 5, 6, 7].map(day => {
    const [hours] = schedule.weekly.get(day) ?? [];
    return hours ? [hours.start, hours.end] : null;
  }),
  overrides: new Map(
    [...schedule.overrides].map(([day, [hours]]) => [day, hours ? [hours.start, hours.end] : null]),
  ),
  busy: Int32Array.from(busy.flatMap(({ start, end }) => [start / MINUTE, end / MINUTE])),
});

/** The three contenders, ready to be called. */
function contenders(workload: Workload) {
  const facts: SlotFacts = {
    rules: {
      ...plainRules,
      durations: [DURATION],
      timeZone: TIME_ZONE,
      schedulingMode: workload.mode,
      bufferBefore: BUFFER,
      bufferAfter: BUFFER,
    },
    hosts: Array.from({ length: workload.hosts }, (_, index) => hostOf(index, workload)),
    now: FROM - DAY,
  };
  const query: SlotQuery = { from: FROM, to: FROM + workload.days * DAY, duration: DURATION };
  const tuned = facts.hosts.map(tunedHost);
  const ids = facts.hosts.map(({ id }) => id);
  const [from, to] = [query.from / MINUTE, query.to / MINUTE];
  const clock = tunedClock(TIME_ZONE, from - 10_000, to + 10_000);
  const needsAll = workload.mode !== 'ROUND_ROBIN';
  const tunedQuery = { from, to, duration: DURATION, before: BUFFER, after: BUFFER, needsAll };
  return {
    engine: () => slots(facts, query),
    oracle: () => oracleSlots(facts, query),
    limit: () => tunedSlots(tuned, ids, clock, tunedQuery),
  };
}

/** Fails unless all three name the same starts with the same hosts; says how many. */
function checkEqual({ engine, oracle, limit }: ReturnType<typeof contenders>): number {
  const text = (found: readonly { start: number; hostIds: readonly string[] }[]) =>
    found.map(({ start, hostIds }) => `${start} ${[...hostIds].sort().join()}`);
  const [ours, theirs, fewest] = [text(engine()), text(oracle()), text(limit())];
  for (const [index, slot] of ours.entries()) {
    if (slot !== theirs[index] || slot !== fewest[index])
      throw new Error(`Slot ${index}: ${slot} (engine), ${theirs[index]} (oracle), ${fewest[index]} (limit)`);
  }
  if (ours.length === 0 || theirs.length !== ours.length || fewest.length !== ours.length)
    throw new Error(`${ours.length}, ${theirs.length} and ${fewest.length} slots`);
  return ours.length;
}

/** Milliseconds of processor time a call: what else runs on the machine does not count. */
function time(call: () => unknown, calls: number): number {
  const begun = process.cpuUsage();
  for (let i = 0; i < calls; i++) call();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000 / calls;
}

function measure(workload: Workload): (string | number)[] {
  const all = contenders(workload);
  const found = checkEqual(all);
  const { engine, oracle, limit } = all;
  const batch = (call: () => unknown) => {
    time(call, WARM_UP);
    return Math.max(1, Math.round(BATCH_MS / Math.max(0.001, time(call, 20))));
  };
  const [engineCalls, limitCalls] = [batch(engine), batch(limit)];
  const times = { engine: [] as number[], oracle: [] as number[], limit: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.engine.push(time(engine, engineCalls));
    times.limit.push(time(limit, limitCalls));
    if (round % 20 === 0) times.oracle.push(time(oracle, 1));
  }
  const [ours, least, slow] = [times.engine, times.limit, times.oracle].map(sample =>
    percentile(sample, 0.5),
  ) as [number, number, number];
  const { days, hosts, mode, busy } = workload;
  const name = `${days} / ${hosts}${hosts > 1 ? ` ${mode.toLowerCase().replace('_', ' ')}` : ''} / ${busy}`;
  return [name, found, least, ours, slow, ours / least, slow / ours];
}

export const benchSlots: Benchmark = {
  about: 'slots against the least that they can cost and against the oracle of the tests',
  method: `
Pure functions in one process, no database. Hosts work Mon–Fri 09:00–17:00 in ${TIME_ZONE} with an override every ten days;
${DURATION} minutes with ${BUFFER} before and after. Busy times are spread at random over all hours. All three must first give equal starts
with equal hosts. Then ${ROUNDS} rounds, in each of which every contender runs for about ${BATCH_MS} ms, one after the other (the oracle once
in 20 rounds); medians of milliseconds of processor time a call. The limit (bench/kit/tuned-slots.ts) is written for these facts alone: integers in
minutes, transitions at hand, no option.`,
  run() {
    const rows = workloads.map(measure);
    printTable(
      [
        'days / hosts / busy',
        'slots',
        'limit ms',
        'engine ms',
        'oracle ms',
        'engine ÷ limit',
        'oracle ÷ engine',
      ],
      rows,
    );
    const ratios = rows.map(row => Number(row[5]).toFixed(1));
    console.log(`engine ÷ limit: ${ratios.join(', ')} (floor 5, goal 2)`);
    return Promise.resolve();
  },
};
