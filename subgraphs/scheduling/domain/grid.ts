import type { SlotRules } from './event-type.ts';
import type { Interval } from './interval.ts';
import type { Opening } from './openings.ts';
import { dayAt, instantOf, MINUTE_MS, wallClockAt } from './zone.ts';

/** Steps that a clock face makes natural, in minutes. */
const NATURAL_STEPS = [60, 30, 20, 15, 10, 5];
const FIVE_MINUTES_MS = 5 * MINUTE_MS;

/** Where slots may begin: from `start` on in equal steps, before `end`. */
export interface Track extends Interval {
  readonly step: number;
}

/** The minutes between two starts. */
export function stepOf(rules: SlotRules, duration: number): number {
  return rules.slotInterval ?? duration;
}

/** The first start of a piece of hours: the piece's own, moved to the next natural minute of the owner's clock. */
function anchorOf(piece: Interval, rules: SlotRules, step: number): number {
  const offset = rules.startOffset * MINUTE_MS;
  const natural = NATURAL_STEPS.find(minutes => step % minutes === 0);
  if (!natural) return piece.start + offset;
  const past = wallClockAt(rules.timeZone, piece.start) % (natural * MINUTE_MS);
  return (past === 0 ? piece.start : piece.start + natural * MINUTE_MS - past) + offset;
}

/** Stretches of time cut at the owner's midnights: a window of a query must not decide where it begins. */
export function byDay(stretches: readonly Interval[], timeZone: string): Interval[] {
  const parts: Interval[] = [];
  for (const { start, end } of stretches) {
    let from = start;
    for (let day = dayAt(timeZone, start) + 1; from < end; day++) {
      const to = Math.min(end, Math.max(from, instantOf(timeZone, day, 0)));
      if (to > from) parts.push({ start: from, end: to });
      from = to;
    }
  }
  return parts;
}

/**
 * The tracks of an opening, in order of their starts. As a rule each piece of hours has one. Optimized event types have one for each
 * stretch of free time of a day instead, from its beginning on, so that as many slots as possible fit.
 */
export function tracksOf(opening: Opening, rules: SlotRules, duration: number): Track[] {
  const step = stepOf(rules, duration);
  if (rules.isOptimized) {
    return byDay(opening.openStarts, rules.timeZone).map(({ start, end }) => ({
      start: Math.ceil(start / FIVE_MINUTES_MS) * FIVE_MINUTES_MS,
      end,
      step: step * MINUTE_MS,
    }));
  }
  return opening.pieces.map(piece => ({
    start: anchorOf(piece, rules, step),
    end: piece.end,
    step: step * MINUTE_MS,
  }));
}

/** Whether a slot may begin at an instant, as far as the tracks say. */
export function isOnTrack(tracks: readonly Track[], start: number): boolean {
  return tracks.some(
    track => start >= track.start && start < track.end && (start - track.start) % track.step === 0,
  );
}

/** The starts on the tracks within `allowed`, before `latest` and not before `earliest`, in runs of equal steps. */
export function runsOn(
  tracks: readonly Track[],
  allowed: readonly Interval[],
  earliest: number,
  latest: number,
): Track[] {
  const runs: Track[] = [];
  let first = 0;
  for (const { start: base, end: bound, step } of tracks) {
    const from = Math.max(base, earliest);
    const to = Math.min(bound, latest);
    // Tracks begin later and later: what ends before this one can be left behind for good.
    while ((allowed[first]?.end ?? Number.POSITIVE_INFINITY) <= base) first++;
    for (let i = first, part = allowed[i]; part && part.start < to; part = allowed[++i]) {
      const end = Math.min(to, part.end);
      const start = base + Math.ceil((Math.max(from, part.start) - base) / step) * step;
      if (start < end) runs.push({ start, end, step });
    }
  }
  return runs;
}

/** Every start of some runs, in order and once. */
export function startsOf(runs: readonly Track[]): number[] {
  const starts: number[] = [];
  let isSorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (const { start: first, end, step } of runs) {
    if (first <= last) isSorted = false;
    for (let start = first; start < end; start += step) {
      last = start;
      starts.push(start);
    }
  }
  return isSorted ? starts : sortedOnce(starts);
}

/** Hours that run into the next day's can name the same start twice. */
function sortedOnce(starts: number[]): number[] {
  starts.sort((a, b) => a - b);
  return starts.filter((start, index) => start !== starts[index - 1]);
}

/** Equal steps from the first start on, of which every start of some runs is one. */
export interface Cells {
  /** Epoch milliseconds. */
  readonly first: number;
  /** Milliseconds from one to the next: as a rule minutes, for hours and clocks are set to the minute. */
  readonly unit: number;
  readonly count: number;
}

/** The widest cells that hold the starts in `[earliest, latest)` of all runs. */
export function cellsOf(runs: readonly Track[], earliest: number, latest: number): Cells {
  const [any] = runs;
  if (!any) return { first: earliest, unit: 1, count: 0 };
  let unit = any.step;
  for (const { start, step } of runs) {
    if (step % unit !== 0) unit = commonDivisor(unit, step);
    const distance = Math.abs(start - any.start);
    if (distance % unit !== 0) unit = commonDivisor(unit, distance);
  }
  const first = any.start + Math.ceil((earliest - any.start) / unit) * unit;
  return { first, unit, count: Math.max(0, Math.ceil((latest - first) / unit)) };
}

/** The greatest number that both are multiples of (Euclid). */
function commonDivisor(a: number, b: number): number {
  let [divisor, rest] = [a, b % a];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
