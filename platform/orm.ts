import { Migrator } from '@mikro-orm/migrations';
import {
  type EntityManager,
  type EntitySchemaWithMeta,
  type InferKyselyDB,
  type MigrationObject,
  MikroORM,
} from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import type { Pool } from 'pg';
import { boundQueue } from './bound-queue.ts';
import type { Logger } from './logger.ts';
import { cutSilentConnections, reclaimLostConnections } from './lost-connections.ts';
import { translateDatabaseError } from './postgres-errors.ts';
import { watchPool } from './telemetry/pool-metrics.ts';
import { traceStatements } from './telemetry/statement-spans.ts';

// biome-ignore lint/suspicious/noExplicitAny: MikroORM's own bound.
export type AnyEntity = EntitySchemaWithMeta<any, any, any, any, any>;

interface OrmOptions {
  url: string;
  /** The one PostgreSQL schema that this subgraph owns. */
  schema: string;
  entities: AnyEntity[];
  migrations: MigrationObject[];
  poolSize: number;
  /** What sets it apart from the subgraph's other connections. */
  role?: string;
  /** How long a connection and an answer may take, where something else can be done then. */
  patienceMs?: number;
  log: Logger;
}

/**
 * What holds in every session of a subgraph's role. The role carries it: a connection that asks for it itself is refused
 * by a pooler, and what one session sets is found by whoever gets the pooler's connection next.
 */
const sessionDefaults = {
  /** A statement that runs longer than this is cancelled: nothing a request does should take so long. */
  statement_timeout: '10s',
  /** A transaction that sits idle holds locks and the event log's horizon. */
  idle_in_transaction_session_timeout: '10s',
  /** Nothing here waits long for a lock by design; whoever does is told to try again. */
  lock_timeout: '5s',
};
const CONNECT_TIMEOUT_MS = 5_000;

/** Connects nothing yet: the first statement does. */
export function createOrm(options: OrmOptions): Promise<MikroORM> {
  const name = options.role ? `${options.schema} ${options.role}` : options.schema;
  return MikroORM.init({
    clientUrl: options.url,
    schema: options.schema,
    entities: options.entities,
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    migrations: {
      migrationsList: options.migrations,
      tableName: 'migrations',
      snapshot: false,
      allOrNothing: true,
    },
    schemaGenerator: { ignoreSchema: [`${options.schema}_jobs`] },
    pool: { min: 0, max: options.poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      onPoolCreated: (pool: Pool) => {
        boundQueue(pool);
        reclaimLostConnections(pool);
        cutSilentConnections(pool, options.patienceMs);
        watchPool(name, pool);
        traceStatements(options.schema, pool);
      },
      connectionTimeoutMillis: options.patienceMs ?? CONNECT_TIMEOUT_MS,
      application_name: `almanac ${name}`,
    },
    logger: message => options.log.debug(message),
    colors: false,
  });
}

const asProperties = {
  tableNamingStrategy: 'entity',
  columnNamingStrategy: 'property',
  convertValues: true,
} as const;

/** The tables of a list of entities as Kysely sees them: entity names, property names, converted values. */
export type TablesOf<Entities extends readonly AnyEntity[]> = InferKyselyDB<
  Entities[number],
  typeof asProperties
>;

/**
 * Typed queries that skip the identity map: rows come back as plain objects shaped like their entity. Reads
 * that only render cost a fifth of `em.find` this way. Takes part in the entity manager's transaction.
 *
 * One table a query: where two have a column of the same name, MikroORM's plugin converts it as if it belonged
 * to either. Conditions on other tables are written as SQL.
 */
export function rows<Tables>(em: EntityManager): Kysely<Tables> {
  // The declared type is a conditional one that TypeScript cannot resolve for an open `Tables`.
  return em.getKysely(asProperties) as unknown as Kysely<Tables>;
}

/** SQL written by hand, with real table and column names. Takes part in the entity manager's transaction. */
export function statements(em: EntityManager): Kysely<unknown> {
  return em.getKysely() as unknown as Kysely<unknown>;
}

/** Two that migrate a database at once would change the same row. */
const ROLE_LOCK = 7_302_020;

/** Connections that are made from now on have them. */
async function setSessionDefaults(orm: MikroORM): Promise<void> {
  await orm.em.fork().transactional(async em => {
    await sql`select pg_advisory_xact_lock(${ROLE_LOCK})`.execute(statements(em as EntityManager));
    const { rows } = await sql<{ setting: string }>`
      select unnest(rolconfig) as setting from pg_roles where rolname = current_user`.execute(
      statements(em as EntityManager),
    );
    const known = new Set(rows.map(({ setting }) => setting));
    for (const [name, value] of Object.entries(sessionDefaults)) {
      if (known.has(`${name}=${value}`)) continue;
      await sql`alter role current_user set ${sql.id(name)} = ${sql.lit(value)}`.execute(
        statements(em as EntityManager),
      );
    }
  });
}

/** Applies the migrations that this database has not seen, all or none of them. */
export async function migrate(orm: MikroORM): Promise<void> {
  try {
    await setSessionDefaults(orm);
    await orm.migrator.up();
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
