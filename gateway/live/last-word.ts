import type { SubgraphResult } from '#platform/subgraph.ts';

/**
 * The iterator that a WebSocket wants for a subscription whose events go out by another way: it yields nothing
 * until somebody says the last word.
 */
export function lastWord() {
  const said = Promise.withResolvers<SubgraphResult | null>();

  return {
    /** Ends the iterator; `last` is yielded before. */
    say: said.resolve,
    /** `leave` is called when the client ends it. */
    until(leave: () => void): AsyncIterableIterator<SubgraphResult> {
      let isOver = false;
      const over = { done: true, value: undefined } as const;
      return {
        async next() {
          const last = isOver ? null : await said.promise;
          if (isOver || !last) return over;
          isOver = true;
          return { done: false, value: last };
        },
        async return() {
          isOver = true;
          leave();
          said.resolve(null);
          return over;
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
  };
}
