import { expect, it } from '@jest/globals';
import { plainRules, type SlotFacts } from './event-type.ts';
import { slots } from './slots.ts';

/** Wall time as `HH:MM`, in minutes after midnight. */
function minutes(text: string): number {
  const [hour, minute] = text.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}

/** Starts in UTC, for hours that are the same every day. `[from, to)` is in UTC too. */
function starts(timeZone: string, hours: [string, string], duration: number, from: string, to: string) {
  const weekly = new Map(
    [1, 2, 3, 4, 5, 6, 7].map(day => [day, [{ start: minutes(hours[0]), end: minutes(hours[1]) }]]),
  );
  const facts: SlotFacts = {
    rules: { ...plainRules, durations: [duration], timeZone },
    hosts: [{ id: 'a', schedule: { timeZone, weekly, overrides: new Map() }, busy: [] }],
    now: 0,
  };
  const query = { from: Date.parse(`${from}Z`), to: Date.parse(`${to}Z`), duration };
  return slots(facts, query).map(({ start }) => new Date(start).toISOString().slice(5, 16).replace('T', ' '));
}

it.each<[string, string, [string, string], number, [string, string], string[]]>([
  [
    'Australia/Lord_Howe skips half an hour: 02:00 is 02:30',
    'Australia/Lord_Howe',
    ['01:00', '03:30'],
    30,
    ['2027-10-02T12:00', '2027-10-03T12:00'],
    // 01:00 and 01:30 at +10:30, then 02:30 and 03:00 at +11.
    ['10-02 14:30', '10-02 15:00', '10-02 15:30', '10-02 16:00'],
  ],
  [
    'Australia/Lord_Howe repeats half an hour: 01:30 comes twice',
    'Australia/Lord_Howe',
    ['01:00', '02:30'],
    30,
    ['2027-04-03T12:00', '2027-04-04T12:00'],
    // 01:00 and 01:30 at +11, then 01:30 and 02:00 at +10:30.
    ['04-03 14:00', '04-03 14:30', '04-03 15:00', '04-03 15:30'],
  ],
  [
    'Pacific/Apia has no 2011-12-30',
    'Pacific/Apia',
    ['09:00', '11:00'],
    60,
    ['2011-12-29T00:00', '2011-12-31T12:00'],
    // 09:00 and 10:00 of the 29th at -10; a day later it is the 31st, at +14.
    ['12-29 19:00', '12-29 20:00', '12-30 19:00', '12-30 20:00'],
  ],
  [
    'Africa/Casablanca goes back for Ramadan: 02:00 to 03:00 comes twice',
    'Africa/Casablanca',
    ['01:30', '03:30'],
    30,
    ['2026-02-15T00:00', '2026-02-15T12:00'],
    // 01:30, 02:00 and 02:30 at +01, then 02:00, 02:30 and 03:00 at +00.
    ['02-15 00:30', '02-15 01:00', '02-15 01:30', '02-15 02:00', '02-15 02:30', '02-15 03:00'],
  ],
  [
    'Africa/Casablanca comes forward after Ramadan: 02:00 to 03:00 is missing',
    'Africa/Casablanca',
    ['01:30', '03:30'],
    30,
    ['2026-03-22T00:00', '2026-03-22T12:00'],
    // 01:30 at +00, then 03:00 at +01.
    ['03-22 01:30', '03-22 02:00'],
  ],
  [
    'Africa/Casablanca gives up summer time on 2026-09-20: 09:00 is 08:00 UTC before and 09:00 UTC after',
    'Africa/Casablanca',
    ['09:00', '10:00'],
    60,
    ['2026-09-19T00:00', '2026-09-22T00:00'],
    ['09-19 08:00', '09-20 09:00', '09-21 09:00'],
  ],
  [
    'Asia/Kathmandu is 5:45 ahead',
    'Asia/Kathmandu',
    ['09:00', '11:00'],
    60,
    ['2027-06-15T00:00', '2027-06-16T00:00'],
    ['06-15 03:15', '06-15 04:15'],
  ],
  [
    'Pacific/Chatham skips from 02:45 to 03:45',
    'Pacific/Chatham',
    ['02:00', '04:45'],
    15,
    ['2027-09-25T12:00', '2027-09-26T12:00'],
    // 02:00, 02:15 and 02:30 at +12:45, then 03:45, 04:00, 04:15 and 04:30 at +13:45.
    ['09-25 13:15', '09-25 13:30', '09-25 13:45', '09-25 14:00', '09-25 14:15', '09-25 14:30', '09-25 14:45'],
  ],
  [
    'Pacific/Chatham repeats 02:45 to 03:45',
    'Pacific/Chatham',
    ['02:30', '04:00'],
    30,
    ['2027-04-03T12:00', '2027-04-04T12:00'],
    // 02:30, 03:00 and 03:30 at +13:45 (03:45 is 02:45 again), then 03:00 and 03:30 at +12:45.
    ['04-03 12:45', '04-03 13:15', '04-03 13:45', '04-03 14:15', '04-03 14:45'],
  ],
  [
    'Antarctica/Troll skips two hours: 01:00 is 03:00',
    'Antarctica/Troll',
    ['00:00', '04:00'],
    60,
    ['2027-03-28T00:00', '2027-03-28T12:00'],
    // 00:00 at +00, then 03:00 at +02.
    ['03-28 00:00', '03-28 01:00'],
  ],
  [
    'Antarctica/Troll repeats two hours: 01:00 and 02:00 come twice',
    'Antarctica/Troll',
    ['00:00', '04:00'],
    60,
    ['2027-10-30T12:00', '2027-10-31T12:00'],
    // 00:00, 01:00 and 02:00 at +02, then 01:00, 02:00 and 03:00 at +00.
    ['10-30 22:00', '10-30 23:00', '10-31 00:00', '10-31 01:00', '10-31 02:00', '10-31 03:00'],
  ],
  [
    'America/Havana has no midnight: the day begins at 01:00',
    'America/Havana',
    ['00:00', '03:00'],
    60,
    ['2027-03-14T00:00', '2027-03-14T12:00'],
    // 01:00 and 02:00 at -04.
    ['03-14 05:00', '03-14 06:00'],
  ],
  [
    'America/Havana has midnight twice',
    'America/Havana',
    ['00:00', '02:00'],
    60,
    ['2027-11-07T00:00', '2027-11-07T12:00'],
    // 00:00 at -04, then 00:00 and 01:00 at -05.
    ['11-07 04:00', '11-07 05:00', '11-07 06:00'],
  ],
  [
    'Asia/Beirut has no midnight: hours that ended then go on until 01:00, which is the same instant',
    'Asia/Beirut',
    ['22:00', '24:00'],
    60,
    ['2027-03-27T12:00', '2027-03-28T12:00'],
    // 22:00 and 23:00 at +02.
    ['03-27 20:00', '03-27 21:00'],
  ],
  [
    'America/Edmonton keeps summer time on 2026-11-01: 09:00 stays 15:00 UTC',
    'America/Edmonton',
    ['09:00', '10:00'],
    60,
    ['2026-10-31T00:00', '2026-11-03T00:00'],
    ['10-31 15:00', '11-01 15:00', '11-02 15:00'],
  ],
])('%s', (_title, zone, hours, duration, [from, to], expected) => {
  expect(starts(zone, hours, duration, from, to)).toEqual(expected);
});
