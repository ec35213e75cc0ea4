import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import { createTestDatabase } from '#platform/testing/database.ts';
import { createTemplate } from '../../../scripts/test-services/template.ts';
import { startTcpProxy, through } from './tcp-proxy.ts';

const run = promisify(execFile);

const settings = {
  fsync: 'off',
  max_connections: '200',
  shared_preload_libraries: 'pg_stat_statements',
};

const portOf = (url: string) => Number(new URL(url).port);

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Copies a running server as its manual says, so that the copy can follow it. */
async function copyServer(primary: { url: string; folder: string }, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  const data = join(folder, 'data');
  await mkdir(folder, { recursive: true });
  await client.query("select pg_backup_start('replica', true)");
  // Files that end meanwhile are not missed by the copy: it replays what happened to them.
  await run('cp', ['-a', join(primary.folder, 'data'), data]).catch(() => {});
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  await client.end();
  const { uid, gid } = await stat(data);
  const files = { backup_label: rows[0]?.labelfile ?? '', 'standby.signal': '' };
  for (const [file, text] of Object.entries(files)) {
    await writeFile(join(data, file), text);
    await chown(join(data, file), uid, gid);
  }
  // The server that it names is the primary.
  for (const file of ['postmaster.pid', 'postmaster.opts']) await rm(join(data, file), { force: true });
  await writeFile(join(folder, 'password'), await readFile(join(primary.folder, 'password')));
}

/** A server, and one that follows it, behind a line that can be broken. */
export async function startReplicatedPostgres() {
  const home = await mkdtemp(join(tmpdir(), 'almanac-replica-'));
  // The server's account has to get through.
  await run('chmod', ['755', home]);
  const folder = join(home, 'primary');
  const primary = await startEmbeddedPostgres({ folder, settings });
  await createTemplate(primary.url);
  const database = await createTestDatabase(primary.url);
  const copy = join(home, 'replica');
  await copyServer({ url: primary.url, folder }, copy);
  const { hostname, port, username, password } = new URL(primary.url);
  const conninfo = `host=${hostname} port=${port} user=${username} password=${password}`;
  const replica = await startEmbeddedPostgres({
    folder: copy,
    settings: { ...settings, primary_conninfo: conninfo },
  });
  const line = await startTcpProxy(portOf(replica.url));
  const atReplica = <Row extends pg.QueryResultRow>(sql: string) =>
    query<Row>(through(database.url, portOf(replica.url)), sql);
  return {
    database,
    line,
    /** Of a role of a subgraph, by the line. */
    replicaUrlOf: (subgraph: string) => through(database.urlOf(subgraph), line.port),
    /** What is committed from now on is not seen there. */
    freeze: () => atReplica('select pg_wal_replay_pause()'),
    resume: () => atReplica('select pg_wal_replay_resume()'),
    /** Statements that a subgraph's role has run there. */
    async statementsOf(subgraph: string): Promise<number> {
      const [row] = await atReplica<{ calls: number }>(
        `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements(true) s
         join pg_roles r on r.oid = s.userid where r.rolname = 'almanac_${subgraph}' and query not like '%pg_last_wal%'`,
      );
      return row?.calls ?? 0;
    },
    stopReplica: () => replica.stop(),
    async stop() {
      await line.close();
      await replica.stop();
      await database.drop();
      await primary.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
