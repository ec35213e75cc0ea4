import { describe, expect, it } from '@jest/globals';
import {
  bookingActions,
  bookingStatuses,
  nextStatus,
  statusAgain,
  transitions,
  transitionsFault,
} from './booking-state.ts';

describe('the state machine of bookings', () => {
  it('is sound, and a table that is not is found out', () => {
    expect(transitionsFault(transitions)).toBeNull();
    const without = (to: string) => transitions.filter(transition => transition.to !== to);
    expect(transitionsFault(without('EXPIRED'))).toBe('Nothing leads to EXPIRED.');
    expect(transitionsFault(transitions.filter(({ from }) => from !== null))).toMatch(/^Nothing leads to/);
    expect(transitionsFault([...transitions, { action: 'CANCEL', from: 'CONFIRMED', to: 'EXPIRED' }])).toBe(
      'CANCEL from CONFIRMED leads to two statuses.',
    );
    expect(transitionsFault(transitions.filter(({ action }) => action !== 'MARK_NO_SHOW'))).toBe(
      'No transition is by MARK_NO_SHOW.',
    );
  });

  it('allows what is listed and refuses everything else, saying from where to where', () => {
    for (const from of bookingStatuses) {
      for (const action of bookingActions) {
        if (action === 'UNDO') continue;
        const listed = transitions.find(
          transition => transition.action === action && transition.from === from,
        );
        const outcome = nextStatus(from, action);
        if (listed) expect(outcome).toEqual({ ok: true, value: listed.to });
        else expect(outcome).toMatchObject({ ok: false, error: { from } });
      }
    }
    expect(nextStatus('CANCELLED', 'CANCEL')).toEqual({
      ok: false,
      error: { from: 'CANCELLED', to: 'CANCELLED' },
    });
    expect(nextStatus('CANCELLED', 'RESCHEDULE')).toEqual({
      ok: false,
      error: { from: 'CANCELLED', to: 'CONFIRMED' },
    });
  });

  it('leads back to what was before, where that is listed, and to nothing else', () => {
    for (const from of bookingStatuses)
      for (const earlier of bookingStatuses) {
        const isListed = transitions.some(
          ({ action, ...way }) => action === 'UNDO' && way.from === from && way.to === earlier,
        );
        expect(statusAgain(from, earlier)).toEqual(
          isListed ? { ok: true, value: earlier } : { ok: false, error: { from, to: earlier } },
        );
      }
    expect(statusAgain('CANCELLED', 'PENDING_PAYMENT').ok).toBe(true);
    expect(statusAgain('PENDING_PAYMENT', 'CONFIRMED').ok).toBe(false);
  });
});
