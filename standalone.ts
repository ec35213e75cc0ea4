/** The whole product in one process: `npm start`. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { field, projectFolder, readConfig } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import { type OnStop, runProcess } from '#platform/process.ts';
import { provisionDatabase } from '#platform/provision.ts';
import { listen } from '#platform/server.ts';
import { telemetryConfig } from '#platform/telemetry/config.ts';
import { startTelemetry } from '#platform/telemetry/telemetry.ts';
import { createGatewayApp } from './gateway/app.ts';
import { responseCacheBytes, slowOperationMs } from './gateway/config.ts';
import { budgets, protectionConfig } from './gateway/protection/config.ts';
import { sourcesConfig } from './gateway/sources/config.ts';
import { createIdentityApp } from './subgraphs/identity/app.ts';
import { messagesConfig, signInConfig } from './subgraphs/identity/config.ts';
import { demoTeam, demoUsers, mintDemoKeys, seedIdentity } from './subgraphs/identity/seed.ts';
import { createIntegrationsApp } from './subgraphs/integrations/app.ts';
import { createSchedulingApp } from './subgraphs/scheduling/app.ts';
import { limitsConfig } from './subgraphs/scheduling/config.ts';
import { demoEventTypes, seedScheduling } from './subgraphs/scheduling/seed.ts';

const standaloneConfig = z.object({
  /** Of an administrator who may create roles and schemas. Left out: a PostgreSQL of our own, below FOLDER. */
  DATABASE_URL: field.postgresUrl.optional(),
  REDIS_URL: field.redisUrl,
  /** Where data, secrets and the demo's keys are kept. */
  ALMANAC_FOLDER: z.string().default(join(projectFolder, '.almanac')),
  ...messagesConfig,
  /** Left out: mails are written into the folder `mailbox` below ALMANAC_FOLDER. */
  SMTP_URL: messagesConfig.SMTP_URL.optional(),
  MAIL_FROM: messagesConfig.MAIL_FROM.optional(),
  /** Left out: where this process listens. */
  PUBLIC_URL: field.publicUrl.optional(),
  ...signInConfig,
  ...limitsConfig,
  ...sourcesConfig,
  SLOW_OPERATION_MS: slowOperationMs,
  RESPONSE_CACHE_BYTES: responseCacheBytes,
  ...telemetryConfig,
  ...protectionConfig,
  // Whoever tries it out asks for more than a client of many others does.
  RATE_LIMIT_API_KEY: budgets('1200/60'),
  RATE_LIMIT_OAUTH: budgets('1200/60'),
  RATE_LIMIT_SESSION: budgets('1200/60'),
  RATE_LIMIT_ANONYMOUS: budgets('1200/60'),
  HOST: field.host,
  PORT: field.port(4000),
  LOG_LEVEL: field.logLevel.unwrap().default('warn'),
});

const POOL_SIZE = 12;

interface Secrets {
  principal: string;
  encryption: string;
  cookie: string;
  roles: { identity: string; scheduling: string; integrations: string };
}

/**
 * Made once and kept: without them nothing that was encrypted can be read again. A file of an older version gets
 * those that it lacks.
 */
async function loadSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Partial<Secrets>) : {};
  const secret = () => randomBytes(32).toString('base64url');
  const roles = { identity: secret(), scheduling: secret(), integrations: secret() };
  const secrets = { principal: secret(), encryption: secret(), cookie: secret(), roles, ...kept };
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

async function loadDemoKeys(
  file: string,
  mint: () => Promise<Record<string, string>>,
): Promise<Record<string, string>> {
  if (!existsSync(file)) return mint();
  return (JSON.parse(await readFile(file, 'utf8')) as { apiKeys: Record<string, string> }).apiKeys;
}

async function start(onStop: OnStop) {
  const config = readConfig(standaloneConfig);
  onStop(await startTelemetry('almanac', config));
  const folder = config.ALMANAC_FOLDER;
  await mkdir(folder, { recursive: true });
  const secrets = await loadSecrets(folder);

  let adminUrl = config.DATABASE_URL;
  if (!adminUrl) {
    const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
    onStop(postgres.stop);
    adminUrl = postgres.url;
  }
  const names = ['identity', 'scheduling', 'integrations'] as const;
  const urls = await provisionDatabase(
    adminUrl,
    names.map(name => ({ name, password: secrets.roles[name] })),
  );
  const common = (name: (typeof names)[number]) => ({
    DATABASE_URL: urls[name],
    DATABASE_POOL_SIZE: POOL_SIZE,
    REDIS_URL: config.REDIS_URL,
    PRINCIPAL_SECRETS: [secrets.principal],
    LOG_LEVEL: config.LOG_LEVEL,
  });
  const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  const ENCRYPTION_SECRETS = [secrets.encryption];
  const identity = await createIdentityApp({
    ...config,
    ...common('identity'),
    ENCRYPTION_SECRETS,
    KEY_ENVIRONMENT: 'test',
    MAIL_FOLDER: join(folder, 'mailbox'),
    PUBLIC_URL: publicUrl,
    ALLOW_LOOPBACK_ISSUERS: true,
  });
  const scheduling = await createSchedulingApp({ ...config, ...common('scheduling'), ENCRYPTION_SECRETS });
  const integrations = await createIntegrationsApp({
    ...common('integrations'),
    ENCRYPTION_SECRETS,
    ALLOW_LOOPBACK_WEBHOOKS: true,
  });
  const apps = [identity, scheduling, integrations];
  // Stopped the other way round: who delivers events ends before who takes them.
  for (const app of apps.toReversed()) onStop(app.stop);
  await Promise.all(apps.map(app => app.migrate()));

  let apiKeys: Record<string, string> = {};
  const gateway = await createGatewayApp(
    {
      ...config,
      PRINCIPAL_SECRETS: [secrets.principal],
      COOKIE_SECRETS: [secrets.cookie],
      PUBLIC_URL: publicUrl,
      ALLOWED_ORIGINS: [],
      TRUSTED_PROXIES: [],
      INTROSPECTION: true,
      PLAYGROUND: true,
      SLOW_OPERATION_MS: config.SLOW_OPERATION_MS,
      LOG_LEVEL: config.LOG_LEVEL,
    },
    {
      identity: { ...identity.subgraph, ping: identity.ready, web: identity.web },
      scheduling: { ...scheduling.subgraph, ping: scheduling.ready },
      integrations: { ...integrations.subgraph, ping: integrations.ready },
    },
    { playground: { demoKeys: () => apiKeys } },
  );
  onStop(() => gateway.close());
  await Promise.all([
    identity.startJobs({ scheduling: scheduling.subgraph, integrations: integrations.subgraph }),
    scheduling.startJobs({ integrations: integrations.subgraph }),
    integrations.startJobs({}),
  ]);

  await seedIdentity(identity.openContext);
  const people = {
    ada: demoUsers.ada.id,
    grace: demoUsers.grace.id,
    katherine: demoUsers.katherine.id,
    team: demoTeam.id,
  };
  await seedScheduling(scheduling.openContext, people);
  const demoFile = join(folder, 'demo.json');
  // Last of all: whoever gets an answer finds the demo.
  const port = await listen(gateway, config.HOST, config.PORT);
  apiKeys = await loadDemoKeys(demoFile, () => mintDemoKeys(identity.openContext));
  const demo = {
    url: `http://${config.HOST}:${port}/graphql`,
    wsUrl: `ws://${config.HOST}:${port}/graphql`,
    playground: `http://${config.HOST}:${port}/playground`,
    apiKeys,
    eventTypes: demoEventTypes,
  };
  await writeFile(demoFile, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  return { demo, demoFile, mailbox: config.SMTP_URL ? null : join(folder, 'mailbox') };
}

await runProcess(async onStop => {
  const { demo, demoFile, mailbox } = await start(onStop);
  console.log(`
Almanac is running.

  Graph       ${demo.url}
  Live        ${demo.wsUrl}
  Playground  ${demo.playground}
  Ada's key   ${demo.apiKeys['ada']}

Keys and event types of the demo: ${demoFile}${mailbox ? `\nMails are not sent but written to ${mailbox}` : ''}
Stop with Ctrl-C.
`);
});
