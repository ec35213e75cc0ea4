import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '#platform/process.ts';

async function pidIn(file: string): Promise<number> {
  return Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10) || 0;
}

/** Ends servers and removes data that a killed test run left behind. */
export async function sweepTestFolders(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter(candidate => /^almanac-test-\d+$/.test(candidate))) {
    const folder = join(tmpdir(), name);
    const owner = await pidIn(join(folder, 'owner.pid'));
    if (owner && isAlive(owner)) continue;
    const server = await pidIn(join(folder, 'data/postmaster.pid'));
    if (server && isAlive(server)) process.kill(server, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true });
  }
}
