import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { Benchmark } from './kit/benchmark.ts';
import { countingSettings, countStatements } from './kit/count-statements.ts';
import { makeAccessTokens, makeCookies, makeKeys, type Proof } from './kit/credentials.ts';
import { percentile, printTable } from './kit/figures.ts';
import { type Product, startProduct } from './kit/product.ts';

const CREDENTIALS = 40;
const ROUNDS = 6;
/** What the gateway knows of a credential it asks for again after five seconds. */
const FORGOTTEN_MS = 5_200;

/** The least that a request can be, and a page of somebody's. */
const queries = {
  least: '{ __typename }',
  page: '{ eventTypeBySlug(owner: "ada", slug: "intro") { id title durationMinutes } }',
};

type Query = keyof typeof queries;

function createSender(product: Product, dispatcher: Agent) {
  const texts = Object.fromEntries(
    Object.entries(queries).map(([name, query]) => [name, JSON.stringify({ query })]),
  ) as Record<Query, string>;
  /** Milliseconds from the request to the end of its answer. */
  return async (query: Query, proof: Proof): Promise<number> => {
    const begun = performance.now();
    const response = await request(product.url, {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...proof },
      body: texts[query],
    });
    const text = await response.body.text();
    const took = performance.now() - begun;
    if (response.statusCode !== 200 || text.includes('"errors"')) throw new Error(text);
    return took;
  };
}

type Send = ReturnType<typeof createSender>;

interface Kind {
  name: string;
  proofs: Proof[];
  cold: Record<Query, number[]>;
  cached: Record<Query, number[]>;
}

const sampled = () => ({ least: [] as number[], page: [] as number[] });

/**
 * Each credential once as the gateway does not know it, then once as it does, in turns with requests of nobody. Who
 * comes first changes: what one request leaves behind is to be done beside the next.
 */
async function runRound(send: Send, kinds: Kind[], nobody: Record<Query, number[]>, query: Query) {
  await sleep(FORGOTTEN_MS);
  for (let index = 0; index < CREDENTIALS; index++) {
    const cold = kinds.map(({ proofs, cold }) => ({ proof: proofs[index] ?? {}, samples: cold }));
    const cached = kinds.map(({ proofs, cached }) => ({ proof: proofs[index] ?? {}, samples: cached }));
    for (const turn of [cold, [...cached, { proof: {}, samples: nobody }]]) {
      const first = index % turn.length;
      for (const { proof, samples } of [...turn.slice(first), ...turn.slice(0, first)])
        samples[query].push(await send(query, proof));
    }
  }
}

export const benchAuthenticate: Benchmark = {
  about: 'what it costs to find out who sends a request, cold and cached',
  method: `
Standalone product in its own process, PostgreSQL with durable writes. ${CREDENTIALS} credentials of each kind; in ${ROUNDS} rounds for
each of two queries everyone is sent once when the gateway has forgotten it (5 s) and once right after, in turns with the
same request without any, one request after the other on one connection. 'least' is { __typename }, which no subgraph is
asked for; 'page' an event type by its slug. Ratios are of medians, to nobody's. Statements are counted by pg_stat_statements
over one request for the page; gateway/tests/authentication-cost.test.ts asserts them and the fetches. The note that a
credential was used is written once a minute and not among them.`,
  async run(onStop) {
    const product = await startProduct(onStop, { settings: countingSettings });
    const dispatcher = new Agent({ connections: 1 });
    onStop(() => dispatcher.close());
    const send = createSender(product, dispatcher);
    const makers = {
      'API key': makeKeys,
      'session cookie': makeCookies,
      'access token': makeAccessTokens,
    };
    const kinds: Kind[] = [];
    for (const [name, make] of Object.entries(makers))
      kinds.push({ name, proofs: await make(product, CREDENTIALS), cold: sampled(), cached: sampled() });
    const nobody = sampled();
    // To warm up, and so that every use is noted for a minute.
    await runRound(send, kinds, sampled(), 'page');
    for (const kind of kinds) Object.assign(kind, { cold: sampled(), cached: sampled() });
    for (let round = 0; round < ROUNDS; round++) {
      await runRound(send, kinds, nobody, 'least');
      await runRound(send, kinds, nobody, 'page');
    }
    const base = { least: percentile(nobody.least, 0.5), page: percentile(nobody.page, 0.5) };
    const rowOf = async (name: string, samples: Record<Query, number[]>, proof: Proof) => {
      const [least, page] = [percentile(samples.least, 0.5), percentile(samples.page, 0.5)];
      const count = await countStatements(product, () => send('page', proof));
      return [name, count, least, least / base.least, page, page / base.page, percentile(samples.page, 0.99)];
    };
    const rows = [await rowOf('nobody', nobody, {})];
    await sleep(FORGOTTEN_MS);
    for (const { name, proofs, cold, cached } of kinds) {
      rows.push(await rowOf(`${name}, cold`, cold, proofs[0] ?? {}));
      rows.push(await rowOf(`${name}, cached`, cached, proofs[0] ?? {}));
    }
    printTable(['', 'SQL statements', 'least p50 ms', 'ratio', 'page p50 ms', 'ratio', 'page p99 ms'], rows);
  },
};
