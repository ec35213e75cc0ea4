import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Slot, slots } from './slots.ts';
import { anyCase } from './testing/any-facts.ts';
import { oracleSlots } from './testing/oracle.ts';
import { MINUTE } from './testing/transitions.ts';

const isLong = process.env['ALMANAC_LONG'] === '1';
/** `npm run test:properties` takes the long way. */
const numRuns = isLong ? 100_000 : 2_000;
const timeout = isLong ? 3_600_000 : 60_000;

/** Hosts as a set: who is asked first is not what is compared. */
const comparable = (found: readonly Pick<Slot, 'start' | 'end' | 'hostIds'>[]) =>
  found.map(
    ({ start, end, hostIds }) =>
      `${new Date(start).toISOString()} ${(end - start) / MINUTE} ${[...hostIds].sort().join()}`,
  );

describe('slots of any facts', () => {
  it(
    'are those of the oracle',
    () => {
      let offered = 0;
      fc.assert(
        fc.property(anyCase, ({ facts, ...query }) => {
          const found = slots(facts, query);
          if (found.length > 0) offered++;
          expect(comparable(found)).toEqual(comparable(oracleSlots(facts, query)));
        }),
        { numRuns },
      );
      // Facts that leave nothing open prove nothing.
      expect(offered).toBeGreaterThan(numRuns / 4);
    },
    timeout,
  );
});
