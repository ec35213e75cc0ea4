/** Runs the background jobs of all three subgraphs; any number of these processes share the work. */
import { readConfig } from '#platform/config.ts';
import { createLogger } from '#platform/logger.ts';
import { runProcess } from '#platform/process.ts';
import { createRemoteSubgraph } from '#platform/remote-subgraph.ts';
import { createServer, listen } from '#platform/server.ts';
import { startTelemetry } from '#platform/telemetry/telemetry.ts';
import { createIdentityApp } from '../subgraphs/identity/app.ts';
import { createIntegrationsApp } from '../subgraphs/integrations/app.ts';
import { createSchedulingApp } from '../subgraphs/scheduling/app.ts';
import { workerConfig } from './config.ts';

await runProcess(async onStop => {
  const config = readConfig(workerConfig);
  onStop(await startTelemetry('almanac-worker', config));
  const scheduling = createRemoteSubgraph('scheduling', config.SCHEDULING_URL);
  const integrations = createRemoteSubgraph('integrations', config.INTEGRATIONS_URL);
  onStop(scheduling.close);
  onStop(integrations.close);
  const databasesOf = (name: 'IDENTITY' | 'SCHEDULING' | 'INTEGRATIONS') => ({
    DATABASE_URL: config[`${name}_DATABASE_URL`],
    DATABASE_DIRECT_URL: config[`${name}_DATABASE_DIRECT_URL`],
    DATABASE_REPLICA_URL: config[`${name}_DATABASE_REPLICA_URL`],
  });
  const apps = {
    identity: await createIdentityApp({ ...config, ...databasesOf('IDENTITY') }),
    scheduling: await createSchedulingApp({ ...config, ...databasesOf('SCHEDULING') }),
    integrations: await createIntegrationsApp({ ...config, ...databasesOf('INTEGRATIONS') }),
  };
  for (const app of Object.values(apps)) onStop(app.stop);
  await apps.identity.startJobs({ scheduling, integrations });
  await apps.scheduling.startJobs({ integrations });
  await apps.integrations.startJobs({});

  const log = createLogger('worker', config.LOG_LEVEL);
  const readiness = Object.fromEntries(Object.entries(apps).map(([name, app]) => [name, app.ready]));
  const server = await createServer({ log, bodyLimit: 1_000, readiness });
  onStop(() => server.close());
  const port = await listen(server, config.HOST, config.PORT);
  log.info({ port }, 'the worker is running');
});
