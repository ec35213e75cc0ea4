import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isAlive } from '#platform/process.ts';
import { projectFolder } from '../config.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

describe('the PostgreSQL that comes along', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almanac-embedded-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('starts on an empty folder, keeps its data, and leaves nothing running', async () => {
    const first = await startEmbeddedPostgres({ folder });
    await ask(first.url, 'create table kept as select 1 as one');
    const pid = Number((await readFile(join(folder, 'data/postmaster.pid'), 'utf8')).split('\n')[0]);
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await startEmbeddedPostgres({ folder });
    expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await second.stop();
  }, 60_000);

  it('ends the server that a killed run left behind', async () => {
    const code = `import { startEmbeddedPostgres } from '${join(projectFolder, 'dist/platform/embedded-postgres.js')}';
      await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} }); console.log('up'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise(done => child.stdout.once('data', done));
    const orphan = Number((await readFile(join(folder, 'data/postmaster.pid'), 'utf8')).split('\n')[0]);
    child.kill('SIGKILL');
    await new Promise(done => child.once('exit', done));
    expect(isAlive(orphan)).toBe(true);
    const next = await startEmbeddedPostgres({ folder });
    expect(isAlive(orphan)).toBe(false);
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.stop();
  }, 60_000);

  it('does not touch a folder that a living process uses', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await writeFile(join(folder, 'owner.pid'), `${child.pid}\n`);
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(
      `Another process (pid ${child.pid}) uses`,
    );
    child.kill('SIGKILL');
  });

  it('says in one sentence why it does not start', async () => {
    const starting = startEmbeddedPostgres({ folder, settings: { shared_buffers: '999TB' } });
    await expect(starting).rejects.toThrow(/PostgreSQL did not start: .*FATAL|did not start/);
  }, 60_000);
});
