import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { FastifyInstance } from 'fastify';
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { type Clock, systemClock } from '#platform/clock.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { listen } from '#platform/server.ts';
import type { SubgraphConfig } from '#platform/subgraph-app.ts';
import { createTestDatabase, type TestDatabase } from '#platform/testing/database.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import { createApiKey } from '../../../subgraphs/identity/api-keys/create-api-key.ts';
import { createIdentityApp } from '../../../subgraphs/identity/app.ts';
import type { signInConfig } from '../../../subgraphs/identity/config.ts';
import { type Scope, scopes } from '../../../subgraphs/identity/domain/scope.ts';
import type { Providers } from '../../../subgraphs/identity/sso/providers.ts';
import { createUser } from '../../../subgraphs/identity/users/create-user.ts';
import { createIntegrationsApp } from '../../../subgraphs/integrations/app.ts';
import { createSchedulingApp } from '../../../subgraphs/scheduling/app.ts';
import type { limitsConfig } from '../../../subgraphs/scheduling/config.ts';
import { createGatewayApp, type ReachableSubgraph } from '../../app.ts';
import type { ReaderLimits } from '../../live/reader.ts';
import type { PlaygroundOptions } from '../../playground.ts';
import type { ResponseCacheOverrides } from '../../response-cache/open-response-cache.ts';
import type { SourcesConfig } from '../../sources/config.ts';
import { Answer, type CallOptions } from './answer.ts';
import { collect, until } from './collect.ts';
import { counted, overHttp } from './over-http.ts';
import { patient } from './patient.ts';
import { createSentMessages } from './sent-messages.ts';
import { type TcpProxy, through } from './tcp-proxy.ts';
import { type Protection, unlimited } from './unlimited.ts';

const SECRET = 'a secret for tests that is long enough';
const LOG_LEVEL = 'error' as const;

/** Where links of mails lead, and who issues tokens. */
const PUBLIC_URL = 'http://almanac.test';
export const ENCRYPTION_SECRETS = [SECRET];

/** `standalone` calls the subgraphs directly; `distributed` reaches them over HTTP and sockets, with Redis. */
export type Topology = 'standalone' | 'distributed';

export interface TestUser {
  id: string;
  handle: string;
  key: string;
}

interface Options {
  topology?: Topology;
  clock?: Clock;
  /** How the gateway serves `/playground`, which has to be built; left out: not at all. */
  playground?: PlaygroundOptions;
  /** Whether jobs run by the time of day, in the middle of whatever a test does. */
  hasTimetable?: boolean;
  /** Whose `X-Forwarded-For` is believed; left out: the test's own, so that it can be any client. */
  trustedProxies?: string[];
  /** Where people reach the gateway, as it is told. */
  publicUrl?: string;
  /** Who takes mails. */
  smtpUrl?: string;
  /** Who lets people in, besides what organizations set up. */
  providers?: Providers;
  /** How subgraphs are asked; left out: with much patience, for machines that have much to do. */
  sources?: Partial<SourcesConfig>;
  /** Of ways to PostgreSQL and Redis that a test can break. */
  ports?: { postgres: number; redis: number };
  /** Where it keeps everything, which stays where it is then; left out: a database of its own. */
  database?: TestDatabase;
  /** What else a subgraph is told of its databases. */
  databases?: (subgraph: string) => Partial<SubgraphConfig>;
  /** The composed graph; left out: that of this version. */
  supergraphFile?: string;
  /** How slow a reader of subscriptions may be. */
  readerLimits?: ReaderLimits;
  /** What anonymous clients may ask for; left out: any number. */
  limits?: Partial<Record<keyof typeof limitsConfig | keyof typeof signInConfig, number>>;
  /** Whether anonymous clients are answered from memory, and how; left out: never. */
  responseCache?: ResponseCacheOverrides;
  /** How the gateway guards itself; left out: with its ordinary limits, but clients may spend any number of points. */
  protection?: Protection;
}

export type TestGraph = Awaited<ReturnType<typeof startGraph>>;

/** The whole product on a database of its own, with a gateway that listens on a random port. */
export async function startGraph({
  topology = 'standalone',
  clock,
  playground,
  hasTimetable = false,
  limits = {},
  sources = {},
  supergraphFile,
  ports,
  database: given,
  databases = () => ({}),
  trustedProxies = ['127.0.0.1'],
  publicUrl = PUBLIC_URL,
  smtpUrl,
  providers = {},
  protection = {},
  readerLimits,
  responseCache,
}: Options = {}) {
  const database = given ?? (await createTestDatabase());
  const config = (name: string) => ({
    DATABASE_URL: through(database.urlOf(name), ports?.postgres),
    DATABASE_POOL_SIZE: 12,
    PRINCIPAL_SECRETS: [SECRET],
    ENCRYPTION_SECRETS: [SECRET],
    LOG_LEVEL,
    ...(topology === 'distributed' && {
      REDIS_URL: testEnvironment.redisUrl && through(testEnvironment.redisUrl, ports?.redis),
    }),
    ...databases(name),
  });
  const overrides = { hasTimetable, ...(clock && { clock }) };
  const sent = createSentMessages();
  const sso = { SIGN_IN_PROVIDERS: providers, ALLOW_LOOPBACK_ISSUERS: true };
  const web = { SMTP_URL: smtpUrl, PUBLIC_URL: publicUrl, ...sso };
  const identity = await createIdentityApp(
    { ...config('identity'), ...limits, ...web, KEY_ENVIRONMENT: 'test' },
    { ...overrides, ...(!smtpUrl && { messages: sent.messages }) },
  );
  const scheduling = await createSchedulingApp({ ...config('scheduling'), ...limits }, overrides);
  const integrations = await createIntegrationsApp(
    { ...config('integrations'), ALLOW_LOOPBACK_WEBHOOKS: true },
    overrides,
  );
  const apps = { identity, scheduling, integrations };

  const stops: (() => Promise<unknown>)[] = [];
  const urls: Record<string, string> = {};
  const servers: Record<string, FastifyInstance> = {};
  const lines: Record<string, TcpProxy> = {};
  const fetches: Record<string, number> = {};
  const subgraphs = {} as Record<keyof typeof apps, ReachableSubgraph>;
  for (const [name, app] of Object.entries(apps) as [keyof typeof apps, typeof identity][]) {
    const web = name === 'identity' ? { web: identity.web } : {};
    const { subgraph } = app;
    let reachable: ReachableSubgraph = { ...subgraph, ...web, ping: app.ready };
    if (topology === 'distributed') {
      const served = await overHttp(name, {
        subgraph,
        ready: app.ready,
        replicaState: app.replicaState,
        ...web,
      });
      stops.push(served.stop);
      urls[name] = served.url;
      servers[name] = served.server;
      lines[name] = served.line;
      reachable = served.remote;
    }
    subgraphs[name] = counted(reachable, () => {
      fetches[name] = (fetches[name] ?? 0) + 1;
    });
  }
  await identity.startJobs({ scheduling: subgraphs.scheduling, integrations: subgraphs.integrations });
  await scheduling.startJobs({ integrations: subgraphs.integrations });
  await integrations.startJobs({});

  const startGateway = (asked: Partial<SourcesConfig>, own = responseCache) =>
    createGatewayApp(
      {
        ...unlimited,
        ...(topology === 'distributed' && {
          REDIS_URL: through(testEnvironment.redisUrl ?? '', ports?.redis),
        }),
        PRINCIPAL_SECRETS: [SECRET],
        COOKIE_SECRETS: [SECRET],
        PUBLIC_URL: publicUrl,
        ALLOWED_ORIGINS: [],
        TRUSTED_PROXIES: trustedProxies,
        INTROSPECTION: true,
        PLAYGROUND: playground !== undefined,
        SLOW_OPERATION_MS: 60_000,
        LOG_LEVEL,
        ...(own && { RESPONSE_CACHE_BYTES: 20_000_000 }),
        ...(supergraphFile && { SUPERGRAPH_FILE: supergraphFile }),
        ...patient,
        ...protection,
        ...asked,
      },
      subgraphs,
      { readerLimits, playground, responseCache: own },
    );
  const gateway = await startGateway(sources);
  const url = `http://127.0.0.1:${await listen(gateway, '127.0.0.1', 0)}/graphql`;
  const clients: Client[] = [];

  async function execute<Data, Variables>(
    document: TypedDocumentNode<Data, Variables> | string,
    variables?: Variables,
    options: CallOptions = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(options.url ?? url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(options.key && { authorization: `Bearer ${options.key}` }),
        ...options.headers,
      },
      body: JSON.stringify({ query: typeof document === 'string' ? document : print(document), variables }),
    });
    return new Answer(response.status, response.headers, (await response.json()) as Answer<Data>['body']);
  }

  /** A signed-in socket. */
  function connect(key?: string): Client {
    const client = createClient({
      url: url.replace('http', 'ws'),
      retryAttempts: 0,
      ...(key && { connectionParams: { authorization: `Bearer ${key}` } }),
    });
    clients.push(client);
    return client;
  }

  /** A subscription that has begun: what is committed from now on is delivered. */
  async function watch<Data, Variables extends Record<string, unknown>>(
    key: string | undefined,
    document: TypedDocumentNode<Data, Variables>,
    variables?: Variables,
  ) {
    // Nothing in the protocol tells a client that its subscription has begun.
    const before = gateway.subscriptions.stats().started;
    const watching = collect<Data>(connect(key), document as TypedDocumentNode<Data, never>, variables);
    await until(() => gateway.subscriptions.stats().started > before || watching.isDone);
    return watching;
  }

  let signUps = 0;
  /** A user with an API key, known to all subgraphs. */
  async function signUp(
    details: { handle?: string; name?: string; timeZone?: string; scopes?: Scope[] } = {},
  ): Promise<TestUser> {
    const handle = details.handle ?? `user-${++signUps}`;
    const user = await createUser(identity.openContext(servicePrincipal('test')), {
      handle,
      email: `${handle}@example.com`,
      name: details.name ?? handle,
      timeZone: details.timeZone ?? 'UTC',
      locale: 'en',
    });
    const own = identity.openContext({
      kind: 'USER',
      id: user.id,
      credential: null,
      scopes: ['*'],
      organizationId: user.organizationId,
      roles: {},
    });
    const { secret } = await createApiKey(own, { name: 'Test', scopes: details.scopes ?? [...scopes] });
    await until(async () => {
      const known = await database.query('select 1 from scheduling.owners where id = $1', [user.id]);
      return known.length === 1;
    });
    return { id: user.id, handle, key: secret };
  }

  return {
    database: database as TestDatabase,
    now: () => (clock ?? systemClock).now(),
    url,
    /** Addresses of the subgraphs themselves, where they have any. */
    urls,
    /** The subgraphs' servers, where they have any. */
    servers,
    /** The lines from the gateway to the subgraphs, where there are any. */
    lines,
    apps,
    /** What was mailed and texted to whom. */
    sent,
    gateway,
    /** Makes one more gateway before the same subgraphs, which whoever calls has to close. */
    startGateway,
    execute,
    connect,
    watch,
    signUp,
    /** Calls to each subgraph since the last `resetFetches`. */
    fetches,
    resetFetches() {
      for (const name of Object.keys(fetches)) delete fetches[name];
    },
    async stop() {
      for (const client of clients) await client.dispose();
      await gateway.close();
      for (const stop of stops) await stop();
      for (const app of Object.values(apps)) await app.stop();
      if (!given) await database.drop();
    },
  };
}
