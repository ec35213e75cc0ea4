import { join } from 'node:path';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clientOf } from '#platform/client-address.ts';
import { projectFolder } from '#platform/config.ts';
import { createLogger, type Logger } from '#platform/logger.ts';
import { createPrincipalSigner } from '#platform/principal.ts';
import { createServer } from '#platform/server.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { serveWeb, type WebHandler } from '#platform/web-handler.ts';
import { ADDRESS_HEADER, oauthPaths, SESSION_HEADER } from '../schema/web-paths.ts';
import { startApollo } from './apollo.ts';
import { createApolloHandler } from './apollo-handler.ts';
import { createAuthenticator } from './authentication.ts';
import type { Caller } from './caller.ts';
import type { GatewayConfig } from './config.ts';
import { VERSION_HEADER } from './contracts/api-version.ts';
import { type ServedApis, serveApis } from './contracts/served-apis.ts';
import { createCredentialReader } from './credential.ts';
import { type CurrentSupergraph, followSupergraph } from './current-supergraph.ts';
import { createExecutor } from './executor.ts';
import { createFetches } from './fetches.ts';
import { serveGraphql } from './graphql-routes.ts';
import { keepSessions } from './keep-sessions.ts';
import type { ReaderLimits } from './live/reader.ts';
import { createSubscriptions } from './live/subscriptions.ts';
import { type PlaygroundOptions, servePlayground } from './playground.ts';
import { createAdmission } from './protection/admission.ts';
import type { ProtectionConfig } from './protection/config.ts';
import { createFrontDoor } from './protection/front-door.ts';
import { readPersistedOperations } from './protection/persisted-operations.ts';
import { rateLimitHeaders } from './protection/rate-limit-headers.ts';
import { createSpending } from './protection/spending.ts';
import { openResponseCache, type ResponseCacheOverrides } from './response-cache/open-response-cache.ts';
import type { ResponseCache } from './response-cache/response-cache.ts';
import { followRevocations } from './revocations.ts';
import { createSessionCookie } from './session-cookie.ts';
import { serveSession } from './session-routes.ts';
import { serveSignInPages } from './sign-in-page.ts';
import type { SourcesConfig } from './sources/config.ts';
import { guardSubgraph } from './sources/guard-subgraph.ts';
import { observeFetches } from './telemetry/observe-fetches.ts';
import { observeSubscriptions, watchSubscriptions } from './telemetry/observe-subscriptions.ts';
import { traceRequests } from './telemetry/trace-requests.ts';

declare module 'fastify' {
  interface FastifyInstance {
    subscriptions: ServedApis['subscriptions'];
    supergraph: CurrentSupergraph;
  }
}

type SubgraphName = 'identity' | 'scheduling' | 'integrations';

/** A subgraph that can also be asked whether it is well. */
export interface ReachableSubgraph extends Subgraph {
  ping(): Promise<unknown>;
  /** Its pages and endpoints beside the graph. */
  web?: WebHandler;
}

export type Subgraphs = Readonly<Record<SubgraphName, ReachableSubgraph>>;

/** What tests and the demo replace. */
interface GatewayOverrides {
  playground?: PlaygroundOptions | undefined;
  readerLimits?: ReaderLimits | undefined;
  responseCache?: ResponseCacheOverrides | undefined;
}

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

type Config = ProtectionConfig &
  Pick<
    GatewayConfig,
    | 'PRINCIPAL_SECRETS'
    | 'COOKIE_SECRETS'
    | 'PUBLIC_URL'
    | 'ALLOWED_ORIGINS'
    | 'TRUSTED_PROXIES'
    | 'REDIS_URL'
    | 'INTROSPECTION'
    | 'PLAYGROUND'
    | 'SLOW_OPERATION_MS'
    | 'LOG_LEVEL'
  > &
  Partial<Pick<GatewayConfig, 'STOP_DELAY_MS' | 'SUPERGRAPH_FILE' | 'RESPONSE_CACHE_BYTES'>> &
  SourcesConfig;

/** A failure of one subgraph is kept from the others, and from whoever waits. */
function guardAll(subgraphs: Subgraphs, config: SourcesConfig, log: Logger) {
  const changes = { revision: 0 };
  const guard = (name: SubgraphName) => {
    const { ping, web } = subgraphs[name];
    const guarded = guardSubgraph(subgraphs[name], { name, config, ping, changes, log });
    return { ...observeFetches(name, guarded), ping, ...(web && { web }) };
  };
  return {
    identity: guard('identity'),
    scheduling: guard('scheduling'),
    integrations: guard('integrations'),
  };
}

interface HttpParts {
  log: Logger;
  subgraphs: Subgraphs;
  allowedOrigins: string[];
}

/** A server that browsers of the allowed origins may use, without routes of its own but those of health. */
async function createHttp(config: Config, { log, subgraphs, allowedOrigins }: HttpParts) {
  const app = await createServer({
    log,
    bodyLimit: BODY_LIMIT_BYTES,
    trustedProxies: config.TRUSTED_PROXIES,
    ...(config.STOP_DELAY_MS && { stopDelayMs: config.STOP_DELAY_MS }),
    readiness: Object.fromEntries(
      Object.entries(subgraphs).map(([name, subgraph]) => [name, () => subgraph.ping()]),
    ),
  });
  traceRequests(app, config.TRUSTED_PROXIES);
  await app.register(cors, {
    origin: allowedOrigins,
    credentials: true,
    exposedHeaders: ['x-request-id', VERSION_HEADER, ...rateLimitHeaders],
  });
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy });
  return app;
}

type ApiParts = Omit<Parameters<typeof createSubscriptions>[0], 'supergraph'> & {
  slowMs: number;
  cache: ResponseCache | null;
};

/** What serves each of the APIs that are made of the graph. */
function apiStarter({ slowMs, cache, ...parts }: ApiParts): Parameters<typeof serveApis>[0]['start'] {
  const { fetchFor, admission, introspection, log } = parts;
  return async (supergraph, planCharacters) => {
    const executor = createExecutor(supergraph, fetchFor, admission, planCharacters, cache);
    const subscriptions = createSubscriptions({ ...parts, supergraph });
    const apollo = await startApollo({ executor, introspection, slowMs, log });
    return {
      apollo,
      handle: createApolloHandler(apollo, request => request.caller as Caller),
      subscriptions: observeSubscriptions(subscriptions),
    };
  };
}

/** The gateway: one graph over three subgraphs. It listens when its caller says so. */
export async function createGatewayApp(
  config: Config,
  reachable: Subgraphs,
  overrides: GatewayOverrides = {},
): Promise<FastifyInstance> {
  const log = createLogger('gateway', config.LOG_LEVEL);
  const subgraphs = guardAll(reachable, config, log);
  const sign = createPrincipalSigner(config.PRINCIPAL_SECRETS, Date.now);
  const supergraph = await followSupergraph({
    file: config.SUPERGRAPH_FILE ?? join(projectFolder, 'schema/supergraph.graphql'),
    subgraphNames: Object.keys(subgraphs),
    log,
  });
  const fetchFor = createFetches(subgraphs, sign);
  const spending = await createSpending({ config, redisUrl: config.REDIS_URL, log, now: Date.now });
  const admission = createAdmission({ max: config.MAX_OPERATION_COST, spending });
  const responses = await openResponseCache({
    config,
    subgraphs,
    sign,
    log,
    overrides: overrides.responseCache,
  });
  const allowedOrigins = [...config.ALLOWED_ORIGINS, new URL(config.PUBLIC_URL).origin];
  const app = await createHttp(config, { log, subgraphs, allowedOrigins });
  app.addHook('onClose', async () => {
    for (const { close } of Object.values(subgraphs)) close();
    supergraph.close();
    stopWatching();
    spending.close();
    await apis.stop();
  });
  const authenticator = createAuthenticator(subgraphs.identity, sign, Date.now);
  const stopFollowing = followRevocations({
    identity: subgraphs.identity,
    sign,
    log,
    onEnded: authenticator.revoked,
  });
  app.addHook('preClose', async () => {
    stopFollowing();
    responses.close();
    apis.subscriptions.close();
    authenticator.close();
  });
  const { INTROSPECTION: introspection, SLOW_OPERATION_MS: slowMs } = config;
  const start = apiStarter({
    subgraphs,
    fetchFor,
    authenticator,
    admission,
    introspection,
    slowMs,
    cache: responses.cache,
    sign,
    log,
    limits: overrides.readerLimits,
  });
  const apis = await serveApis({ supergraph, log, start });
  app.decorate('subscriptions', apis.subscriptions);
  app.decorate('supergraph', supergraph);
  const stopWatching = watchSubscriptions(apis.subscriptions);
  const sessionCookie = createSessionCookie(config.COOKIE_SECRETS, config.PUBLIC_URL);
  const credentials = createCredentialReader(sessionCookie, allowedOrigins);
  serveSession(app, {
    identity: subgraphs.identity,
    sign,
    authenticator,
    credentials,
    cookie: sessionCookie,
    allowedOrigins,
  });
  serveSignInPages(app);
  serveGraphql(app, {
    apis,
    authenticator,
    credentials,
    frontDoor: createFrontDoor({ spending, resolve: await readPersistedOperations(config, log) }),
    allowedOrigins,
    log,
  });
  const describeClient = (request: FastifyRequest) => {
    request.raw.headers[SESSION_HEADER] = sessionCookie.peek(request) ?? '';
    request.raw.headers[ADDRESS_HEADER] = clientOf(request.ip);
  };
  if (subgraphs.identity.web) {
    const web = keepSessions(app, subgraphs.identity.web, sessionCookie);
    await serveWeb(app, oauthPaths, web, describeClient);
  }
  if (config.PLAYGROUND) {
    const hasSession = (request: FastifyRequest) => sessionCookie.peek(request) !== null;
    const versions = () => supergraph.current.versions;
    await servePlayground(app, { hasSession, versions }, overrides.playground);
  }
  return app;
}
