import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayAt, dayOf, instantOf, isDayOf, offsetAt, wallClockAt, weekdayOf } from './zone.ts';

const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'America/Havana',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/Edmonton',
];
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2037, 11, 31) });

describe('a zone', () => {
  it('has the offset, the date and the clock that Temporal says', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
        expect(offsetAt(timeZone, at)).toBe(local.offsetNanoseconds / 1e6);
        expect(dateOf(dayAt(timeZone, at))).toBe(local.toPlainDate().toString());
        expect(wallClockAt(timeZone, at)).toBe(
          ((local.hour * 60 + local.minute) * 60 + local.second) * 1000 + local.millisecond,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('turns wall time into the instant that Temporal calls compatible', () => {
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 10_957, max: 24_836 }),
        fc.integer({ min: 0, max: 1439 }),
        (timeZone, day, minutes) => {
          const wall = Temporal.PlainDate.from(dateOf(day)).toPlainDateTime({
            hour: Math.floor(minutes / 60),
            minute: minutes % 60,
          });
          const expected = wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
          expect(instantOf(timeZone, day, minutes)).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a gap moves a time forward', 'Europe/Berlin', '2027-03-28', 150, '2027-03-28T01:30:00Z'],
    ['of two equal times the first is meant', 'Europe/Berlin', '2027-10-31', 150, '2027-10-31T00:30:00Z'],
    ['half an hour is a gap too', 'Australia/Lord_Howe', '2027-10-03', 135, '2027-10-02T15:45:00Z'],
    ['a gap of two hours', 'Antarctica/Troll', '2027-03-28', 90, '2027-03-28T01:30:00Z'],
    ['midnight can be missing', 'Asia/Beirut', '2027-03-28', 0, '2027-03-27T22:00:00Z'],
    ['24:00 is the next midnight', 'Europe/Berlin', '2027-03-28', 1440, '2027-03-28T22:00:00Z'],
  ])('%s', (_rule, timeZone, date, minutes, expected) => {
    expect(new Date(instantOf(timeZone, dayOf(date), minutes)).toISOString()).toBe(
      new Date(expected).toISOString(),
    );
  });

  it('can leave a whole day out', () => {
    expect(isDayOf('Pacific/Apia', dayOf('2011-12-29'))).toBe(true);
    expect(isDayOf('Pacific/Apia', dayOf('2011-12-30'))).toBe(false);
    expect(isDayOf('Pacific/Apia', dayOf('2011-12-31'))).toBe(true);
  });

  it('does not end a day twice where clocks went back from 00:01 to 23:01', () => {
    const days = ['02:29:59', '02:30:00', '02:31:00', '03:29:59', '03:30:00'].map(time =>
      dateOf(dayAt('America/St_Johns', Date.parse(`2010-11-07T${time}Z`))),
    );
    expect(days).toEqual(['2010-11-06', '2010-11-07', '2010-11-07', '2010-11-07', '2010-11-07']);
  });

  it('knows its weekdays', () => {
    expect(['2026-11-16', '2026-11-22', '1969-12-29'].map(date => weekdayOf(dayOf(date)))).toEqual([1, 7, 1]);
  });
});
