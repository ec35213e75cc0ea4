import { describe, expect, it } from '@jest/globals';
import {
  awaitsHost,
  type BookingSteps,
  beginningOf,
  draftBeginning,
  moveAction,
  needsConfirmation,
} from './beginning.ts';
import { firstStatus, nextStatus } from './booking-state.ts';

const MINUTE = 60_000;
const now = Date.UTC(2030, 0, 7, 9);
const none: BookingSteps = {
  requiresConfirmation: false,
  confirmationThresholdMinutes: null,
  pendingTakesTime: true,
  requiresPayment: false,
};

describe('how a booking begins', () => {
  it('is up to what its event type asks for', () => {
    const start = now + 120 * MINUTE;
    expect(beginningOf(none, { start, now })).toEqual({ action: 'CREATE', expiresAt: null, takesTime: true });
    const asked = { ...none, requiresConfirmation: true };
    expect(beginningOf(asked, { start, now })).toEqual({
      action: 'REQUEST',
      expiresAt: start,
      takesTime: true,
    });
    expect(beginningOf({ ...asked, pendingTakesTime: false }, { start, now }).takesTime).toBe(false);
    expect(beginningOf({ ...none, requiresPayment: true }, { start, now })).toEqual({
      action: 'REQUIRE_PAYMENT',
      expiresAt: now + 30 * MINUTE,
      takesTime: true,
    });
    expect(draftBeginning({ now })).toEqual({
      action: 'DRAFT',
      expiresAt: now + 24 * 60 * MINUTE,
      takesTime: false,
    });
  });

  it('asks a host only for what starts sooner than the threshold', () => {
    const steps = { ...none, requiresConfirmation: true, confirmationThresholdMinutes: 60 };
    const inMinutes = (minutes: number) => needsConfirmation(steps, { start: now + minutes * MINUTE, now });
    expect([inMinutes(59), inMinutes(60), inMinutes(61)]).toEqual([true, false, false]);
    expect(needsConfirmation({ ...steps, requiresConfirmation: false }, { start: now, now })).toBe(false);
  });

  it('leads to the status that a submitted draft gets too', () => {
    for (const action of ['REQUIRE_PAYMENT', 'REQUEST', 'CREATE'] as const)
      expect(nextStatus('DRAFT', action)).toEqual({ ok: true, value: firstStatus(action) });
    expect(firstStatus('DRAFT')).toBe('DRAFT');
    expect(() => firstStatus('CANCEL')).toThrow('No booking begins by CANCEL.');
  });

  it('waits for a host again when a guest moves it, and not when an organizer does', () => {
    const steps = { ...none, requiresConfirmation: true, confirmationThresholdMinutes: 60 };
    const soon = { start: now + 30 * MINUTE, now };
    const later = { start: now + 90 * MINUTE, now };
    const byGuest = true;
    expect(moveAction(steps, { from: 'CONFIRMED', byGuest, moment: soon })).toBe('REQUEST_RESCHEDULE');
    expect(moveAction(steps, { from: 'RESCHEDULED', byGuest, moment: soon })).toBe('REQUEST_RESCHEDULE');
    expect(moveAction(steps, { from: 'CONFIRMED', byGuest, moment: later })).toBe('RESCHEDULE');
    expect(moveAction(steps, { from: 'CONFIRMED', byGuest: false, moment: soon })).toBe('RESCHEDULE');
    expect(moveAction(steps, { from: 'PENDING_CONFIRMATION', byGuest, moment: soon })).toBe('RESCHEDULE');
    expect(moveAction(none, { from: 'CONFIRMED', byGuest, moment: soon })).toBe('RESCHEDULE');
    expect(awaitsHost('RESCHEDULED') && awaitsHost('PENDING_CONFIRMATION')).toBe(true);
    expect(awaitsHost('CONFIRMED') || awaitsHost('PENDING_PAYMENT')).toBe(false);
  });
});
