import { describe, expect, it } from '@jest/globals';
import { type HostFacts, plainRules, type SlotFacts } from './event-type.ts';
import { planConfirmations } from './series-confirmation.ts';

const HOUR = 3_600_000;
const nine = Date.parse('2026-10-19T09:00:00Z');
const hourAt = (start: number) => ({ start, end: start + HOUR });

function host(id: string, ...starts: number[]): HostFacts {
  const schedule = { timeZone: 'UTC', weekly: new Map(), overrides: new Map(), travel: [] };
  return { id, schedule, busy: starts.map(hourAt) };
}

const factsOf = (...hosts: HostFacts[]): SlotFacts => ({
  rules: { ...plainRules, durations: [60], timeZone: 'UTC', bufferAfter: 15 },
  hosts,
  now: nine - HOUR,
});
const waiting = (start: number, hostIds: string[], hasTime = false) => ({
  ...hourAt(start),
  hostIds,
  resourceIds: [],
  hasTime,
});
const rulesOf = (facts: SlotFacts, ...pending: ReturnType<typeof waiting>[]) =>
  planConfirmations(facts, pending).map(({ reasons }) => reasons.map(({ rule }) => rule));

describe('confirming several bookings together', () => {
  it('asks of each only its own hosts', () => {
    const facts = factsOf(host('a', nine), host('b'));
    expect(rulesOf(facts, waiting(nine, ['a']), waiting(nine, ['b']))).toEqual([['CONFLICT'], []]);
  });

  it('lets the first have what two of them want, buffers included', () => {
    const near = nine + HOUR + 10 * 60_000;
    expect(rulesOf(factsOf(host('a')), waiting(nine, ['a']), waiting(near, ['a']))).toEqual([
      [],
      ['CONFLICT'],
    ]);
    // What could not be had takes nothing from those after it.
    expect(rulesOf(factsOf(host('a', nine)), waiting(nine, ['a']), waiting(near, ['a']))).toEqual([
      ['CONFLICT'],
      [],
    ]);
  });

  it('asks of those that have their time already only whether it has passed', () => {
    const facts = factsOf(host('a', nine, nine - 2 * HOUR));
    expect(rulesOf(facts, waiting(nine, ['a'], true), waiting(nine - 2 * HOUR, ['a'], true))).toEqual([
      [],
      ['NOTICE'],
    ]);
  });
});
