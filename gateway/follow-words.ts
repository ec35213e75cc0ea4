import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '#platform/json.ts';
import type { Logger } from '#platform/logger.ts';
import { type PrincipalSigner, servicePrincipal } from '#platform/principal.ts';
import { isResult, type Subgraph, type SubgraphResult } from '#platform/subgraph.ts';

/** Subgraphs say something each second: after so long without a word the connection is dead. */
export const SILENCE_MS = 3_000;
const RETRY_MS = 500;

export interface WordsOptions {
  subgraph: Subgraph;
  sign: PrincipalSigner;
  log: Logger;
  /** A subscription that takes `$after` and gives a `cursor` with each word. */
  query: string;
  /** Its field. */
  field: string;
  /** What is logged when nothing is heard. */
  warning: string;
  /** `isFirst`: on this connection. */
  onWord(word: JsonObject, isFirst: boolean): void;
  /** Nothing is heard any more, until the next word. */
  onSilence?(): void;
}

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no word within ${ms} ms`)), ms);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}

/**
 * Follows what a subgraph tells its gateways. After a break it goes on behind what it heard last, so that nothing is
 * missed. Returns the function that ends it.
 */
export function followWords(options: WordsOptions): () => void {
  const { subgraph, sign, log, query, field, warning, onWord, onSilence } = options;
  const stopped = new AbortController();
  let after: string | null = null;
  /** Said once, not at every try. */
  let isSilent = false;
  let current: AsyncIterator<SubgraphResult> | null = null;

  async function follow() {
    const call = { token: await sign(servicePrincipal('gateway')), requestId: randomUUID() };
    const events = await within(subgraph.subscribe({ query, variables: { after } }, call), SILENCE_MS);
    if (isResult(events)) throw new Error(events.errors?.[0]?.message ?? 'refused');
    current = events;
    let isFirst = true;
    try {
      while (!stopped.signal.aborted) {
        const step = await within(events.next(), SILENCE_MS);
        if (step.done) return;
        const { data, errors } = step.value;
        if (!data) throw new Error(errors?.[0]?.message ?? 'no data');
        const word = data[field] as JsonObject & { cursor: string };
        after = word.cursor;
        isSilent = false;
        onWord(word, isFirst);
        isFirst = false;
      }
    } finally {
      // A dead connection does not answer to this either.
      void Promise.resolve(events.return?.()).catch(() => {});
    }
  }

  async function run() {
    while (!stopped.signal.aborted) {
      await follow().catch(error => {
        if (isSilent || stopped.signal.aborted) return;
        isSilent = true;
        log.warn({ reason: String(error) }, warning);
      });
      onSilence?.();
      await sleep(RETRY_MS, undefined, { signal: stopped.signal, ref: false }).catch(() => {});
    }
  }

  void run();
  return () => {
    stopped.abort();
    void Promise.resolve(current?.return?.()).catch(() => {});
  };
}
