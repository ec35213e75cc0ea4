import { describe, expect, it } from '@jest/globals';
import { endOfDay, movedLike, occurrencesOf, type RecurrenceRule, ruleFault } from './recurrence.ts';

const weekly: RecurrenceRule = { frequency: 'WEEKLY', interval: 1, byWeekday: [], count: 3, until: null };
const instant = (text: string) => Temporal.ZonedDateTime.from(text).epochMilliseconds;

function texts(rule: RecurrenceRule, first: string, limit = 60): string[] {
  const start = Temporal.ZonedDateTime.from(first);
  const found = occurrencesOf(rule, { start: start.epochMilliseconds, timeZone: start.timeZoneId }, limit);
  return found.map(at =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(start.timeZoneId)
      .toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
  );
}

describe('occurrences', () => {
  it('keep their wall time over a change of clocks', () => {
    expect(texts(weekly, '2026-10-19T09:00[Europe/Berlin]')).toEqual([
      '2026-10-19T09:00+02:00',
      '2026-10-26T09:00+01:00',
      '2026-11-02T09:00+01:00',
    ]);
  });

  it('move forward by the gap where clocks skip their time', () => {
    expect(texts(weekly, '2026-03-22T02:30[Europe/Berlin]')).toEqual([
      '2026-03-22T02:30+01:00',
      '2026-03-29T03:30+02:00',
      '2026-04-05T02:30+02:00',
    ]);
  });

  it('mean the first of a time that comes twice, and the first occurrence as it was given', () => {
    expect(texts(weekly, '2026-10-18T02:30[Europe/Berlin]')[1]).toBe('2026-10-25T02:30+02:00');
    expect(texts(weekly, '2026-10-25T02:30+01:00[Europe/Berlin]')[0]).toBe('2026-10-25T02:30+01:00');
  });

  it('come on several weekdays every other week, weeks beginning on Monday', () => {
    const rule = { ...weekly, interval: 2, byWeekday: [1, 7], count: 5 };
    expect(texts(rule, '2026-10-12T09:00[UTC]').map(text => text.slice(0, 10))).toEqual([
      '2026-10-12',
      '2026-10-18',
      '2026-10-26',
      '2026-11-01',
      '2026-11-09',
    ]);
  });

  it('leave out months and years without the date', () => {
    const dates = (rule: RecurrenceRule, first: string) => texts(rule, first).map(text => text.slice(0, 10));
    const monthly = { ...weekly, frequency: 'MONTHLY' as const };
    expect(dates(monthly, '2026-01-31T09:00[UTC]')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
    const yearly = { ...weekly, frequency: 'YEARLY' as const, count: 2 };
    expect(dates(yearly, '2028-02-29T09:00[UTC]')).toEqual(['2028-02-29', '2032-02-29']);
  });

  it('end with the last date of the zone that counts, and never beyond the limit', () => {
    const rule = { ...weekly, count: null, until: '2026-11-02' };
    expect(texts(rule, '2026-10-19T23:30[America/New_York]')).toHaveLength(3);
    expect(texts({ ...rule, until: '2026-11-01' }, '2026-10-19T23:30[America/New_York]')).toHaveLength(2);
    expect(texts({ ...rule, until: '2199-01-01' }, '2026-10-19T23:30[America/New_York]', 53)).toHaveLength(
      53,
    );
  });
});

describe('a rule', () => {
  const setting = { frequencies: ['WEEKLY', 'MONTHLY'] as const, maxOccurrences: 12 };
  const monday = { start: instant('2026-10-19T09:00[UTC]'), timeZone: 'UTC' };
  const fault = (change: Partial<RecurrenceRule>) =>
    ruleFault({ ...weekly, ...change }, setting, monday)?.field;

  it('is sound within what the event type offers', () => {
    expect(fault({})).toBeUndefined();
    expect(fault({ count: 12, byWeekday: [1, 3] })).toBeUndefined();
    expect(fault({ count: null, until: '2026-10-20' })).toBeUndefined();
  });

  it.each([
    ['frequency', { frequency: 'YEARLY' }],
    ['interval', { interval: 0 }],
    ['interval', { interval: 13 }],
    ['count', { count: 1 }],
    ['count', { count: 13 }],
    ['count', { count: null }],
    ['count', { until: '2026-12-01' }],
    ['until', { count: null, until: '2026-10-19' }],
    ['byWeekday', { byWeekday: [2] }],
    ['byWeekday', { frequency: 'MONTHLY', byWeekday: [1] }],
  ] as const)('has a fault of `%s` in %j', (field, change) => {
    expect(fault(change)).toBe(field);
  });
});

describe('moving on the clocks', () => {
  it('takes the difference of wall times, not of instants', () => {
    const move = {
      from: instant('2026-10-19T09:00[Europe/Berlin]'),
      to: instant('2026-10-20T10:30[Europe/Berlin]'),
    };
    expect(movedLike(instant('2026-10-24T09:00[Europe/Berlin]'), move, 'Europe/Berlin')).toBe(
      instant('2026-10-25T10:30[Europe/Berlin]'),
    );
  });

  it('knows where a day of a zone ends', () => {
    expect(endOfDay('Europe/Berlin', instant('2026-10-24T23:30[Europe/Berlin]'), 1)).toBe(
      instant('2026-10-26T00:00[Europe/Berlin]'),
    );
  });
});
