import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import pg from 'pg';
import { Agent, request } from 'undici';
import { projectFolder } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import type { OnStop } from '#platform/process.ts';

/** What `npm start` writes about its demo. */
interface Demo {
  url: string;
  wsUrl: string;
  apiKeys: Record<'ada' | 'grace' | 'katherine', string>;
  eventTypes: Record<'ada/intro' | 'engines/triage' | 'engines/panel', string>;
}

export interface Product extends Demo {
  /** Superuser of its database. */
  database: pg.Pool;
  databaseUrl: string;
  pid: number;
  execute<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    key?: string,
  ): Promise<Data>;
}

const texts = new Map<DocumentNode, string>();

/** Printed once: a client's own work must not be what is measured. */
function textOf(document: DocumentNode): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}

export async function makeFolder(onStop: OnStop): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'almanac-bench-'));
  // The account that PostgreSQL runs as has to get in.
  await chmod(folder, 0o755);
  onStop(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Waits for the file that the standalone process writes when it is up. */
async function waitForDemo(folder: string, hasEnded: () => boolean): Promise<Demo> {
  for (;;) {
    const text = await readFile(join(folder, 'demo.json'), 'utf8').catch(() => '');
    if (text) return JSON.parse(text);
    if (hasEnded()) throw new Error('The product ended before it was up.');
    await sleep(20);
  }
}

/**
 * The standalone product in a process of its own, on a PostgreSQL of its own with durable writes. Clients of it
 * run in the benchmark's process, on the same cores.
 */
/** Everything is asked from one address here, which is no way to treat it outside of measurements. */
const noLimits = {
  OPEN_HOLDS_PER_ADDRESS: '0',
  HOLDS_PER_HOUR: '0',
  PUBLIC_MUTATIONS_PER_MINUTE: '0',
  PUBLIC_QUERIES_PER_MINUTE: '0',
  RATE_LIMIT_API_KEY: 'off',
  RATE_LIMIT_OAUTH: 'off',
  RATE_LIMIT_SESSION: 'off',
  RATE_LIMIT_ANONYMOUS: 'off',
  RATE_LIMIT_FIELDS: 'off',
};

export async function startProduct(
  onStop: OnStop,
  { connections = 64, settings = {} }: { connections?: number; settings?: Record<string, string> } = {},
): Promise<Product> {
  const folder = await makeFolder(onStop);
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), settings });
  onStop(postgres.stop);
  const child = spawn(process.execPath, [join(projectFolder, 'dist/standalone.js')], {
    env: { ...process.env, ...noLimits, PORT: '0', DATABASE_URL: postgres.url, ALMANAC_FOLDER: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>(done => child.once('exit', () => done()));
  onStop(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const demo = await waitForDemo(folder, () => child.exitCode !== null);
  const database = new pg.Pool({ connectionString: postgres.url, max: 4 });
  database.on('error', () => {});
  onStop(() => database.end());
  const dispatcher = new Agent({ connections });
  onStop(() => dispatcher.close());

  return {
    ...demo,
    database,
    databaseUrl: postgres.url,
    pid: child.pid ?? 0,
    async execute(document, variables, key) {
      const response = await request(demo.url, {
        dispatcher,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ query: textOf(document), variables }),
      });
      const { data, errors } = (await response.body.json()) as { data: never; errors?: unknown };
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}

/** When events of scheduling were committed by PostgreSQL's own clock, by their cursors; it needs `track_commit_timestamp`. */
export async function commitTimes({ database }: Product): Promise<(cursor: string) => number> {
  const { rows } = await database.query<{ position: string; at: string }>(`
    select transaction_id || '.' || sequence as position,
      extract(epoch from pg_xact_commit_timestamp(transaction_id::xid)) * 1000 as at
    from scheduling.outbox_events`);
  const commits = new Map(rows.map(row => [row.position, Number(row.at)]));
  return cursor => {
    const commit = commits.get(Buffer.from(cursor, 'base64url').toString());
    if (commit === undefined) throw new Error(`No transaction belongs to the cursor ${cursor}.`);
    return commit;
  };
}
