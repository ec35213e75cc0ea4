import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { composeServices } from '@apollo/composition';
import { print } from 'graphql';
import { projectFolder } from '#platform/config.ts';
import type { OnStop } from '#platform/process.ts';
import { toySubgraphs } from './toy-subgraphs.ts';

export interface Gateway {
  name: string;
  url: string;
  pid: number;
}

const PEERS = join(projectFolder, 'bench/peers');
/** Those that need no other packages than the product has. */
const OWN = new Set(['stock', 'ours', 'ours-local', 'monolith']);
const inPeers = (...path: string[]) => join(PEERS, 'node_modules', ...path);
const env = { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' };

function start(
  onStop: OnStop,
  file: string,
  options: string[],
  cwd: string,
  readsLine: boolean,
): ChildProcess {
  const child = spawn(file, options, {
    cwd,
    env,
    stdio: ['ignore', readsLine ? 'pipe' : 'ignore', 'inherit'],
  });
  onStop(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  return child;
}

/** Starts a process of Node and reads the line that it prints when it is ready. */
export async function startNode(
  onStop: OnStop,
  ...options: string[]
): Promise<{ child: ChildProcess; line: string }> {
  const child = start(onStop, process.execPath, options, projectFolder, true);
  const said = once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data');
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`It ended with ${code}.`)));
  const [chunk] = await Promise.race([said, ended]);
  ended.catch(() => {});
  return { child, line: String(chunk).trim() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function answering(url: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    }).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`Nothing answers at ${url}.`);
}

async function installPeers(): Promise<void> {
  const isThere = await access(inPeers('.package-lock.json')).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  console.log('Installing the peers (about 600 MB, once) …\n');
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS });
}

/** The toy subgraphs and, in processes of their own, the gateways in front of them. */
export async function startGateways(
  onStop: OnStop,
  folder: string,
  names: readonly string[],
): Promise<Gateway[]> {
  const script = join(projectFolder, 'dist/bench/kit/gateway-process.js');
  const { line: ports } = await startNode(onStop, script, 'subgraphs');
  const urls = new Map(
    ports.split(',').map(entry => {
      const [name = '', port = ''] = entry.split('=');
      return [name, `http://127.0.0.1:${port}/graphql`];
    }),
  );
  const services = toySubgraphs.map(subgraph => ({ ...subgraph, url: urls.get(subgraph.name) ?? '' }));
  const supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, composeServices(services).supergraphSdl ?? '');
  if (names.some(name => !OWN.has(name))) await installPeers();

  async function own(name: string): Promise<Gateway> {
    const { child, line } = await startNode(onStop, script, name, supergraph, ports);
    return { name, url: `http://127.0.0.1:${line}/graphql`, pid: child.pid ?? 0 };
  }

  async function foreign(name: string, port: number, file: string, options: string[]): Promise<Gateway> {
    const child = start(onStop, file, options, folder, false);
    const url = `http://127.0.0.1:${port}/graphql`;
    await answering(url);
    return { name, url, pid: child.pid ?? 0 };
  }

  async function hive(name: string, option: string): Promise<Gateway> {
    const port = await freePort();
    const bin = inPeers('@graphql-hive/gateway/dist/bin.js');
    const address = ['-h', '127.0.0.1', '-p', String(port)];
    return foreign(name, port, process.execPath, [bin, 'supergraph', supergraph, option, ...address]);
  }

  async function grafbase(name: string): Promise<Gateway> {
    const port = await freePort();
    let config = '';
    for (const service of services) {
      await writeFile(join(folder, `${service.name}.graphql`), print(service.typeDefs));
      config += `[subgraphs.${service.name}]\nurl = "${service.url}"\nschema_path = "./${service.name}.graphql"\n\n`;
    }
    await writeFile(join(folder, 'grafbase.toml'), config);
    const bin = inPeers('@grafbase/cli-x86_64-unknown-linux-musl/grafbase');
    const options = ['dev', '-c', 'grafbase.toml', '--listen-address', `127.0.0.1:${port}`];
    return foreign(name, port, bin, options);
  }

  async function mercurius(name: string): Promise<Gateway> {
    const list = [...urls].map(entry => entry.join('=')).join(',');
    const { child, line } = await startNode(onStop, join(PEERS, 'mercurius.js'), list);
    return { name, url: `http://127.0.0.1:${line}/graphql`, pid: child.pid ?? 0 };
  }

  const kinds: Record<string, (name: string) => Promise<Gateway>> = {
    stock: own,
    ours: own,
    'ours-local': own,
    monolith: own,
    hive: name => hive(name, '--jit'),
    'hive-router': name => hive(name, '--hive-router-runtime'),
    mercurius,
    grafbase,
  };
  const started: Gateway[] = [];
  for (const name of names) {
    const kind = kinds[name];
    if (!kind) throw new Error(`No gateway is called ${name}: ${Object.keys(kinds).join(', ')}.`);
    started.push(await kind(name));
  }
  return started;
}
