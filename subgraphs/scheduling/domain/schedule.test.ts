import { describe, expect, it } from '@jest/globals';
import { type DayHours, hoursBetween, hoursFault, type Schedule } from './schedule.ts';
import { dayOf } from './zone.ts';

const at = (text: string) => Date.parse(text);
const shown = (schedule: Schedule, from: string, to: string) =>
  hoursBetween(schedule, at(from), at(to)).map(
    ({ start, end }) => `${new Date(start).toISOString()}/${new Date(end).toISOString()}`,
  );

function schedule(
  timeZone: string,
  weekly: [number, DayHours[]][],
  overrides: [string, DayHours[]][] = [],
): Schedule {
  return {
    timeZone,
    weekly: new Map(weekly),
    overrides: new Map(overrides.map(([date, hours]) => [dayOf(date), hours])),
  };
}

const everyDay = (hours: DayHours): [number, DayHours[]][] =>
  [1, 2, 3, 4, 5, 6, 7].map(day => [day, [hours]]);

describe('a schedule', () => {
  it('keeps the wall time when clocks change', () => {
    const office = schedule('Europe/Berlin', everyDay({ start: 540, end: 600 }));
    expect(shown(office, '2027-03-27T00:00:00Z', '2027-03-29T00:00:00Z')).toEqual([
      '2027-03-27T08:00:00.000Z/2027-03-27T09:00:00.000Z',
      '2027-03-28T07:00:00.000Z/2027-03-28T08:00:00.000Z',
    ]);
  });

  it('shortens and lengthens hours that span a change', () => {
    const night = schedule('Europe/Berlin', everyDay({ start: 60, end: 300 }));
    const [spring] = hoursBetween(night, at('2027-03-28T00:00:00Z'), at('2027-03-28T10:00:00Z'));
    const [autumn] = hoursBetween(night, at('2027-10-31T00:00:00Z'), at('2027-10-31T10:00:00Z'));
    expect(((spring?.end ?? 0) - (spring?.start ?? 0)) / 3_600_000).toBe(3);
    expect(((autumn?.end ?? 0) - (autumn?.start ?? 0)) / 3_600_000).toBe(5);
  });

  it('has no hours on a date that its zone left out', () => {
    const apia = schedule('Pacific/Apia', everyDay({ start: 540, end: 1020 }));
    expect(
      hoursBetween(apia, at('2011-12-29T10:00:00Z'), at('2011-12-31T10:00:00Z')).map(({ start }) =>
        new Date(start).toISOString(),
      ),
    ).toEqual(['2011-12-29T19:00:00.000Z', '2011-12-30T19:00:00.000Z']);
  });

  it('runs past midnight into the next day', () => {
    const late = schedule('UTC', [[1, [{ start: 1320, end: 1560 }]]]);
    expect(shown(late, '2027-03-02T00:00:00Z', '2027-03-02T01:00:00Z')).toEqual([
      '2027-03-01T22:00:00.000Z/2027-03-02T02:00:00.000Z',
    ]);
  });

  it('lets an override replace the whole day', () => {
    const overridden = schedule('UTC', everyDay({ start: 540, end: 1020 }), [
      ['2027-03-02', []],
      [
        '2027-03-03',
        [
          { start: 600, end: 660 },
          { start: 720, end: 780 },
        ],
      ],
    ]);
    expect(shown(overridden, '2027-03-02T00:00:00Z', '2027-03-04T00:00:00Z')).toEqual([
      '2027-03-03T10:00:00.000Z/2027-03-03T11:00:00.000Z',
      '2027-03-03T12:00:00.000Z/2027-03-03T13:00:00.000Z',
    ]);
  });

  it.each([
    ['nothing', [], null],
    ['a whole day', [{ start: 0, end: 1440 }], null],
    [
      'two that touch',
      [
        { start: 0, end: 60 },
        { start: 60, end: 120 },
      ],
      null,
    ],
    ['a start beyond the day', [{ start: 1440, end: 1500 }], 'Hours start between 00:00 and 23:59.'],
    ['an end before the start', [{ start: 60, end: 60 }], 'Hours end after they start.'],
    ['more than a day', [{ start: 600, end: 2041 }], 'Hours last 24 hours at the most.'],
    [
      'two that overlap',
      [
        { start: 0, end: 61 },
        { start: 60, end: 120 },
      ],
      'Hours of one day must not overlap.',
    ],
  ])('judges %s', (_what, hours, fault) => {
    expect(hoursFault(hours)).toBe(fault);
  });
});
