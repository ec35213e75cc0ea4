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
import { createAuthenticator } from './authentication.ts';
import type { GatewayConfig } from './config.ts';
import { createCredentialReader } from './credential.ts';
import { type CurrentSupergraph, followSupergraph } from './current-supergraph.ts';
import { createExecutor } from './executor.ts';
import { createFetches } from './fetches.ts';
import { serveGraphql } from './graphql-routes.ts';
import { keepSessions } from './keep-sessions.ts';
import type { ReaderLimits } from './live/reader.ts';
import { createSubscriptions, type Subscriptions } from './live/subscriptions.ts';
import { servePlayground } from './playground.ts';
import { createAdmission } from './protection/admission.ts';
import type { ProtectionConfig } from './protection/config.ts';
import { createFrontDoor } from './protection/front-door.ts';
import { readPersistedOperations } from './protection/persisted-operations.ts';
import { rateLimitHeaders } from './protection/rate-limit-headers.ts';
import { createSpending } from './protection/spending.ts';
import { openResponseCache, type ResponseCacheOverrides } from './response-cache/open-response-cache.ts';
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
    subscriptions: Subscriptions;
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

/** What tests replace. */
interface GatewayOverrides {
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
    exposedHeaders: ['x-request-id', ...rateLimitHeaders],
  });
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy });
  return app;
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
  const executor = createExecutor(supergraph, fetchFor, admission, responses.cache);
  const apollo = await startApollo({
    executor,
    introspection: config.INTROSPECTION,
    slowMs: config.SLOW_OPERATION_MS,
    log,
  });
  const allowedOrigins = [...config.ALLOWED_ORIGINS, new URL(config.PUBLIC_URL).origin];
  const app = await createHttp(config, { log, subgraphs, allowedOrigins });
  app.addHook('onClose', async () => {
    for (const { close } of Object.values(subgraphs)) close();
    supergraph.close();
    stopWatching();
    spending.close();
    await apollo.stop();
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
    subscriptions.close();
    authenticator.close();
  });
  const subscriptions = createSubscriptions({
    supergraph,
    subgraphs,
    fetchFor,
    authenticator,
    admission,
    introspection: config.INTROSPECTION,
    sign,
    log,
    limits: overrides.readerLimits,
  });
  app.decorate('subscriptions', subscriptions);
  app.decorate('supergraph', supergraph);
  const stopWatching = watchSubscriptions(subscriptions);
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
    apollo,
    authenticator,
    credentials,
    frontDoor: createFrontDoor({ spending, resolve: await readPersistedOperations(config, log) }),
    subscriptions: observeSubscriptions(subscriptions),
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
  if (config.PLAYGROUND) await servePlayground(app);
  return app;
}
