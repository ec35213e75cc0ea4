import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#platform/logger.ts';
import { type PrincipalSigner, servicePrincipal } from '#platform/principal.ts';
import { isResult, type Subgraph, type SubgraphResult } from '#platform/subgraph.ts';

const CREDENTIALS_ENDED = `subscription CredentialsEnded($after: String) {
  credentialsEnded(after: $after) { cursor credentialIds }
}`;

/** Identity says something each second: after so long without a word the connection is dead. */
const SILENCE_MS = 3_000;
const RETRY_MS = 500;

interface Endings {
  cursor: string;
  credentialIds: string[];
}

interface RevocationsOptions {
  identity: Subgraph;
  sign: PrincipalSigner;
  log: Logger;
  onEnded(credentialIds: readonly string[]): void;
}

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no word within ${ms} ms`)), ms);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}

/**
 * Follows what identity says of revoked credentials. After a break it goes on behind what it heard last, so that
 * nothing is missed. Returns the function that ends it.
 */
export function followRevocations({ identity, sign, log, onEnded }: RevocationsOptions): () => void {
  const stopped = new AbortController();
  let after: string | null = null;
  /** Said once, not at every try. */
  let isSilent = false;
  let current: AsyncIterator<SubgraphResult> | null = null;

  async function follow() {
    const call = { token: await sign(servicePrincipal('gateway')), requestId: randomUUID() };
    const events = await within(
      identity.subscribe({ query: CREDENTIALS_ENDED, variables: { after } }, call),
      SILENCE_MS,
    );
    if (isResult(events)) throw new Error(events.errors?.[0]?.message ?? 'refused');
    current = events;
    try {
      while (!stopped.signal.aborted) {
        const step = await within(events.next(), SILENCE_MS);
        if (step.done) return;
        const { data, errors } = step.value;
        if (!data) throw new Error(errors?.[0]?.message ?? 'no data');
        const ended = data['credentialsEnded'] as Endings;
        after = ended.cursor;
        isSilent = false;
        if (ended.credentialIds.length > 0) onEnded(ended.credentialIds);
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
        log.warn({ reason: String(error) }, 'identity does not tell revocations; trying until it does');
      });
      await sleep(RETRY_MS, undefined, { signal: stopped.signal, ref: false }).catch(() => {});
    }
  }

  void run();
  return () => {
    stopped.abort();
    void Promise.resolve(current?.return?.()).catch(() => {});
  };
}
