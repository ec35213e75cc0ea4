import { describe, expect, it } from '@jest/globals';
import { type ChangePolicy, guestPermission, needsReason } from './change-policy.ts';

const open: ChangePolicy = {
  disallowsCancellation: false,
  disallowsReschedule: false,
  cancellationCutoffMinutes: null,
  rescheduleCutoffMinutes: null,
  requiresCancellationReason: 'NOBODY',
};
const startsAt = 100 * 60_000;

describe('what guests may do to their booking', () => {
  it('is anything at any time, unless the policy says otherwise', () => {
    expect(guestPermission(open, 'CANCEL', { startsAt, now: startsAt + 1 })).toEqual({
      isAllowed: true,
      until: null,
    });
  });

  it('ends with the cut-off of the change, to the millisecond', () => {
    const policy = { ...open, cancellationCutoffMinutes: 60, rescheduleCutoffMinutes: 90 };
    const until = 40 * 60_000;
    expect(guestPermission(policy, 'CANCEL', { startsAt, now: until - 1 })).toEqual({
      isAllowed: true,
      until,
    });
    expect(guestPermission(policy, 'CANCEL', { startsAt, now: until })).toEqual({ isAllowed: false, until });
    expect(guestPermission(policy, 'RESCHEDULE', { startsAt, now: until - 1 })).toEqual({
      isAllowed: false,
      until: 10 * 60_000,
    });
  });

  it('can be refused altogether, each on its own', () => {
    const policy = { ...open, disallowsCancellation: true, cancellationCutoffMinutes: 5 };
    expect(guestPermission(policy, 'CANCEL', { startsAt, now: 0 })).toEqual({
      isAllowed: false,
      until: null,
    });
    expect(guestPermission(policy, 'RESCHEDULE', { startsAt, now: 0 }).isAllowed).toBe(true);
  });

  it.each([
    ['NOBODY', false, false],
    ['GUESTS', true, false],
    ['EVERYBODY', true, true],
  ] as const)('asks %s for a reason', (requiresCancellationReason, ofGuests, ofOrganizers) => {
    const policy = { ...open, requiresCancellationReason };
    expect([needsReason(policy, true), needsReason(policy, false)]).toEqual([ofGuests, ofOrganizers]);
  });
});
