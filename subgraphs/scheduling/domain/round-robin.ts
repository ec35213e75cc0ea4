import { DAY_MS, dayAt, instantOf, weekdayOf } from './zone.ts';

/** When round robin begins to count anew. */
export type ResetInterval = 'NEVER' | 'WEEKLY' | 'MONTHLY';

/** Who comes first among those who are free, lowest first. */
export const hostPriorities = ['LOWEST', 'LOW', 'MEDIUM', 'HIGH', 'HIGHEST'] as const;
export type HostPriority = (typeof hostPriorities)[number];

/** How the hosts of a ROUND_ROBIN event type take turns. */
export interface RoundRobinRules {
  readonly resetInterval: ResetInterval;
  /** Whether a booking counts that its host or all its guests did not come to. */
  readonly countsNoShows: boolean;
  readonly sameHostOnReschedule: boolean;
  /** How many bookings a host may get ahead of whoever is furthest behind; `null`: any number. */
  readonly maximumLead: number | null;
}

export const plainRoundRobin: RoundRobinRules = {
  resetInterval: 'NEVER',
  countsNoShows: false,
  sameHostOnReschedule: true,
  maximumLead: null,
};

/** A host who takes turns, and what they took since counting began. */
export interface TurnTaker {
  readonly hostId: string;
  readonly weight: number;
  /** Index into `hostPriorities`. */
  readonly priority: number;
  readonly count: number;
  /** Bookings that they are taken to have had, so that who came later starts level with the others. */
  readonly calibration: number;
  /** Epoch milliseconds; `null`: never. */
  readonly lastAssignedAt: number | null;
}

/** What settled whose turn it was. */
export type TurnRule =
  | 'ONLY_FREE'
  | 'SERIES'
  | 'PRIORITY'
  | 'TURN'
  | 'LONGEST_WAITING'
  | 'LOWEST_ID'
  | 'PERSON';

interface TurnCandidate {
  readonly hostId: string;
  readonly weight: number;
  readonly priority: number;
  readonly count: number;
  readonly calibration: number;
  readonly isFree: boolean;
  /** Bookings they lack of their share, this one included; `null` for who was not in the running. */
  readonly shortfall: number | null;
}

/** Why a booking went to whom it went to. */
export interface TurnDecision {
  readonly decidedBy: TurnRule;
  /** Everybody who takes turns, in the order of their ids. */
  readonly candidates: readonly TurnCandidate[];
}

/** Sums of shares are not exact; no two that differ are closer than this. */
const NEARLY = 1e-9;
const ownOf = ({ count, calibration }: TurnTaker) => count + calibration;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** When the counting began that an instant belongs to: midnight of Monday or of the first, on the owner's calendar. */
export function periodStart(interval: ResetInterval, instant: number, timeZone: string): number {
  if (interval === 'NEVER') return 0;
  const today = dayAt(timeZone, instant);
  if (interval === 'WEEKLY') return instantOf(timeZone, today - (weekdayOf(today) - 1), 0);
  return instantOf(timeZone, today - (new Date(today * DAY_MS).getUTCDate() - 1), 0);
}

interface Ranked {
  taker: TurnTaker;
  shortfall: number;
  /** How many bookings each unit of weight will have taken with this one: lowest is due first. */
  due: number;
}

function rank(takers: readonly TurnTaker[]): Ranked[] {
  const weights = sum(takers.map(({ weight }) => weight));
  const next = sum(takers.map(ownOf)) + 1;
  return takers
    .map(taker => ({
      taker,
      shortfall: (next * taker.weight) / weights - ownOf(taker),
      due: Math.round((ownOf(taker) + 1) * (1e8 / taker.weight)),
    }))
    .sort(
      (a, b) =>
        // Whoever has their share already waits: that keeps everybody within one booking of it.
        Number(b.shortfall > NEARLY) - Number(a.shortfall > NEARLY) ||
        a.due - b.due ||
        (a.taker.lastAssignedAt ?? 0) - (b.taker.lastAssignedAt ?? 0) ||
        (a.taker.hostId < b.taker.hostId ? -1 : 1),
    );
}

/** How many are free, and how many of them are asked. */
interface Field {
  free: number;
  asked: number;
}

function ruleBetween(first: Ranked, second: Ranked | undefined, { free, asked }: Field): TurnRule {
  if (!second && free === 1) return 'ONLY_FREE';
  if (!second) return asked === 1 ? 'SERIES' : 'PRIORITY';
  const isTied = first.due === second.due && second.shortfall > NEARLY === first.shortfall > NEARLY;
  if (!isTied) return 'TURN';
  return (first.taker.lastAssignedAt ?? 0) === (second.taker.lastAssignedAt ?? 0)
    ? 'LOWEST_ID'
    : 'LONGEST_WAITING';
}

/**
 * Whose turn it is. Of those who are free only those of the highest priority; of them who lacks most of the share
 * that the weights give; then whoever waits longest; then the lowest id. Nothing is left to chance.
 *
 * Shares follow the quota method of Balinski and Young: while everybody is free, nobody is ever a whole booking
 * away from their exact share. To take whoever lacks most would not keep that with four hosts or more.
 *
 * Where a booking is one of a series only those of the free are `asked` who can take most of it.
 */
export function chooseTurn(
  takers: readonly TurnTaker[],
  free: ReadonlySet<string>,
  asked: ReadonlySet<string> = free,
): { hostId: string; decision: TurnDecision } | null {
  const open = takers.filter(({ hostId }) => asked.has(hostId));
  const highest = Math.max(...open.map(({ priority }) => priority));
  const ranked = rank(open.filter(({ priority }) => priority === highest));
  const [first, second] = ranked;
  if (!first) return null;
  const shortfalls = new Map(ranked.map(({ taker, shortfall }) => [taker.hostId, shortfall]));
  return {
    hostId: first.taker.hostId,
    decision: {
      decidedBy: ruleBetween(first, second, { free: free.size, asked: open.length }),
      candidates: candidatesOf(takers, free, shortfalls),
    },
  };
}

function candidatesOf(
  takers: readonly TurnTaker[],
  free: ReadonlySet<string>,
  shortfalls: ReadonlyMap<string, number>,
): TurnCandidate[] {
  return [...takers]
    .sort((a, b) => (a.hostId < b.hostId ? -1 : 1))
    .map(({ lastAssignedAt: _, ...taker }) => ({
      ...taker,
      isFree: free.has(taker.hostId),
      shortfall: shortfalls.get(taker.hostId) ?? null,
    }));
}

/** What is kept where a person chose, and not the turn. */
export function pickedByPerson(
  takers: readonly TurnTaker[],
  free: ReadonlySet<string> = new Set(),
): TurnDecision {
  return { decidedBy: 'PERSON', candidates: candidatesOf(takers, free, new Map()) };
}

/**
 * Calibrations after hosts came, left or got other weights. Who comes starts where the others stand, and new weights
 * hold from now on: nobody has to make up for what was right before.
 */
export function recalibrated(
  before: readonly TurnTaker[],
  after: readonly Pick<TurnTaker, 'hostId' | 'weight'>[],
): Map<string, number> {
  const known = new Map(before.map(taker => [taker.hostId, taker]));
  const staying = after.flatMap(({ hostId }) => known.get(hostId) ?? []);
  const weights = sum(staying.map(({ weight }) => weight));
  const level = weights > 0 ? sum(staying.map(ownOf)) / weights : 0;
  return new Map(
    after.map(({ hostId, weight }) => {
      const taker = known.get(hostId);
      if (!taker) return [hostId, level * weight];
      return [hostId, taker.calibration + level * (weight - taker.weight)];
    }),
  );
}

/** Who would with one more booking be further ahead of whoever is furthest behind than may be, by weight. */
export function tooFarAhead(takers: readonly TurnTaker[], maximumLead: number): Set<string> {
  const level = Math.min(...takers.map(taker => ownOf(taker) / taker.weight));
  const ahead = takers.filter(taker => ownOf(taker) + 1 - level * taker.weight > maximumLead + NEARLY);
  return new Set(ahead.map(({ hostId }) => hostId));
}

export interface HostShare {
  readonly hostId: string;
  readonly weight: number;
  readonly count: number;
}

export interface Fairness {
  readonly total: number;
  readonly hosts: readonly (HostShare & { target: number; deviation: number })[];
  readonly maximumDeviation: number;
  readonly maximumLead: number;
  /** 0: everybody has their share; towards 1: one has everything. */
  readonly gini: number;
}

/** How far what hosts took is from what their weights say. */
export function fairnessOf(shares: readonly HostShare[]): Fairness {
  const total = sum(shares.map(({ count }) => count));
  const weights = sum(shares.map(({ weight }) => weight));
  const hosts = shares.map(share => {
    const target = (total * share.weight) / weights;
    return { ...share, target, deviation: share.count - target };
  });
  const rates = shares.map(({ count, weight }) => count / weight);
  const level = Math.min(...rates);
  const apart = sum(rates.flatMap(a => rates.map(b => Math.abs(a - b))));
  return {
    total,
    hosts,
    maximumDeviation: Math.max(0, ...hosts.map(({ deviation }) => Math.abs(deviation))),
    maximumLead: Math.max(0, ...shares.map(({ count, weight }) => count - level * weight)),
    gini: total === 0 ? 0 : apart / (2 * rates.length * sum(rates)),
  };
}
