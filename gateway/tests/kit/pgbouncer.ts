import { spawn } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ROLE_PASSWORD, type TestDatabase } from '#platform/testing/database.ts';
import { requireProgram } from '../../../scripts/test-services/debian-package.ts';
import { until } from './collect.ts';
import { through } from './tcp-proxy.ts';

const roles = ['identity', 'scheduling', 'integrations'];
/** What the pooler itself carries from one connection to the next. */
const CARRIED = [
  'application_name',
  'client_encoding',
  'DateStyle',
  'TimeZone',
  'standard_conforming_strings',
];

function freePort(): Promise<number> {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The account of `nobody`, where we are root: the pooler refuses to be. */
const NOBODY = 65_534;
const account = () => (userInfo().uid === 0 ? { uid: NOBODY, gid: NOBODY } : {});

/** The pooler's program, or why there is none. */
export function findPgbouncer(): Promise<{ program: string } | { missing: string }> {
  return requireProgram('pgbouncer', 'pgbouncer').then(
    program => ({ program }),
    (error: Error) => ({ missing: error.message }),
  );
}

/** PgBouncer in transaction mode before a database, with very few connections to it for each role. */
export async function startPgbouncer(program: string, database: TestDatabase, poolSize: number) {
  const folder = await mkdtemp(join(tmpdir(), 'almanac-pgbouncer-'));
  const port = await freePort();
  const server = new URL(database.url);
  const users = roles.map(role => `"almanac_${role}" "${ROLE_PASSWORD}"`).join('\n');
  const settings = `[databases]
* = host=${server.hostname} port=${server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${folder}/users
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 500
logfile = ${folder}/log
`;
  for (const [file, text] of Object.entries({ users, settings, log: '' })) {
    await writeFile(join(folder, file), text);
    if (userInfo().uid === 0) await chown(join(folder, file), NOBODY, NOBODY);
  }
  if (userInfo().uid === 0) await chown(folder, NOBODY, NOBODY);
  const child = spawn(program, ['-q', join(folder, 'settings')], { ...account(), stdio: 'ignore' });
  const ended = new Promise(done => child.once('exit', done));
  process.once('exit', () => child.kill('SIGKILL'));
  const urlOf = (subgraph: string) => through(database.urlOf(subgraph), port);

  async function ask<Row extends pg.QueryResultRow>(
    role: string,
    work: (client: pg.Client) => Promise<Row[]>,
  ) {
    const client = new pg.Client({ connectionString: urlOf(role) });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** What is found on each of the pooler's connections of a role, all of them taken at once. */
  async function sessionsOf(role: string) {
    let taken = 0;
    const visits = Array.from({ length: poolSize }, () =>
      ask(role, async client => {
        await client.query('begin');
        const { rows } = await client.query<{ pid: number; found: string[] }>(
          `select pg_backend_pid() as pid, array(
            select 'setting ' || name from pg_settings where source = 'session' and name <> all($1)
            union all select 'channel ' || pg_listening_channels()
            union all select 'statement ' || name from pg_prepared_statements
            union all select 'lock ' || objid from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
            union all select 'timeout ' || name || ' ' || setting from pg_settings
              where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') and setting = '0'
          ) as found`,
          [CARRIED],
        );
        taken++;
        // Nobody gives back a connection before all are taken.
        await until(() => taken === poolSize);
        await client.query('commit');
        return rows;
      }),
    );
    return (await Promise.all(visits)).flat();
  }

  await until(() =>
    ask('identity', async client => (await client.query('select 1')).rows).then(
      () => true,
      () => false,
    ),
  );
  return {
    urlOf,
    ask,
    /** What was left behind for whoever comes next; fails where not every connection was looked at. */
    async leftBehind(): Promise<string[]> {
      const found: string[] = [];
      for (const role of roles) {
        const sessions = await sessionsOf(role);
        if (new Set(sessions.map(({ pid }) => pid)).size !== poolSize) throw new Error('One was seen twice.');
        found.push(...sessions.flatMap(session => session.found.map(what => `${role}: ${what}`)));
      }
      return found;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
