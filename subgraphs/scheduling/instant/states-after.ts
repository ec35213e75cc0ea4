import { AppError } from '#platform/errors.ts';
import type { LiveSource } from '#platform/live-marks.ts';

interface States<Event, State> {
  events: AsyncIterableIterator<Event>;
  read(): Promise<State>;
  /** Whether nothing comes behind it. */
  isLast?(state: State): boolean;
}

/**
 * What something is now, and what it is behind each event that may have changed it: who reconnects has missed
 * nothing. By hand: `return()` of an async generator would wait for the next event.
 */
export function statesAfter<Event, State>({
  events,
  read,
  isLast = () => false,
}: States<Event, State>): AsyncIterableIterator<State> & LiveSource {
  let hasBegun = false;
  let isOver = false;
  const end = async (): Promise<IteratorResult<State>> => {
    isOver = true;
    await events.return?.();
    return { done: true, value: undefined };
  };
  return {
    isState: true,
    async next() {
      if (isOver) return end();
      if (hasBegun && (await events.next()).done) {
        if (isOver) return end();
        // The log has no end: it stops with its server.
        throw new AppError('UNAVAILABLE', 'The server is stopping. Subscribe again.');
      }
      hasBegun = true;
      const value = await read();
      isOver ||= isLast(value);
      return { done: false, value };
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
