import type { TurnDecision } from './round-robin.ts';
import type { Assignment } from './verdicts.ts';

/** Whose turn it was, and why. */
export interface ChosenTurn extends Assignment {
  readonly decision: TurnDecision;
}

/** Who hosts a booking. */
export interface Chosen {
  readonly chosen: readonly Assignment[];
  /** One where hosts take turns, one for each chosen member of groups, else none. */
  readonly turns: readonly ChosenTurn[];
}
