import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { cutSilentConnections } from '../lost-connections.ts';
import { type Lsn, parseLsn, Replay } from './replay.ts';

/** Two statements each time: it decides how late a replica that fails is left alone. */
const LOOK_MS = 250;
const PATIENCE_MS = 1_000;

/** `away`: it does not answer, or is no replica of this primary any more. */
export type ReplicaState = 'ok' | 'behind' | 'away';

export interface ReplicaWatch {
  readonly state: ReplicaState;
  /** Seconds; infinite while nothing is known. */
  lagSeconds(): number;
  has(lsn: Lsn): boolean;
  /** Looks at once how far the replica is, with all who look at this moment. */
  look(): Promise<void>;
  /** A place in the primary's log behind everything that was committed before this call. */
  committed(): Promise<Lsn>;
  /** Calls back once when the replica does not answer any more; returns the function that ends the wait. */
  onLost(listener: () => void): () => void;
  close(): Promise<void>;
}

interface WatchOptions {
  primaryUrl: string;
  replicaUrl: string;
  name: string;
  maxLagMs: number;
  log: Logger;
}

/** One connection that no request waits for: whoever has much to do must not look dead. */
function lineTo(url: string, name: string): pg.Pool {
  const line = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: PATIENCE_MS,
    application_name: `almanac ${name} watch`,
  });
  line.on('error', () => {});
  line.on('connect', client => client.on('error', () => {}));
  cutSilentConnections(line, PATIENCE_MS);
  return line;
}

/** One answer for all who ask while another one is on its way: it was asked for after all of them asked. */
function together<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  return () => {
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        const asked = ask();
        running = asked;
        return asked;
      });
    return next;
  };
}

/** Follows how far a replica is behind its primary. */
export function watchReplica(options: WatchOptions): ReplicaWatch {
  const { name, maxLagMs, log } = options;
  const primary = lineTo(options.primaryUrl, name);
  const replica = lineTo(options.replicaUrl, name);
  const replay = new Replay();
  const closed = new AbortController();
  const now = () => performance.now();
  let isAway = true;
  let told: ReplicaState | null = null;
  /** Grows with every reason to start anew: what was asked before is not answered. */
  let era = 0;
  const waiting = new Set<() => void>();

  const committed = together(async () => {
    const { rows } = await primary.query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn');
    return parseLsn(rows[0]?.lsn ?? '0/0');
  });

  /** Nothing is read there until it has answered anew. */
  function distrust() {
    era++;
    isAway = true;
    replay.forget();
    for (const listener of waiting) listener();
    waiting.clear();
  }
  // It may have been started anew, and come back to where it stood before.
  replica.on('remove', distrust);

  const look = together(async () => {
    const asked = era;
    try {
      // A replica that was promoted writes a log of its own.
      const { rows } = await replica.query<{ lsn: string | null }>(
        'select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as lsn',
      );
      const lsn = rows[0]?.lsn;
      if (!lsn) return distrust();
      if (era !== asked) return;
      isAway = false;
      replay.reach(parseLsn(lsn));
    } catch {
      distrust();
    }
  });

  const stateNow = (): ReplicaState => (isAway ? 'away' : replay.lag(now()) <= maxLagMs ? 'ok' : 'behind');

  function tell() {
    const state = stateNow();
    if (state === told) return;
    if (state === 'ok') log.info('the replica is read from');
    else log.warn({ state, lagSeconds: replay.lag(now()) / 1000 }, 'the replica is not read from');
    told = state;
  }

  async function follow() {
    while (!closed.signal.aborted) {
      const at = now();
      const sampled = committed().then(
        lsn => replay.sample(at, lsn),
        () => {},
      );
      await Promise.all([sampled, look()]);
      tell();
      await sleep(LOOK_MS, undefined, { signal: closed.signal }).catch(() => {});
    }
  }
  const following = follow();

  return {
    get state() {
      return stateNow();
    },
    lagSeconds: () => replay.lag(now()) / 1000,
    has: lsn => replay.has(lsn),
    look,
    committed,
    onLost(listener) {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
    async close() {
      closed.abort();
      await following;
      await Promise.all([primary.end(), replica.end()]);
    },
  };
}
