import { describe, expect, it } from '@jest/globals';
import { chooseHost, type RoundRobinCandidate } from './round-robin.ts';

const candidate = (
  hostId: string,
  assignments: number,
  lastAssignedAt: number | null,
): RoundRobinCandidate => ({
  hostId,
  assignments,
  lastAssignedAt,
});

describe('round robin', () => {
  it.each([
    ['whoever took least', [candidate('a', 2, 1), candidate('b', 1, 9)], 'b'],
    ['whoever waits longest', [candidate('a', 1, 5), candidate('b', 1, 3)], 'b'],
    ['whoever never had one', [candidate('a', 0, 5), candidate('b', 0, null)], 'b'],
    ['the lowest id', [candidate('b', 1, 5), candidate('a', 1, 5)], 'a'],
    ['nobody of nobody', [], null],
  ])('chooses %s', (_rule, candidates, chosen) => {
    expect(chooseHost(candidates)).toBe(chosen);
  });

  it('leaves the given list alone', () => {
    const candidates = [candidate('b', 1, 1), candidate('a', 0, 1)];
    chooseHost(candidates);
    expect(candidates.map(({ hostId }) => hostId)).toEqual(['b', 'a']);
  });
});
