import type { TelemetryConfig } from './config.ts';
import { startErrorReports } from './error-reports.ts';
import { serveMetrics } from './metrics-server.ts';
import { startTracing } from './tracing.ts';

/** What watches a process. To be started before anything that is watched; returns what ends it. */
export async function startTelemetry(service: string, config: TelemetryConfig): Promise<() => Promise<void>> {
  const stopTracing = await startTracing(service, config);
  const stopReports = await startErrorReports(service, config.SENTRY_DSN);
  const metrics = await serveMetrics(config);
  return async () => {
    await metrics.close();
    await stopReports();
    await stopTracing();
  };
}
