import { MINUTE_MS } from './zone.ts';

/** How long a slot may be kept from now on, in minutes, and how often that may be prolonged. */
export const HOLD = { minMinutes: 1, maxMinutes: 30, fallbackMinutes: 10, maxExtensions: 3 } as const;

export type HoldOutcome = 'CONSUMED' | 'RELEASED' | 'EXPIRED';

/** A slot that somebody keeps to themself until an instant. */
export interface HoldState {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** How it ended; `null`: it has not, or nobody has noticed yet. */
  readonly outcome: HoldOutcome | null;
  /** Somebody else may have its time by now. */
  readonly isSwept: boolean;
  readonly extensions: number;
}

/** Whether it still keeps its slot: the instant at which it ends is not its own any more. */
export function isHeld(hold: HoldState, now: number): boolean {
  return hold.outcome === null && !hold.isSwept && now < hold.expiresAt;
}

/** Until when it is kept if it is prolonged now, never shorter than before; `null`: not again. */
export function extendedUntil(hold: HoldState, minutes: number, now: number): number | null {
  if (hold.extensions >= HOLD.maxExtensions) return null;
  return Math.max(hold.expiresAt, now + minutes * MINUTE_MS);
}
