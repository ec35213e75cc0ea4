import { randomUUID } from 'node:crypto';
import type { EntityManager, MigrationObject, MikroORM } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { type Clock, systemClock } from './clock.ts';
import { migrateJobs, runJobs, type TaskList } from './jobs.ts';
import { createLogger, type LogLevel } from './logger.ts';
import { type AnyEntity, createOrm, migrate, statements } from './orm.ts';
import type { DomainEvent } from './outbox.ts';
import {
  createPrincipalSigner,
  createPrincipalVerifier,
  type Principal,
  type PrincipalSigner,
} from './principal.ts';
import { createWakeChannel, type WakeChannel } from './pubsub.ts';
import { createReplica, type ReplicaConfig } from './replica/replica.ts';
import { splitReads } from './replica/split-reads.ts';
import type { ReplicaState } from './replica/watch.ts';
import { createLocalSubgraph, type Operation, type Subgraph } from './subgraph.ts';
import type { RequestContext } from './transaction.ts';

/** What the environment of every subgraph holds. */
export interface SubgraphConfig extends ReplicaConfig {
  DATABASE_POOL_SIZE: number;
  /** For what needs a session of its own: jobs and migrations. Left out: DATABASE_URL. */
  DATABASE_DIRECT_URL?: string | undefined;
  PRINCIPAL_SECRETS: string[];
  LOG_LEVEL: LogLevel;
}

/** What tests replace. */
export interface SubgraphOverrides {
  clock?: Clock;
  /** Whether jobs are made by the time of day too; tests that do not say so start them by hand. */
  hasTimetable?: boolean;
}

interface SubgraphParts {
  orm: MikroORM;
  clock: Clock;
  channel: WakeChannel;
  sign: PrincipalSigner;
}

export interface SubgraphApp<Context, Peers> extends SubgraphParts {
  subgraph: Subgraph;
  schema: GraphQLSchema;
  /** A context for work that no request asked for: seeds and commands. */
  openContext(viewer: Principal): Context;
  /** Rejects while the database does not answer. */
  ready(): Promise<void>;
  /** How its replica is, where it has one. */
  replicaState(): ReplicaState | null;
  /** Brings tables and job tables up to date. */
  migrate(): Promise<void>;
  /** Runs this subgraph's jobs in this process until `stop`. */
  startJobs(peers: Peers): Promise<void>;
  stop(): Promise<void>;
}

interface SubgraphDefinition<Context extends Operation, Peers> {
  /** Also the name of its PostgreSQL schema. */
  name: string;
  entities: readonly AnyEntity[];
  migrations: MigrationObject[];
  schema: GraphQLSchema;
  /** Called once, when the parts are there; what it returns makes the context of each operation. */
  wire(parts: SubgraphParts): {
    createContext(
      operation: Operation & Pick<RequestContext, 'committed' | 'emitted'>,
      em: EntityManager,
    ): Context;
    /** When tasks run by themselves, as lines of a crontab. */
    crontab?: readonly string[];
    tasks(peers: Peers, openContext: (viewer: Principal) => Context): TaskList;
    stop?(): void;
  };
}

const JOB_CONCURRENCY = 5;

/** The frame that the subgraphs' own `app.ts` fill in. Nothing connects before it is needed. */
export async function createSubgraphApp<Context extends Operation, Peers>(
  definition: SubgraphDefinition<Context, Peers>,
  config: SubgraphConfig,
  overrides: SubgraphOverrides = {},
): Promise<SubgraphApp<Context, Peers>> {
  const { name, schema } = definition;
  const log = createLogger(name, config.LOG_LEVEL);
  const clock = overrides.clock ?? systemClock;
  const orm = await createOrm({
    url: config.DATABASE_URL,
    schema: name,
    entities: [...definition.entities],
    migrations: definition.migrations,
    poolSize: config.DATABASE_POOL_SIZE,
    log,
  });
  const directUrl = config.DATABASE_DIRECT_URL ?? config.DATABASE_URL;
  const channel = await createWakeChannel(config.REDIS_URL, name, log);
  const sign = createPrincipalSigner(config.PRINCIPAL_SECRETS, systemClock.now);
  const parts = { orm, clock, channel, sign };
  const wired = definition.wire(parts);
  const replica = await createReplica({ config, schema: name, entities: definition.entities, log });
  const primary = () => orm.em.fork() as EntityManager;
  const createContext = (operation: Operation, em = primary(), emitted: DomainEvent[] = []) => {
    // What others are told of is noted here; whatever else a mutation writes, behind it (`splitReads`).
    const committed = async () => {
      if (emitted.length > 0) await replica?.note(operation.viewer, emitted);
    };
    return wired.createContext({ ...operation, emitted, committed }, em);
  };
  const subgraph = createLocalSubgraph<Context>({
    name,
    schema,
    // Tokens are about real time, whatever the time is that a test plays.
    verify: createPrincipalVerifier(config.PRINCIPAL_SECRETS, systemClock.now),
    log,
    createContext,
    ...(replica && { perform: splitReads(replica, createContext) }),
  });
  const openContext = (viewer: Principal) => {
    const operation = {
      viewer,
      requestId: randomUUID(),
      idempotencyKey: null,
      clientAddress: null,
      userAgent: null,
      log,
    };
    const emitted: DomainEvent[] = [];
    const committed = async () => replica?.wrote(viewer, emitted.splice(0));
    return wired.createContext({ ...operation, emitted, committed }, primary());
  };
  let jobs: { stop(): Promise<void> } | undefined;
  return {
    ...parts,
    subgraph,
    schema,
    openContext,
    replicaState: () => replica?.state ?? null,
    async ready() {
      await sql`select 1`.execute(statements(orm.em.fork() as EntityManager));
    },
    async migrate() {
      await migrate(orm);
      await migrateJobs({ url: directUrl, schema: name, log });
    },
    async startJobs(peers) {
      const tasks = wired.tasks(peers, openContext);
      jobs = await runJobs({
        url: directUrl,
        schema: name,
        tasks,
        crontab: overrides.hasTimetable === false ? [] : (wired.crontab ?? []),
        concurrency: JOB_CONCURRENCY,
        log,
      });
    },
    async stop() {
      await jobs?.stop();
      wired.stop?.();
      // A connection that is still being made while its pool closes is never given back: it is waited for here.
      await sql`select 1`.execute(statements(orm.em.fork() as EntityManager)).catch(() => {});
      await channel.close();
      await replica?.close();
      await orm.close();
    },
  };
}
