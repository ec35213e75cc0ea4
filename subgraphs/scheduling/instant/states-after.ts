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
}: States<Event, State>): AsyncIterableIterator<State> {
  let hasBegun = false;
  let isOver = false;
  const end = async (): Promise<IteratorResult<State>> => {
    isOver = true;
    await events.return?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      if (isOver || (hasBegun && (await events.next()).done)) return end();
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
