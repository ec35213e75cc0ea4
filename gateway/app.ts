import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { projectFolder } from '#platform/config.ts';
import { createLogger } from '#platform/logger.ts';
import { createPrincipalSigner } from '#platform/principal.ts';
import { createServer } from '#platform/server.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { serveWeb, type WebHandler } from '#platform/web-handler.ts';
import { oauthPaths } from '../schema/web-paths.ts';
import { startApollo } from './apollo.ts';
import { createAuthenticator } from './authentication.ts';
import type { GatewayConfig } from './config.ts';
import { createDataSource } from './data-source.ts';
import { serveGraphql } from './graphql-routes.ts';

import { servePlayground } from './playground.ts';
import { createSubscriptions } from './subscriptions.ts';

type SubgraphName = 'identity' | 'scheduling' | 'integrations';

/** A subgraph that can also be asked whether it is well. */
export interface ReachableSubgraph extends Subgraph {
  ping(): Promise<unknown>;
  /** Its pages and endpoints beside the graph. */
  web?: WebHandler;
}

export type Subgraphs = Readonly<Record<SubgraphName, ReachableSubgraph>>;

const BODY_LIMIT_BYTES = 1_000_000;

const contentSecurityPolicy = {
  // GraphiQL's editor sets styles from script and runs its language service in workers.
  directives: {
    'default-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'worker-src': ["'self'", 'blob:'],
    'connect-src': ["'self'", 'ws:', 'wss:'],
    'upgrade-insecure-requests': null,
  },
};

type Config = Pick<
  GatewayConfig,
  'PRINCIPAL_SECRETS' | 'ALLOWED_ORIGINS' | 'TRUSTED_PROXIES' | 'INTROSPECTION' | 'PLAYGROUND' | 'LOG_LEVEL'
>;

/** The gateway: one graph over three subgraphs. It listens when its caller says so. */
export async function createGatewayApp(config: Config, subgraphs: Subgraphs): Promise<FastifyInstance> {
  const log = createLogger('gateway', config.LOG_LEVEL);
  const sign = createPrincipalSigner(config.PRINCIPAL_SECRETS, Date.now);
  const supergraphSdl = await readFile(join(projectFolder, 'schema/supergraph.graphql'), 'utf8');
  const dataSources = Object.fromEntries(
    Object.entries(subgraphs).map(([name, subgraph]) => [name, createDataSource(name, subgraph, sign)]),
  );
  const apollo = await startApollo({ supergraphSdl, dataSources, introspection: config.INTROSPECTION, log });
  const app = await createServer({
    log,
    bodyLimit: BODY_LIMIT_BYTES,
    trustedProxies: config.TRUSTED_PROXIES,
    readiness: Object.fromEntries(
      Object.entries(subgraphs).map(([name, subgraph]) => [name, () => subgraph.ping()]),
    ),
  });
  app.addHook('onClose', () => apollo.stop());
  await app.register(cors, { origin: config.ALLOWED_ORIGINS, exposedHeaders: ['x-request-id'] });
  await app.register(helmet, { contentSecurityPolicy });
  serveGraphql(app, {
    apollo,
    authenticator: createAuthenticator(subgraphs.identity, sign, Date.now),
    subscribe: createSubscriptions({ supergraphSdl, subgraphs, dataSources, sign, log }),
    allowedOrigins: config.ALLOWED_ORIGINS,
    log,
  });
  if (subgraphs.identity.web) await serveWeb(app, oauthPaths, subgraphs.identity.web);
  if (config.PLAYGROUND) await servePlayground(app);
  return app;
}
