import { describe, expect, it } from '@jest/globals';
import { movedBy, wallTimeAt } from './wall-time.ts';

const HOUR_MS = 3_600_000;
const at = (instant: string) => Date.parse(instant);

describe('a wall time', () => {
  it.each([
    ['UTC', '2027-03-01T09:00:00Z', '2027-03-01T09:00:00'],
    ['America/New_York', '2027-03-01T02:30:00Z', '2027-02-28T21:30:00'],
    ['Asia/Kathmandu', '2027-03-01T20:00:00Z', '2027-03-02T01:45:00'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:05Z', '2027-01-01T00:00:05'],
    // Both times that the clocks of London show half past one.
    ['Europe/London', '2027-10-31T00:30:00Z', '2027-10-31T01:30:00'],
    ['Europe/London', '2027-10-31T01:30:00Z', '2027-10-31T01:30:00'],
  ])('in %s at %s is %s, and stays where it is', (timeZone, instant, local) => {
    const wallTime = wallTimeAt(timeZone, at(instant), '2026a');
    expect(wallTime).toEqual({ local, timeZone, tzdbVersion: '2026a' });
    expect(movedBy({ startsAt: at(instant), wallTime })).toBe(0);
  });

  it.each([
    // The zone had summer time when it was booked, and has none any more.
    ['America/Mexico_City', '2027-06-01T09:00:00', '2027-06-01T14:00:00Z', HOUR_MS],
    ['Asia/Kolkata', '2027-06-01T09:00:00', '2027-06-01T04:00:00Z', -HOUR_MS / 2],
    // A gap that was not there before: 02:30 is shown as 03:30.
    ['Europe/Berlin', '2027-03-28T02:30:00', '2027-03-28T00:30:00Z', HOUR_MS],
  ])('in %s, %s, that was taken for %s has moved', (timeZone, local, instant, moved) => {
    const wallTime = { local, timeZone, tzdbVersion: '2021a' };
    expect(movedBy({ startsAt: at(instant), wallTime })).toBe(moved);
  });

  it('that was never kept moves nothing', () => {
    expect(movedBy({ startsAt: 0, wallTime: null })).toBe(0);
  });
});
