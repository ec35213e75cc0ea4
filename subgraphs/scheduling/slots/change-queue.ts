import { isNothing, netChanges, type SlotChanges } from '../domain/slot-changes.ts';

export interface SlotsChange extends SlotChanges {
  /** Of the event that caused it, or of the last one before it where time alone did. */
  readonly cursor: string;
  /** Whether the event type is not there for everybody by now. */
  readonly isRestricted: boolean;
}

const MAX_PENDING = 64;

/**
 * The changes that one subscriber has not taken yet. Whoever falls too far behind gets what they come to in one
 * piece: nothing is lost, and the memory is bounded. By hand, because `return()` on an async generator that
 * waits would itself wait for the next change.
 */
export class ChangeQueue implements AsyncIterableIterator<SlotsChange> {
  #pending: SlotsChange[] = [];
  #isDone = false;
  #resume: () => void = () => {};

  constructor(private readonly leave: (queue: ChangeQueue) => void) {}

  push(change: SlotsChange) {
    this.#pending.push(change);
    if (this.#pending.length > MAX_PENDING) {
      const net = netChanges(this.#pending);
      this.#pending = isNothing(net) ? [] : [{ ...change, ...net }];
    }
    this.#resume();
  }

  end() {
    this.#isDone = true;
    this.leave(this);
    this.#resume();
  }

  async next(): Promise<IteratorResult<SlotsChange>> {
    while (!this.#isDone) {
      const change = this.#pending.shift();
      if (change) return { done: false, value: change };
      await new Promise<void>(resolve => {
        this.#resume = resolve;
      });
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<SlotsChange>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}
