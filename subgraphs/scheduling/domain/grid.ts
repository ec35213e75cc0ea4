import type { SlotRules } from './event-type.ts';
import type { Interval } from './interval.ts';
import type { Opening } from './openings.ts';
import { dayAt, instantOf, MINUTE_MS, wallClockAt } from './zone.ts';

/** Steps that a clock face makes natural, in minutes. */
const NATURAL_STEPS = [60, 30, 20, 15, 10, 5];
const FIVE_MINUTES_MS = 5 * MINUTE_MS;

/** Where slots may begin: from `start` on in equal steps, before `end`. */
interface Track extends Interval {
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

/** Free time cut at the owner's midnights: a window of a query must not decide where it begins. */
function byDay(openStarts: readonly Interval[], timeZone: string): Interval[] {
  const parts: Interval[] = [];
  for (const { start, end } of openStarts) {
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

/** Starts on the tracks within `allowed`, before `latest` and not before `earliest`; sorted, each once. */
export function startsOn(
  tracks: readonly Track[],
  allowed: readonly Interval[],
  earliest: number,
  latest: number,
): number[] {
  const starts: number[] = [];
  let isSorted = true;
  let last = Number.NEGATIVE_INFINITY;
  let first = 0;
  for (const track of tracks) {
    const [from, to] = [Math.max(track.start, earliest), Math.min(track.end, latest)];
    // Tracks begin later and later: what ends before this one can be left behind for good.
    while ((allowed[first]?.end ?? Number.POSITIVE_INFINITY) <= track.start) first++;
    for (let i = first, part = allowed[i]; part && part.start < to; part = allowed[++i]) {
      const begin = Math.max(from, part.start);
      const end = Math.min(to, part.end);
      const steps = Math.ceil((begin - track.start) / track.step);
      for (let start = track.start + steps * track.step; start < end; start += track.step) {
        if (start <= last) isSorted = false;
        last = start;
        starts.push(start);
      }
    }
  }
  return isSorted ? starts : sortedOnce(starts);
}

/** Hours that run into the next day's can name the same start twice. */
function sortedOnce(starts: number[]): number[] {
  starts.sort((a, b) => a - b);
  return starts.filter((start, index) => start !== starts[index - 1]);
}
