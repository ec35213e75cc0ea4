import { describe, expect, it } from '@jest/globals';
import { type Busy, type HostFacts, plainRules, type SlotFacts } from './event-type.ts';
import { offerEnds, offerOf, startAtOnce } from './instant.ts';

const at = (clock: string) => Date.parse(`2027-03-08T${clock}Z`);
const wish = { start: at('10:01:00'), duration: 30 };

function host(id: string, busy: readonly Busy[] = []): HostFacts {
  const weekly = new Map([[1, [{ start: 540, end: 1020 }]]]);
  return { id, schedule: { timeZone: 'UTC', weekly, overrides: new Map() }, busy };
}

/** Of three hosts the second has something half an hour later. */
function facts(change: Partial<SlotFacts['rules']> = {}): SlotFacts {
  return {
    rules: { ...plainRules, schedulingMode: 'ROUND_ROBIN', durations: [30], timeZone: 'UTC', ...change },
    hosts: [host('a'), host('b', [{ start: at('10:30:00'), end: at('11:00:00') }]), host('c')],
    now: at('10:00:20'),
  };
}

const hostsOf = (change: Partial<SlotFacts['rules']>) => offerOf(facts(change), wish).hostIds;

describe('a meeting at once', () => {
  it('starts at the next full minute, or in this one where it begins', () => {
    expect(startAtOnce(at('10:00:20'))).toBe(at('10:01:00'));
    expect(startAtOnce(at('10:01:00'))).toBe(at('10:01:00'));
  });

  it('is open as long as hosts have to accept, but not longer than it lasts', () => {
    const meeting = { start: at('10:01:00'), end: at('10:06:00') };
    expect(offerEnds(at('10:00:20'), 90, meeting)).toBe(at('10:01:50'));
    expect(offerEnds(at('10:00:20'), 600, meeting)).toBe(meeting.end);
  });

  it('is offered to all who are free, whatever grid and notice say', () => {
    expect(hostsOf({})).toEqual(['a', 'c']);
    expect(hostsOf({ minimumNotice: 240, slotInterval: 30, startOffset: 7, isFirstOfDayOnly: true })).toEqual(
      ['a', 'c'],
    );
    expect(hostsOf({ window: { kind: 'BUSINESS_DAYS', days: 1 } })).toEqual(['a', 'c']);
  });

  it('keeps to dates, buffers, durations and whether it can be booked at all', () => {
    expect(hostsOf({ bufferAfter: 0, bufferBefore: 5 })).toEqual(['a', 'c']);
    const later = { kind: 'DATES', firstDay: 1e5, lastDay: 1e5 } as const;
    expect(offerOf(facts({ window: later }), wish).reasons.map(({ rule }) => rule)).toEqual(['WINDOW']);
    expect(offerOf(facts({ durations: [60] }), wish).reasons.map(({ rule }) => rule)).toEqual(['DURATION']);
    expect(offerOf(facts({ isActive: false }), wish).reasons.map(({ rule }) => rule)).toEqual(['ACTIVE']);
  });

  it('says why it can be offered to nobody', () => {
    const late = { start: at('16:45:00'), duration: 30 };
    const { hostIds, reasons } = offerOf({ ...facts(), now: at('16:44:59') }, late);
    expect(hostIds).toEqual([]);
    expect(reasons.map(({ rule, hostId }) => `${rule} ${hostId}`)).toEqual(['HOURS a', 'HOURS b', 'HOURS c']);
  });
});
