import { SILENCE_MS } from '../follow-words.ts';

/** Nothing is kept for longer, whatever the schema says: for so long it is known what has changed. */
export const MAX_AGE_MS = 900_000;
/**
 * What is read so soon after a change may still be the old: read from a replica, from another subgraph's copy or with
 * a request that was under way. It covers what the clocks of gateways differ by, too.
 */
const SETTLE_MS = 5_000;
/** Things whose changes are remembered one by one. */
const MAX_REMEMBERED = 100_000;

interface ChangesOptions {
  /** Who tells of changes. */
  sources: readonly string[];
  now: () => number;
  settleMs?: number | undefined;
  maxRemembered?: number;
}

/** What a gateway has heard of changes: whether a response, of which it is known when it was read, still holds. */
export interface Changes {
  /** Grows whenever anything is heard to have changed. */
  readonly revision: number;
  /** `isFirst`: what happened before was not heard, or only later. */
  hear(source: string, ids: readonly string[], isFirst: boolean): void;
  lose(source: string): void;
  /** Whether everybody who tells of changes is heard. */
  isHearing(): boolean;
  /** Whether nothing of what it is made of has changed since a response began to be read, as far as was heard. */
  holds(tags: Iterable<string>, readAt: number): boolean;
}

export function createChanges(options: ChangesOptions): Changes {
  const { sources, now, settleMs = SETTLE_MS, maxRemembered = MAX_REMEMBERED } = options;
  const heardAt = new Map<string, number>();
  /** When what changed was heard of last, oldest first. */
  const changedAt = new Map<string, number>();
  let revision = 0;
  /** Of what was read earlier nobody knows. */
  let since = Number.NEGATIVE_INFINITY;

  function forgetOldest(time: number) {
    for (const [id, at] of changedAt) {
      const isOver = at + settleMs + MAX_AGE_MS < time;
      if (!isOver && changedAt.size <= maxRemembered) return;
      changedAt.delete(id);
      if (!isOver) since = Math.max(since, at + settleMs);
    }
  }

  return {
    get revision() {
      return revision;
    },
    hear(source, ids, isFirst) {
      const time = now();
      heardAt.set(source, time);
      if (isFirst) since = time + settleMs;
      if (ids.length > 0) revision++;
      for (const id of ids) {
        changedAt.delete(id);
        changedAt.set(id, time);
      }
      forgetOldest(time);
    },
    lose(source) {
      heardAt.delete(source);
    },
    isHearing() {
      const time = now();
      return sources.every(source => time - (heardAt.get(source) ?? Number.NEGATIVE_INFINITY) <= SILENCE_MS);
    },
    holds(tags, readAt) {
      if (readAt < since) return false;
      for (const tag of tags) {
        const at = changedAt.get(tag);
        if (at !== undefined && readAt < at + settleMs) return false;
      }
      return true;
    },
  };
}
