import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const DEBIAN = '/usr/lib/postgresql';

async function findPgbench(): Promise<string> {
  const versions = await readdir(DEBIAN).catch(() => []);
  const installed = versions.map(version => join(DEBIAN, version, 'bin/pgbench')).filter(existsSync);
  // Elsewhere it may be on the path.
  return installed.at(-1) ?? 'pgbench';
}

interface Load {
  url: string;
  /** Of a subgraph, whose role sends the script. */
  schema: string;
  script: string;
  clients: number;
  seconds: number;
  variables: Record<string, number>;
}

/** Transactions a second of a pgbench script; fails where any of them did. */
export async function pgbench({ url, schema, script, clients, seconds, variables }: Load): Promise<number> {
  const defined = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const { stdout } = await promisify(execFile)(
    await findPgbench(),
    ['-n', '-M', 'simple', '-f', script, '-c', `${clients}`, '-j', '2', '-T', `${seconds}`, ...defined, url],
    {
      env: { ...process.env, PGOPTIONS: `-c role=almanac_${schema} -c search_path=${schema},public` },
      maxBuffer: 10_000_000,
    },
  ).catch(cause => {
    throw new Error(`pgbench did not run. Debian has it in the package postgresql. ${cause.stderr ?? ''}`, {
      cause,
    });
  });
  const tps = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
  const failed = Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0);
  if (!Number.isFinite(tps) || failed > 0) throw new Error(stdout);
  return tps;
}
