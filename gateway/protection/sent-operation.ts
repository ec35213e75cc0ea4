import { LRUCache } from 'lru-cache';
import { type Excess, excessOfOperation, excessOfVariables, tooLarge } from './limits.ts';

/** An operation as a client sends it, over HTTP or a socket. Nothing of it is known to be what it should be. */
export interface SentOperation {
  query?: unknown;
  variables?: unknown;
  extensions?: unknown;
}

/** Characters of operations that were measured. */
const MEASURED_CHARACTERS = 5_000_000;
/** Those that are longer are rare, and measured each time. */
const LONG_CHARACTERS = 50_000;

/** Refuses what is larger than the limits allow. Clients send few operations, many times: each is measured once. */
export function createLimits(): (sent: SentOperation) => void {
  const measured = new LRUCache<string, Excess | 'within'>({
    maxSize: MEASURED_CHARACTERS,
    sizeCalculation: (_excess, text) => text.length + 100,
  });

  function excessOfText(text: string): Excess | null {
    const known = measured.get(text);
    if (known) return known === 'within' ? null : known;
    const excess = excessOfOperation(text);
    if (text.length <= LONG_CHARACTERS) measured.set(text, excess ?? 'within');
    return excess;
  }

  return ({ query, variables }) => {
    const excess = (typeof query === 'string' ? excessOfText(query) : null) ?? excessOfVariables(variables);
    if (excess) throw tooLarge(excess);
  };
}
