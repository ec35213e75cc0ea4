import { z } from 'zod';
import { field } from '#platform/config.ts';

/** How people are reached; jobs send, so that the worker needs it, too. */
export const messagesConfig = {
  CONSOLE_URL: field.httpUrl
    .default('http://127.0.0.1:4000')
    .describe('Where people sign in and accept invitations: what mails link to.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must start with smtp:// or smtps://' })
    .optional()
    .describe('Where mails are handed in, with user and password; without it none is sent.'),
  MAIL_FROM: z.string().optional().describe('The sender of mails: `Almanac <almanac@example.com>`.'),
  TEXT_MESSAGES_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Takes `{to, text}` by POST and sends it as a text message; without it none is sent.'),
  TEXT_MESSAGES_TOKEN: z.string().optional().describe('Sent to it as `Authorization: Bearer`.'),
};

export const identityConfig = z.object({
  DATABASE_URL: field.databaseUrl,
  DATABASE_POOL_SIZE: field.poolSize,
  REDIS_URL: field.redisUrl,
  PRINCIPAL_SECRETS: field.principalSecrets,
  KEY_ENVIRONMENT: z
    .enum(['live', 'test'], { error: 'is required: live or test' })
    .describe('Which keys this deployment mints and takes: live (`alm_live_…`) or test (`alm_test_…`).'),
  ...messagesConfig,
  HOST: field.host,
  PORT: field.port(4001),
  LOG_LEVEL: field.logLevel,
});
