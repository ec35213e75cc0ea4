/** One process of `bench/gateway`: `gateway-process.js subgraphs`, or `gateway-process.js KIND SUPERGRAPH PORTS`. */
import { readFile } from 'node:fs/promises';
import { ApolloGateway, type GraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createLogger } from '#platform/logger.ts';
import { anonymous } from '#platform/principal.ts';
import { createRemoteSubgraph } from '#platform/remote-subgraph.ts';
import { createLocalSubgraph, type Subgraph } from '#platform/subgraph.ts';
import { createApolloHandler } from '../../gateway/apollo-handler.ts';
import type { Caller } from '../../gateway/caller.ts';
import { createExecutor } from '../../gateway/executor.ts';
import { createFetches } from '../../gateway/fetches.ts';
import { sourcesConfig } from '../../gateway/sources/config.ts';
import { guardSubgraph } from '../../gateway/sources/guard-subgraph.ts';
import { loadSupergraph } from '../../gateway/supergraph.ts';
import { admitAll } from './no-limits.ts';
import { monolithResolvers, monolithSchema, toyAnswer, toyResolvers, toySubgraphs } from './toy-subgraphs.ts';

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
  const config = z.object(sourcesConfig).parse({});
  const guarded = (name: string, subgraph: Subgraph, ping: () => Promise<unknown>) =>
    guardSubgraph(subgraph, { name, config, ping, changes: { revision: 0 }, log });
  const remote = Object.fromEntries(
    toySubgraphs.map(({ name }) => {
      const subgraph = createRemoteSubgraph(name, urlOf(name));
      return [name, guarded(name, subgraph, subgraph.ping)];
    }),
  );
  const local = Object.fromEntries(
    toySubgraphs.map(({ name, typeDefs }) => {
      const schema = buildSubgraphSchema([{ typeDefs, resolvers: toyResolvers[name] as GraphQLResolverMap }]);
      const verify = async () => anonymous;
      const subgraph = createLocalSubgraph({
        name,
        schema,
        verify,
        log,
        createContext: operation => operation,
      });
      return [name, guarded(name, subgraph, async () => {})];
    }),
  );
  const stock = () =>
    new ApolloGateway({
      supergraphSdl,
      buildService: ({ name }): GraphQLDataSource => new RemoteGraphQLDataSource({ url: urlOf(name ?? '') }),
    });
  const ours = (subgraphs: Readonly<Record<string, Subgraph>>) => {
    const supergraph = loadSupergraph(supergraphSdl);
    const fetchFor = createFetches(subgraphs, async () => 'bench');
    return createExecutor({ current: supergraph, onChange: () => () => {} }, fetchFor, admitAll);
  };
  const kinds: Readonly<Record<string, () => ApolloServer<Caller>>> = {
    stock: () => new ApolloServer({ gateway: stock() }),
    ours: () => new ApolloServer({ gateway: ours(remote) }),
    'ours-local': () => new ApolloServer({ gateway: ours(local) }),
    monolith: () => new ApolloServer({ typeDefs: monolithSchema, resolvers: monolithResolvers }),
  };
  const apollo = (kinds[kind] as () => ApolloServer<Caller>)();
  await apollo.start();
  const app = Fastify();
  const integration = fastifyApolloHandler(apollo, { context: async () => caller });
  const handler = createApolloHandler(apollo, () => caller);
  if (kind === 'stock' || kind === 'monolith') app.post('/graphql', integration);
  else app.post('/graphql', handler);
  return listening(app);
}

if (kind === 'subgraphs') {
  const served = await Promise.all(toySubgraphs.map(({ name }) => serveSubgraph(name)));
  console.log(served.join(','));
} else {
  console.log(await serveGateway());
}
