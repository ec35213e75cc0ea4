import { z } from 'zod';
import { databaseConfig, field, withReplica } from '#platform/config.ts';
import { telemetryConfig } from '#platform/telemetry/config.ts';

/** What a client may try. 0 switches a limit off. */
export const signInConfig = {
  SIGN_INS_PER_MINUTE: field
    .limit(5)
    .describe(
      'How many links a client address may ask for within a minute, how many it may try, and how many codes and invitations; 0: any number.',
    ),
  AUTHORIZATIONS_PER_MINUTE: field
    .limit(60)
    .describe(
      'How often browsers of one address may be sent here by OAuth clients within a minute, and how often they may ask for the ways to sign in; 0: any number.',
    ),
  TOKEN_REQUESTS_PER_MINUTE: field
    .limit(600)
    .describe(
      'How often one address, and one OAuth client with a secret, may get, revoke or ask about tokens within a minute; 0: any number.',
    ),
};

const secretText = z.string().optional();

/** As a client of whom this deployment lets people sign in. */
const providerConfig = {
  GOOGLE_CLIENT_ID: z
    .string()
    .optional()
    .describe('Signing in by Google: the OAuth client, with its secret.'),
  GOOGLE_CLIENT_SECRET: secretText.describe('Of the OAuth client at Google.'),
  MICROSOFT_CLIENT_ID: z
    .string()
    .optional()
    .describe('Signing in by Microsoft: the application, with its secret.'),
  MICROSOFT_CLIENT_SECRET: secretText.describe('Of the application at Microsoft.'),
  MICROSOFT_TENANT: z
    .string()
    .regex(/^[\w.-]+$/)
    .optional()
    .describe('Whose accounts Microsoft lets in: a tenant, or `common` for any, which it is unless set.'),
  APPLE_CLIENT_ID: z
    .string()
    .optional()
    .describe('Signing in by Apple: the Services ID, with the three below.'),
  APPLE_TEAM_ID: z.string().optional().describe('The team that owns the Services ID.'),
  APPLE_KEY_ID: z.string().optional().describe('The key for signing in by Apple.'),
  APPLE_PRIVATE_KEY: secretText.describe('The key itself, PKCS #8 in PEM; `\\n` stands for a line break.'),
};

/** How people are reached. Jobs do it, in the worker. */
export const messagesConfig = {
  PUBLIC_URL: field.publicUrl,
  SMTP_URL: field.smtpUrl,
  MAIL_FROM: field.mailFrom,
  TEXT_MESSAGES_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Takes `{to, text}` by POST and sends it as a text message; without it none is sent.'),
  TEXT_MESSAGES_TOKEN: z.string().optional().describe('Sent to it as `Authorization: Bearer`.'),
};

export const identityConfig = withReplica(
  z.object({
    ...databaseConfig,
    REDIS_URL: field.redisUrl,
    PRINCIPAL_SECRETS: field.principalSecrets,
    ENCRYPTION_SECRETS: field.encryptionSecrets,
    PUBLIC_URL: field.publicUrl,
    KEY_ENVIRONMENT: z
      .enum(['live', 'test'], { error: 'is required: live or test' })
      .describe('Which keys this deployment mints and takes: live (`alm_live_…`) or test (`alm_test_…`).'),
    ...signInConfig,
    ...providerConfig,
    ALLOW_LOOPBACK_ISSUERS: z
      .stringbool()
      .prefault('false')
      .describe(
        'Whether identity providers may be on this very machine: for trying out, never in production.',
      ),
    /** Nothing is sent from here; without it, telephone numbers are refused. */
    TEXT_MESSAGES_URL: messagesConfig.TEXT_MESSAGES_URL,
    ...telemetryConfig,
    HOST: field.host,
    PORT: field.port(4001),
    LOG_LEVEL: field.logLevel,
  }),
);
