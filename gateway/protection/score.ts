import type { JsonObject } from '#platform/json.ts';

/** A number, or how it comes from the variables of an operation. */
export type Score = number | ((variables: Readonly<JsonObject>) => number);

export const scoreOf = (score: Score, variables: Readonly<JsonObject>): number =>
  typeof score === 'number' ? score : score(variables);

/** Numbers are put together once, what depends on variables each time. */
function combine(scores: readonly Score[], by: (left: number, right: number) => number, none: number): Score {
  const known = scores.filter(score => typeof score === 'number').reduce(by, none);
  const open = scores.filter(score => typeof score === 'function');
  if (open.length === 0) return known;
  return variables => open.reduce((total, score) => by(total, score(variables)), known);
}

export const sumOf = (scores: readonly Score[]): Score => combine(scores, (left, right) => left + right, 0);
export const productOf = (scores: readonly Score[]): Score =>
  combine(scores, (left, right) => left * right, 1);
export const maximumOf = (scores: readonly Score[]): Score =>
  combine(scores, (left, right) => Math.max(left, right), 0);
