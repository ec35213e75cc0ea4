import { describe, expect, it } from '@jest/globals';
import { dateOf, dayOf } from '../domain/zone.ts';
import { holidaysBetween, isHolidayRegion } from './holidays.ts';

const between = (region: string, first: string, last: string) =>
  [...holidaysBetween(region, dayOf(first), dayOf(last))].map(([day, name]) => `${dateOf(day)} ${name}`);

describe('holidays', () => {
  it.each([
    ['DE', true],
    ['DE-BY', true],
    ['US-LA-NO', true],
    ['NZ-CAN-Timaru', true],
    ['XX', false],
    ['DE-ZZ', false],
    ['US-LA-ZZ', false],
    ['de', false],
    ['Germany', false],
    ['', false],
    ['DE-constructor', false],
    ['DE-BY-A-B', false],
  ])('knows whether %s is a region: %s', (region, isOne) => {
    expect(isHolidayRegion(region)).toBe(isOne);
  });

  it('are those of the region, both days included', () => {
    expect(between('DE', '2027-05-06', '2027-05-17')).toEqual([
      '2027-05-06 Ascension Day',
      '2027-05-17 Whit Monday',
    ]);
    expect(between('DE', '2027-01-06', '2027-01-06')).toEqual([]);
    expect(between('DE-BY', '2027-01-06', '2027-01-06')).toEqual(['2027-01-06 Epiphany']);
  });

  it('go on over the end of a year', () => {
    expect(between('DE', '2026-12-24', '2027-01-02')).toEqual([
      '2026-12-25 Christmas Day',
      '2026-12-26 Boxing Day',
      "2027-01-01 New Year's Day",
    ]);
  });

  it('have all days of a long one, also where it began the year before', () => {
    expect(between('SA', '2026-03-15', '2026-03-25')).toHaveLength(4);
    expect(between('SZ', '2027-01-02', '2027-01-03')).toEqual(['2027-01-02 Incwala Festival']);
  });

  it('are whole days: an afternoon off is none', () => {
    expect(between('CN', '2026-03-08', '2026-03-08')).toEqual([]);
  });
});
