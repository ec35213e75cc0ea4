import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { Agent, request } from 'undici';
import { projectFolder } from '#platform/config.ts';
import type { OnStop } from '#platform/process.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { percentile, printTable } from './kit/figures.ts';
import { makeFolder } from './kit/product.ts';
import { dashboardQuery, toySubgraphs } from './kit/toy-subgraphs.ts';

const CONNECTIONS = 32;
const SECONDS = 5;
const ROUNDS = 3;
const BOOKINGS = 20;
/** Operations are told apart by their names: who merges identical requests has less to merge. */
const OPERATIONS = 20;

/** Starts a process and reads the line it prints when it is ready. */
async function start(onStop: OnStop, ...options: string[]): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(
    process.execPath,
    [join(projectFolder, 'dist/bench/kit/gateway-process.js'), ...options],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' },
    },
  );
  onStop(async () => {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
  });
  const [chunk] = await once(child.stdout, 'data');
  return { child, line: String(chunk).trim() };
}

interface Gateway {
  name: string;
  url: string;
  pid: number;
}

const dispatcher = new Agent({ connections: CONNECTIONS });
let asked = 0;

async function ask({ url }: Gateway): Promise<string> {
  const { body } = await request(url, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: dashboardQuery(`Dashboard${asked++ % OPERATIONS}`),
      variables: { first: BOOKINGS, after: `${asked}-` },
    }),
  });
  return body.text();
}

async function load(gateway: Gateway, seconds: number): Promise<{ rate: number; latencies: number[] }> {
  const latencies: number[] = [];
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      const begun = performance.now();
      await ask(gateway);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  return { rate: latencies.length / seconds, latencies };
}

export const benchGateway: Benchmark = {
  about: 'the gateway beside stock @apollo/gateway, on subgraphs in memory',
  method: `
${BOOKINGS} bookings with their hosts (identity) and the hosts' calendar connections (integrations) from toy subgraphs in one process of
their own, over HTTP, that execute nothing. Each gateway is one process with Apollo Server on Fastify: ours, and @apollo/gateway with its own data sources.
${CONNECTIONS} connections ask for ${SECONDS} s each in turn, ${ROUNDS} rounds after one to warm up, medians; operations have ${OPERATIONS} names and every request other
variables. Bodies are compared first. Clients and subgraphs run on the same cores.`,
  async run(onStop) {
    onStop(() => dispatcher.close());
    const folder = await makeFolder(onStop);
    const { supergraphSdl } = composeServices(toySubgraphs);
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, supergraphSdl ?? '');
    const { line: ports } = await start(onStop, 'subgraphs');
    const gateways: Gateway[] = [];
    for (const name of ['stock', 'ours']) {
      const { child, line } = await start(onStop, name, file, ports);
      gateways.push({ name, url: `http://127.0.0.1:${line}/graphql`, pid: child.pid ?? 0 });
    }
    const bodies = [];
    for (const gateway of gateways) {
      asked = 0;
      bodies.push(await ask(gateway));
    }
    if (bodies[0] !== bodies[1]) throw new Error(`They answer differently:\n${bodies.join('\n')}`);
    for (const gateway of gateways) await load(gateway, 2);
    const rounds = new Map(gateways.map(({ name }) => [name, [] as { rate: number; latencies: number[] }[]]));
    for (let round = 0; round < ROUNDS; round++)
      for (const gateway of gateways) rounds.get(gateway.name)?.push(await load(gateway, SECONDS));
    const rateOf = (name: string) => percentile(rounds.get(name)?.map(({ rate }) => rate) ?? [], 0.5);
    const rows = gateways.map(({ name }) => {
      const latencies = rounds.get(name)?.flatMap(round => round.latencies) ?? [];
      return [
        name,
        rateOf(name),
        rateOf(name) / rateOf('stock'),
        percentile(latencies, 0.5),
        percentile(latencies, 0.99),
      ];
    });
    printTable(['gateway', 'requests/s', '÷ stock', 'p50 ms', 'p99 ms'], rows);
    console.log(`ours ÷ stock: ${(rateOf('ours') / rateOf('stock')).toFixed(1)} (floor 4, goal 7)`);
  },
};
