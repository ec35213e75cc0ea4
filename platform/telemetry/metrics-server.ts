import fastify from 'fastify';
import { collectDefaultMetrics } from 'prom-client';
import { listen } from '../server.ts';
import type { TelemetryConfig } from './config.ts';
import { registry } from './metrics.ts';

/**
 * Serves `/metrics` on a port of its own, which no route, proxy or key of the product leads to: who may read the
 * figures is a matter of the network. Nothing listens where no port is configured.
 */
export async function serveMetrics(config: Pick<TelemetryConfig, 'METRICS_PORT' | 'METRICS_HOST'>) {
  const { METRICS_PORT: port, METRICS_HOST: host } = config;
  if (port === undefined) return { port: null, close: async () => {} };
  if (!registry.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: registry });
  const app = fastify({ forceCloseConnections: true });
  app.get('/metrics', async (_request, reply) =>
    reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics()),
  );
  return { port: await listen(app, host, port, 'METRICS_PORT'), close: () => app.close() };
}
