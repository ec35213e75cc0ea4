import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { testEnvironment } from './environment.ts';

/** A database of a test file's own, cloned from the migrated template. */
export interface TestDatabase {
  /** Connection string of the superuser. */
  readonly url: string;
  /** Connection string of a subgraph's role. */
  urlOf(subgraph: string): string;
  /** Runs SQL as the superuser. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Statements that a subgraph's role ran since the last call of `reset`, transaction control aside. */
  countStatements(subgraph: string): Promise<number>;
  resetStatements(): Promise<void>;
  /** Fails where the test left connections of subgraphs open. */
  drop(): Promise<void>;
}

/** Made once for a test run; every test file works on a clone of it. */
export const TEMPLATE_DATABASE = 'almanac_template';
/** Roles are shared by all databases of a server, so their password is the same in every test. */
export const ROLE_PASSWORD = 'test';

function serverUrl(): string {
  const url = testEnvironment.databaseUrl;
  if (!url) throw new Error('The test services are not running: start the tests with `npm test`.');
  return url;
}

/** Who is still connected. A server process lives on for a moment after its client has gone. */
async function connectionsLeft(client: pg.Client, database: string) {
  for (let attempt = 0; ; attempt++) {
    const { rows } = await client.query<{ application_name: string; query: string }>(
      'select application_name, query from pg_stat_activity where datname = $1',
      [database],
    );
    if (rows.length === 0 || attempt === 20) return rows;
    await sleep(100);
  }
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** On the server that all tests share, unless a test has one of its own. */
export async function createTestDatabase(server = serverUrl()): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, client => client.query(`create database ${name} template ${TEMPLATE_DATABASE}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 4 });
  pool.on('error', () => {});
  await pool.query('create extension if not exists pg_stat_statements');
  return {
    url: url.href,
    urlOf(subgraph) {
      const own = new URL(url);
      own.username = `almanac_${subgraph}`;
      own.password = ROLE_PASSWORD;
      return own.href;
    },
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    async countStatements(subgraph) {
      const { rows } = await pool.query<{ calls: string }>(
        `select coalesce(sum(s.calls), 0) as calls from pg_stat_statements s
         join pg_roles r on r.oid = s.userid join pg_database d on d.oid = s.dbid
         where r.rolname = $1 and d.datname = $2 and s.toplevel
           and s.query !~* '^(begin|start transaction|commit|rollback|savepoint|release|set|show)'
           and s.query !~ '_jobs|outbox_events where|pg_snapshot'`,
        [`almanac_${subgraph}`, name],
      );
      return Number(rows[0]?.calls);
    },
    async resetStatements() {
      await pool.query(
        'select pg_stat_statements_reset(0, (select oid from pg_database where datname = current_database()), 0)',
      );
    },
    async drop() {
      await pool.end();
      const open = await onServer(server, async client => {
        const left = await connectionsLeft(client, name);
        await client.query(`drop database ${name} with (force)`);
        return left;
      });
      if (open.length > 0) {
        const list = open.map(connection => `${connection.application_name}: ${connection.query}`).join('\n');
        throw new Error(`The test left connections open:\n${list}`);
      }
    },
  };
}
