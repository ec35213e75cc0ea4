import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { Agent, request } from 'undici';
import type { Benchmark } from './kit/benchmark.ts';
import { percentile, printTable } from './kit/figures.ts';
import { type Gateway, startGateways } from './kit/gateways.ts';
import { makeFolder } from './kit/product.ts';
import { dashboardQuery } from './kit/toy-subgraphs.ts';

const CONNECTIONS = 32;
const SECONDS = 5;
const ROUNDS = 3;
const BOOKINGS = 20;
/** Operations are told apart by their names: who merges identical requests has less to merge. */
const OPERATIONS = 20;

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

/** Resident memory of a process, in MB. */
async function memoryOf({ pid }: Gateway): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

const PEERS = ['stock', 'hive', 'hive-router', 'mercurius', 'grafbase', 'ours', 'monolith', 'ours-local'];

export const benchGateway: Benchmark = {
  about: 'the gateway beside stock @apollo/gateway and others, on subgraphs in memory',
  method: `
${BOOKINGS} bookings with their hosts (identity) and the hosts' calendar connections (integrations) from toy subgraphs in one process of
their own, over HTTP, that execute nothing. Each gateway is one process: ours and stock @apollo/gateway with its own data sources in Apollo
Server on Fastify, Hive Gateway with graphql-jit and with the planner of Hive Router, Mercurius with graphql-jit on Federation 1, Grafbase (Rust).
In one process with the gateway: \`ours-local\` has the three subgraphs in it, executed by graphql-js, and \`monolith\` is one schema on
graphql-js without any gateway, both in Apollo Server too. ${CONNECTIONS} connections ask for ${SECONDS} s each in turn, ${ROUNDS} rounds after one to warm up, medians; operations have ${OPERATIONS} names and every request other
variables. Bodies are compared first. Clients and subgraphs run on the same cores. Options: the names of gateways, all if none.`,
  async run(onStop, options) {
    onStop(() => dispatcher.close());
    const folder = await makeFolder(onStop);
    const gateways = await startGateways(onStop, folder, options.length > 0 ? options : PEERS);
    const bodies = [];
    for (const gateway of gateways) {
      asked = 0;
      bodies.push(JSON.parse(await ask(gateway)));
    }
    for (const [index, body] of bodies.entries()) {
      if (isDeepStrictEqual(body, bodies[0])) continue;
      throw new Error(`${gateways[index]?.name} answers otherwise: ${JSON.stringify(body).slice(0, 500)}`);
    }
    for (const gateway of gateways) await load(gateway, 2);
    const rounds = new Map(gateways.map(({ name }) => [name, [] as Awaited<ReturnType<typeof load>>[]]));
    for (let round = 0; round < ROUNDS; round++)
      for (const gateway of gateways) rounds.get(gateway.name)?.push(await load(gateway, SECONDS));
    const rateOf = (name: string) => percentile(rounds.get(name)?.map(({ rate }) => rate) ?? [], 0.5);
    const rows = [];
    for (const gateway of gateways) {
      const { name } = gateway;
      const latencies = rounds.get(name)?.flatMap(round => round.latencies) ?? [];
      const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
      rows.push([name, rateOf(name), rateOf(name) / rateOf('stock'), p50, p99, await memoryOf(gateway)]);
    }
    printTable(['gateway', 'requests/s', '÷ stock', 'p50 ms', 'p99 ms', 'MB'], rows);
    const ratio = (name: string, other: string) => (rateOf(name) / rateOf(other)).toFixed(2);
    console.log(
      `ours ÷ stock: ${ratio('ours', 'stock')} (floor 4, goal 7); ÷ mercurius ${ratio('ours', 'mercurius')} (2, 3); ÷ grafbase ${ratio('ours', 'grafbase')} (0.6, 1)`,
    );
    console.log(
      `in one process ÷ stock over HTTP: ${ratio('ours-local', 'stock')} (floor 8, goal 12); ÷ monolith ${ratio('ours-local', 'monolith')} (goal 1.5)`,
    );
  },
};
