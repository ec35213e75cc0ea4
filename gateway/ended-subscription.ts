import type { SubgraphResult } from '#platform/subgraph.ts';

/**
 * Passes events on until `watch` calls back, which is told to the client in one last result. The source is let
 * go of at once, even while it is silent.
 */
export function untilEnded(
  events: AsyncIterator<SubgraphResult>,
  watch: (end: (last: SubgraphResult) => void) => () => void,
): AsyncIterableIterator<SubgraphResult> {
  const over = { done: true, value: undefined } as const;
  let last: SubgraphResult | null = null;
  let isOver = false;
  let interrupt: () => void = () => {};
  let waiting: Promise<IteratorResult<SubgraphResult>> | null = null;

  const unwatch = watch(result => {
    last = result;
    interrupt();
  });

  async function finish() {
    isOver = true;
    unwatch();
    await events.return?.();
  }

  async function next(): Promise<IteratorResult<SubgraphResult>> {
    if (isOver) return over;
    waiting ??= events.next();
    const pending = waiting;
    const step = last
      ? null
      : await new Promise<IteratorResult<SubgraphResult> | null>((resolve, reject) => {
          interrupt = () => resolve(null);
          pending.then(resolve, reject);
        });
    if (step && !step.done) {
      waiting = null;
      return step;
    }
    if (step) {
      await finish();
      return over;
    }
    pending.catch(() => {});
    void finish().catch(() => {});
    return { done: false, value: last ?? {} };
  }

  return {
    next,
    async return() {
      await finish();
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
