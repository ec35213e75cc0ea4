import { z } from 'zod';
import { field } from '#platform/config.ts';

export const gatewayConfig = z.object({
  PRINCIPAL_SECRETS: field.principalSecrets,
  IDENTITY_URL: field.httpUrl.describe('Where the identity subgraph answers.'),
  SCHEDULING_URL: field.httpUrl.describe('Where the scheduling subgraph answers.'),
  INTEGRATIONS_URL: field.httpUrl.describe('Where the integrations subgraph answers.'),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform(list =>
      list
        .split(',')
        .map(origin => origin.trim())
        .filter(origin => origin !== ''),
    )
    .describe(
      "Origins of web pages that may call us, separated by commas; the gateway's own pages always may.",
    ),
  INTROSPECTION: z
    .stringbool()
    .prefault('true')
    .describe('Whether anybody may read the schema; the playground needs it.'),
  PLAYGROUND: z.stringbool().prefault('true').describe('Whether /playground is served.'),
  HOST: field.host,
  PORT: field.port(4000),
  LOG_LEVEL: field.logLevel,
});

export type GatewayConfig = z.infer<typeof gatewayConfig>;
