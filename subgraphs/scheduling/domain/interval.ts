/** Half-open `[start, end)`, in milliseconds since the Unix epoch. Lists are sorted by `start`. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Whether two intervals share an instant; touching ones do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && a.end > b.start;
}

function areSorted(intervals: readonly Interval[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const { start } of intervals) {
    if (start < last) return false;
    last = start;
  }
  return true;
}

/** The same list if it is in order already, as it mostly is. */
export function sorted<T extends readonly Interval[]>(intervals: T): T | Interval[] {
  return areSorted(intervals) ? intervals : intervals.toSorted((a, b) => a.start - b.start);
}

/** Whether a list is as `merged` would leave it. */
function areMerged(intervals: readonly Interval[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const { start, end } of intervals) {
    if (start <= last || end <= start) return false;
    last = end;
  }
  return true;
}

/** Sorted, without empty ones, and with overlapping or touching ones joined. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const result: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (const { start, end } of sorted(intervals)) {
    if (start >= end) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else {
      last = { start, end };
      result.push(last);
    }
  }
  return result;
}

/** What two lists have in common, sorted; pieces that touch stay apart. Pieces of one list may overlap. */
export function intersection(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  let first = 0;
  for (const x of a) {
    while ((b[first]?.end ?? Number.POSITIVE_INFINITY) <= x.start) first++;
    for (let j = first, y = b[j]; y && y.start < x.end; y = b[++j]) {
      const start = Math.max(x.start, y.start);
      const end = Math.min(x.end, y.end);
      if (start < end) result.push({ start, end });
    }
  }
  return sorted(result);
}

/** What is left of `from` without `taken`. Both sorted; `taken` may overlap itself. */
export function difference(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = areMerged(taken) ? taken : merged(taken);
  const result: Interval[] = [];
  let first = 0;
  for (const piece of from) {
    while ((holes[first]?.end ?? Number.POSITIVE_INFINITY) <= piece.start) first++;
    let { start } = piece;
    for (let i = first, hole = holes[i]; hole && hole.start < piece.end; hole = holes[++i]) {
      if (hole.start > start) result.push({ start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start < piece.end) result.push({ start, end: piece.end });
  }
  return result;
}

/** The interval of a sorted, disjoint list that holds an instant. */
export function intervalAt(intervals: readonly Interval[], instant: number): Interval | undefined {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((intervals[middle]?.end ?? 0) > instant) high = middle;
    else low = middle + 1;
  }
  const found = intervals[low];
  return found && found.start <= instant ? found : undefined;
}

/** Where at least so many of some lists hold. Each list is as `merged` leaves it, and so is the result. */
export function heldByAtLeast(count: number, lists: readonly (readonly Interval[])[]): Interval[] {
  const edges = lists.flatMap(list =>
    list.flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ]),
  );
  edges.sort((a, b) => a.at - b.at);
  const stretches: Interval[] = [];
  let [holding, since] = [0, 0];
  for (const { at, step } of edges) {
    if (step > 0 && holding + 1 === count) since = at;
    if (step < 0 && holding === count) stretches.push({ start: since, end: at });
    holding += step;
  }
  return merged(stretches);
}
