import type { z } from 'zod';
import { readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { runProcess } from './process.ts';
import { serveSubgraph } from './remote-subgraph.ts';
import { createServer, listen } from './server.ts';
import type { Subgraph } from './subgraph.ts';
import type { SubgraphConfig } from './subgraph-app.ts';
import type { TelemetryConfig } from './telemetry/config.ts';
import { startTelemetry } from './telemetry/telemetry.ts';
import { serveWeb, type WebHandler } from './web-handler.ts';

/** What the gateway sends holds whole lists of representations. */
const BODY_LIMIT_BYTES = 10_000_000;

interface ServedApp {
  subgraph: Subgraph;
  ready(): Promise<void>;
  replicaState(): string | null;
  stop(): Promise<void>;
  /** Serves `webPaths`, which the gateway sends on. */
  web?: WebHandler;
}

type ProcessConfig = SubgraphConfig & TelemetryConfig & { HOST: string; PORT: number };

/** The process of one subgraph: configuration, application, server. */
export function runSubgraph<Config extends ProcessConfig>(
  name: string,
  shape: z.ZodType<Config>,
  createApp: (config: Config) => Promise<ServedApp>,
  webPaths: readonly string[] = [],
): Promise<void> {
  return runProcess(async onStop => {
    const config = readConfig(shape);
    onStop(await startTelemetry(`almanac-${name}`, config));
    const app = await createApp(config);
    onStop(app.stop);
    const log = createLogger(name, config.LOG_LEVEL);
    const server = await createServer({
      log,
      bodyLimit: BODY_LIMIT_BYTES,
      readiness: { database: app.ready },
      conditions: { replica: app.replicaState },
    });
    serveSubgraph(server, app.subgraph, log);
    if (app.web) await serveWeb(server, webPaths, app.web);
    onStop(() => server.close());
    const port = await listen(server, config.HOST, config.PORT);
    log.info({ port }, `${name} is listening`);
  });
}
