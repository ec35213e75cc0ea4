import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectFolder } from '#platform/config.ts';
import type { OnStop } from '#platform/process.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { percentile, printTable } from './kit/figures.ts';

const KINDS = ['bare', 'graphql-ws', 'ours'] as const;
const SOCKETS = [1_000, 5_000];
const EVENTS = 15;
const ROUNDS = 3;
const QUERY = 'subscription { changed { cursor id kind title startsAt endsAt status host guest notes } }';

/** The next thing that a process says over IPC. */
async function answer<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, 'message');
  return message as T;
}

function start(onStop: OnStop, script: string, ...options: string[]): ChildProcess {
  const child = fork(join(projectFolder, 'dist/bench/kit', script), options, { execArgv: ['--expose-gc'] });
  onStop(async () => {
    if (child.exitCode !== null) return;
    child.kill();
    await once(child, 'exit');
  });
  return child;
}

interface Usage {
  rss: number;
  cpu: number;
}

async function usageOf(server: ChildProcess): Promise<Usage> {
  server.send('usage');
  return answer(server);
}

async function measure(onStop: OnStop, kind: string, sockets: number) {
  const server = start(onStop, 'fanout-server.js', kind);
  const { port } = await answer<{ port: number }>(server);
  const empty = await usageOf(server);
  const url = `ws://127.0.0.1:${port}/graphql`;
  const clients = start(onStop, 'fanout-clients.js', url, String(sockets), QUERY);
  await answer(clients);
  await sleep(1_000);
  const delays: number[] = [];
  let before = empty;
  for (let event = 0; event <= EVENTS; event++) {
    const arrived = answer<{ last: number; received: number }>(clients);
    server.send('publish');
    const { at } = await answer<{ at: number }>(server);
    const { last, received } = await arrived;
    if (received !== (event + 1) * sockets)
      throw new Error(`${kind}: ${received} messages, not ${sockets} each`);
    // The first one warms up.
    if (event === 0) before = await usageOf(server);
    else delays.push(last - at);
    await sleep(50);
  }
  const after = await usageOf(server);
  clients.kill();
  server.kill();
  await Promise.all([once(clients, 'exit'), once(server, 'exit')]);
  return {
    last: percentile(delays, 0.5),
    micros: (after.cpu - before.cpu) / EVENTS / sockets,
    memory: (before.rss - empty.rss) / 1024 / sockets,
  };
}

export const benchSubscriptions: Benchmark = {
  about: 'one event to thousands of sockets, beside bare ws and graphql-ws as it comes',
  method: `
One event of about 500 bytes to every socket, all subscribed to the same. Server and clients are processes of their own; a socket costs the
same on the side of the clients. \`bare\` sends one text through ws with no protocol at all; \`graphql-ws\` executes and serializes for each
subscription, as its documentation shows; \`ours\` is the gateway with a subgraph in memory. ${EVENTS} events one after the other,
${ROUNDS} rounds, interleaved; medians. \`last\` is the time from publishing to the last client; µs a message is processor time of the server;
kB a socket what its resident memory grew by while they connected and the first event went out.`,
  async run(onStop) {
    const rows: (string | number)[][] = [];
    for (const sockets of SOCKETS) {
      const rounds = new Map(KINDS.map(kind => [kind, [] as Awaited<ReturnType<typeof measure>>[]]));
      for (let round = 0; round < ROUNDS; round++)
        for (const kind of KINDS) rounds.get(kind)?.push(await measure(onStop, kind, sockets));
      const medianOf = (kind: (typeof KINDS)[number], figure: 'last' | 'micros' | 'memory') =>
        percentile(rounds.get(kind)?.map(measured => measured[figure]) ?? [], 0.5);
      for (const kind of KINDS) {
        const last = medianOf(kind, 'last');
        rows.push([
          kind,
          sockets,
          last,
          last / medianOf('bare', 'last'),
          medianOf(kind, 'micros'),
          medianOf(kind, 'memory'),
        ]);
      }
    }
    printTable(['server', 'sockets', 'last ms', '÷ bare', 'µs a message', 'kB a socket'], rows);
    const [ours] = rows.filter(([kind, sockets]) => kind === 'ours' && sockets === SOCKETS.at(-1));
    console.log(
      `ours ÷ bare at ${SOCKETS.at(-1)}: ${Number(ours?.[3]).toFixed(2)} (floor 1.5, goal 1.15); kB a socket ${Number(ours?.[5]).toFixed(0)} (floor 40, goal 15)`,
    );
  },
};
