import { readConfig } from '#platform/config.ts';
import { createLogger } from '#platform/logger.ts';
import { runProcess } from '#platform/process.ts';
import { createRemoteSubgraph } from '#platform/remote-subgraph.ts';
import { listen } from '#platform/server.ts';
import { startTelemetry } from '#platform/telemetry/telemetry.ts';
import { createRemoteHandler } from '#platform/web-handler.ts';
import { createGatewayApp } from './app.ts';
import { gatewayConfig } from './config.ts';

await runProcess(
  async onStop => {
    const config = readConfig(gatewayConfig);
    onStop(await startTelemetry('almanac-gateway', config));
    const subgraphs = {
      identity: createRemoteSubgraph('identity', config.IDENTITY_URL),
      scheduling: createRemoteSubgraph('scheduling', config.SCHEDULING_URL),
      integrations: createRemoteSubgraph('integrations', config.INTEGRATIONS_URL),
    };
    for (const subgraph of Object.values(subgraphs)) onStop(subgraph.close);
    const pages = createRemoteHandler('identity', config.IDENTITY_URL);
    onStop(pages.close);
    const identity = { ...subgraphs.identity, web: pages.handle };
    const app = await createGatewayApp(config, { ...subgraphs, identity });
    onStop(() => app.close());
    process.on('SIGHUP', () => void app.supergraph.reload());
    const port = await listen(app, config.HOST, config.PORT);
    createLogger('gateway', config.LOG_LEVEL).info({ port }, 'the gateway is listening');
  },
  { isKeptBy: ['SIGHUP'] },
);
