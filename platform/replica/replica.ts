import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { REPLICA_NEEDS_REDIS } from '../config.ts';
import type { Logger } from '../logger.ts';
import { type AnyEntity, createOrm } from '../orm.ts';
import type { DomainEvent } from '../outbox.ts';
import type { Principal } from '../principal.ts';
import { counter, readings } from '../telemetry/metrics.ts';
import { awaitedBy, concernedBy } from './concerned.ts';
import type { Lsn } from './replay.ts';
import { type ReplicaState, watchReplica } from './watch.ts';
import { createWriteMarks } from './write-marks.ts';

/** Of the environment of every subgraph. */
export interface ReplicaConfig {
  DATABASE_URL: string;
  /** Left out: everything is read from the primary. */
  DATABASE_REPLICA_URL?: string | undefined;
  DATABASE_REPLICA_POOL_SIZE?: number | undefined;
  DATABASE_REPLICA_MAX_LAG_MS?: number | undefined;
  REDIS_URL?: string | undefined;
}

/** A copy of the primary, a little behind it, that takes reads which may be a little behind. */
export interface Replica {
  /** Where somebody may read without missing what they know of; `null`: only at the primary. */
  reader(viewer: Principal): Promise<EntityManager | null>;
  /** To be called behind a commit, before anybody is told of it. It never rejects. */
  note(viewer: Principal, events: readonly DomainEvent[]): Promise<void>;
  /** The same before the writer is answered: where readers would not know, it waits until they need not. */
  wrote(viewer: Principal, events: readonly DomainEvent[]): Promise<void>;
  /** Calls back once when the replica is gone; returns the function that ends the wait. */
  onLost(listener: () => void): () => void;
  /** A read did not work there, and is done again at the primary. */
  failed(): void;
  readonly state: ReplicaState;
  close(): Promise<void>;
}

const POOL_SIZE = 10;
const MAX_LAG_MS = 2_000;
/** Marks outlive by so much what they are kept for. */
const MARGIN_MS = 1_000;
/** Who hears nothing from the replica for so long asks the primary, while there is time for it. */
const PATIENCE_MS = 1_500;
const PAUSE_MS = 20;

const reads = counter(
  'db_replica_reads_total',
  'Queries that may be read from the replica, by where they are read: `primary` where the replica is not current, `own` where it lacks what the reader has written or was told of, `again` where it failed.',
  ['subgraph', 'source'],
);
const lag = readings('db_replica_lag_seconds', 'How far the replica is behind the primary.', ['subgraph']);

interface ReplicaOptions {
  config: ReplicaConfig;
  schema: string;
  entities: readonly AnyEntity[];
  log: Logger;
}

export async function createReplica(options: ReplicaOptions): Promise<Replica | null> {
  const { DATABASE_REPLICA_URL, DATABASE_URL, REDIS_URL, ...sizes } = options.config;
  if (!DATABASE_REPLICA_URL) return null;
  if (!REDIS_URL) throw new Error(`REDIS_URL ${REPLICA_NEEDS_REDIS}.`);
  const { schema, log } = options;
  const maxLagMs = sizes.DATABASE_REPLICA_MAX_LAG_MS ?? MAX_LAG_MS;
  const ttlMs = maxLagMs + MARGIN_MS;
  const orm: MikroORM = await createOrm({
    url: DATABASE_REPLICA_URL,
    schema,
    role: 'replica',
    entities: [...options.entities],
    migrations: [],
    poolSize: sizes.DATABASE_REPLICA_POOL_SIZE ?? POOL_SIZE,
    patienceMs: PATIENCE_MS,
    log,
  });
  const watch = watchReplica({
    primaryUrl: DATABASE_URL,
    replicaUrl: DATABASE_REPLICA_URL,
    name: schema,
    maxLagMs,
    log,
  });
  const marks = await createWriteMarks({ redisUrl: REDIS_URL, name: schema, ttlMs, log });
  const count = (source: 'replica' | 'primary' | 'own' | 'again') => reads.inc({ subgraph: schema, source });
  const stopWatching = lag.watch(() => {
    const value = watch.lagSeconds();
    return Number.isFinite(value) ? [{ labels: { subgraph: schema }, value }] : [];
  });

  /** Where it cannot be noted: how far the replica must come, as far as that is known. */
  async function tryToNote(viewer: Principal, events: readonly DomainEvent[]): Promise<Lsn | null | 'noted'> {
    let lsn: Lsn | null = null;
    try {
      lsn = await watch.committed();
      await marks.note(concernedBy(viewer, events), lsn);
      return 'noted';
    } catch (error) {
      log.warn({ err: error }, 'what was written could not be noted for other processes');
      return lsn;
    }
  }

  /** By its end the replica has what was written, or lags too much to be read from. */
  async function outlast(lsn: Lsn | null) {
    const end = performance.now() + ttlMs;
    while (performance.now() < end) {
      await watch.look();
      if (lsn !== null && watch.has(lsn)) return;
      await sleep(PAUSE_MS);
    }
  }

  async function choose(viewer: Principal): Promise<'replica' | 'primary' | 'own'> {
    if (watch.state !== 'ok') return 'primary';
    const awaited = await marks.furthest(awaitedBy(viewer));
    if (awaited === null) return 'primary';
    if (!watch.has(awaited)) await watch.look();
    // Only now: a mark that has ended by now is older than what a current replica lacks.
    if (watch.state !== 'ok') return 'primary';
    return watch.has(awaited) ? 'replica' : 'own';
  }

  return {
    async reader(viewer) {
      // Our own processes decide by what they read: who may come in, what has been revoked.
      if (viewer.kind === 'SERVICE') return null;
      const source = await choose(viewer);
      count(source);
      return source === 'replica' ? (orm.em.fork() as EntityManager) : null;
    },
    note: async (viewer, events) => void (await tryToNote(viewer, events)),
    async wrote(viewer, events) {
      const outcome = await tryToNote(viewer, events);
      if (outcome !== 'noted') await outlast(outcome);
    },
    onLost: watch.onLost,
    failed: () => count('again'),
    get state() {
      return watch.state;
    },
    async close() {
      stopWatching();
      marks.close();
      await watch.close();
      await orm.close();
    },
  };
}
