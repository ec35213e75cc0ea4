import { z } from 'zod';

const otlpEndpoint = z.url({ protocol: /^https?$/ }).optional();

/** What every process is told about who watches it. */
export const telemetryConfig = {
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('The port on which `/metrics` answers Prometheus, and nothing else; left out: none.'),
  METRICS_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('The address of that port. Figures are not for everybody: never a public one.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint.describe(
    'Where traces are sent by OTLP over HTTP, as JSON: `http://collector:4318`; left out: nowhere. The other `OTEL_…` variables of the specification count too.',
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: otlpEndpoint.describe('The same with its path, instead.'),
  OTEL_SDK_DISABLED: z.stringbool().prefault('false').describe('Whether no traces are sent after all.'),
  SENTRY_DSN: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Takes unexpected errors by the protocol of Sentry; left out: they are only logged.'),
};

const shape = z.object(telemetryConfig);

export type TelemetryConfig = z.infer<typeof shape>;
