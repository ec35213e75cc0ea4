import { z } from 'zod';
import { isNetwork } from '#platform/client-address.ts';
import { field } from '#platform/config.ts';
import { telemetryConfig } from '#platform/telemetry/config.ts';
import { protectionConfig } from './protection/config.ts';
import { sourcesConfig } from './sources/config.ts';

const list = z
  .string()
  .default('')
  .transform(text =>
    text
      .split(',')
      .map(item => item.trim())
      .filter(item => item !== ''),
  );

export const slowOperationMs = z.coerce
  .number()
  .int()
  .min(0)
  .default(1000)
  .describe('Queries and mutations that take this many milliseconds are logged, with what they waited for.');

export const responseCacheBytes = z.coerce
  .number()
  .int()
  .min(0)
  .default(20_000_000)
  .describe(
    'What kept responses to anonymous clients may take in memory; 0: none are kept. In Redis they take what Redis has.',
  );

export const gatewayConfig = z.object({
  PRINCIPAL_SECRETS: field.principalSecrets,
  COOKIE_SECRETS: field.cookieSecrets,
  PUBLIC_URL: field.publicUrl,
  IDENTITY_URL: field.httpUrl.describe('Where the identity subgraph answers.'),
  SCHEDULING_URL: field.httpUrl.describe('Where the scheduling subgraph answers.'),
  INTEGRATIONS_URL: field.httpUrl.describe('Where the integrations subgraph answers.'),
  ALLOWED_ORIGINS: list.describe(
    "Origins of web pages that may call us, separated by commas; the gateway's own pages always may.",
  ),
  TRUSTED_PROXIES: list
    .refine(proxies => proxies.every(isNetwork), 'must be IP addresses or networks: 10.0.0.0/8,::1')
    .describe(
      "Addresses or networks of proxies whose X-Forwarded-For is believed, separated by commas; otherwise a client's address is that of its connection.",
    ),
  INTROSPECTION: z
    .stringbool()
    .prefault('true')
    .describe('Whether anybody may read the schema; the playground needs it.'),
  PLAYGROUND: z.stringbool().prefault('true').describe('Whether /playground is served.'),
  ...sourcesConfig,
  SUPERGRAPH_FILE: z
    .string()
    .optional()
    .describe(
      'The composed graph; left out: the one of this version. It is loaded again when it changes, and on SIGHUP.',
    ),
  STOP_DELAY_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(5_000)
    .default(0)
    .describe(
      'How long the gateway still takes connections after it was told to stop, while /readyz says no: what load balancers need to notice, in milliseconds.',
    ),
  SLOW_OPERATION_MS: slowOperationMs,
  ...telemetryConfig,
  ...protectionConfig,
  RESPONSE_CACHE_BYTES: responseCacheBytes,
  REDIS_URL: field.redisUrl.describe(
    'Counts what clients spend, and keeps responses, for all gateways together; without it each does for itself.',
  ),
  HOST: field.host,
  PORT: field.port(4000),
  LOG_LEVEL: field.logLevel,
});

export type GatewayConfig = z.infer<typeof gatewayConfig>;
