/** One process of `bench/gateway`: `gateway-process.js subgraphs`, or `gateway-process.js KIND SUPERGRAPH PORTS`. */
import { readFile } from 'node:fs/promises';
import { ApolloGateway, type GraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createLogger } from '#platform/logger.ts';
import { anonymous } from '#platform/principal.ts';
import { createRemoteSubgraph } from '#platform/remote-subgraph.ts';
import { createApolloHandler } from '../../gateway/apollo-handler.ts';
import type { Caller } from '../../gateway/caller.ts';
import { createExecutor } from '../../gateway/executor.ts';
import { createFetches } from '../../gateway/fetches.ts';
import { sourcesConfig } from '../../gateway/sources/config.ts';
import { guardSubgraph } from '../../gateway/sources/guard-subgraph.ts';
import { loadSupergraph } from '../../gateway/supergraph.ts';
import { admitAll } from './no-limits.ts';
import { toyAnswer, toySubgraphs } from './toy-subgraphs.ts';

const log = createLogger('gateway', 'warn');
const [kind = '', supergraphFile = '', ports = ''] = process.argv.slice(2);
const portOf: Record<string, string> = Object.fromEntries(ports.split(',').map(entry => entry.split('=')));
const urlOf = (name: string) => `http://127.0.0.1:${portOf[name]}/graphql`;

async function listening(app: FastifyInstance): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function serveSubgraph(name: string): Promise<string> {
  const app = Fastify();
  app.post('/graphql', async request =>
    toyAnswer(name, (request.body as { variables?: Record<string, unknown> }).variables ?? {}),
  );
  return `${name}=${await listening(app)}`;
}

const caller: Caller = {
  principal: anonymous,
  requestId: 'bench',
  idempotencyKey: undefined,
  clientAddress: '127.0.0.1',
  userAgent: undefined,
  forget() {},
  account: {},
  signal: undefined,
};

async function serveGateway(): Promise<number> {
  const supergraphSdl = await readFile(supergraphFile, 'utf8');
  const guarded = (name: string) => {
    const remote = createRemoteSubgraph(name, urlOf(name));
    const config = z.object(sourcesConfig).parse({});
    return guardSubgraph(remote, { name, config, ping: remote.ping, changes: { revision: 0 }, log });
  };
  const remote = Object.fromEntries(toySubgraphs.map(({ name }) => [name, guarded(name)]));
  const stock = () =>
    new ApolloGateway({
      supergraphSdl,
      buildService: ({ name }): GraphQLDataSource => new RemoteGraphQLDataSource({ url: urlOf(name ?? '') }),
    });
  const ours = () => {
    const supergraph = loadSupergraph(supergraphSdl);
    const fetchFor = createFetches(remote, async () => 'bench');
    return createExecutor({ current: supergraph, onChange: () => () => {} }, fetchFor, admitAll);
  };
  const apollo = new ApolloServer<Caller>({ gateway: kind === 'stock' ? stock() : ours() });
  await apollo.start();
  const app = Fastify();
  const integration = fastifyApolloHandler(apollo, { context: async () => caller });
  const handler = createApolloHandler(apollo, () => caller);
  if (kind === 'stock') app.post('/graphql', integration);
  else app.post('/graphql', handler);
  return listening(app);
}

if (kind === 'subgraphs') {
  const served = await Promise.all(toySubgraphs.map(({ name }) => serveSubgraph(name)));
  console.log(served.join(','));
} else {
  console.log(await serveGateway());
}
