import { describe, expect, it } from '@jest/globals';
import { bookingActions, bookingStatuses, nextStatus, transitions } from './booking-state.ts';

describe('the state machine of bookings', () => {
  it('reaches every status from the start', () => {
    const reached = new Set<string>();
    let grown = true;
    while (grown) {
      const before = reached.size;
      for (const { from, to } of transitions) if (from === null || reached.has(from)) reached.add(to);
      grown = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...bookingStatuses].sort());
  });

  it('knows one way for each action from each status', () => {
    const keys = transitions.map(({ action, from }) => `${action} ${from}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('allows what is listed and refuses everything else, saying from where to where', () => {
    for (const from of bookingStatuses) {
      for (const action of bookingActions) {
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
});
