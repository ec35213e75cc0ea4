import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Folder that holds `package.json`: the same from sources and from `dist/`. */
export const projectFolder = dirname(findPackageJSON('..', import.meta.url) ?? process.cwd());

/** What is wrong with the environment, all of it at once; values are never quoted, they may be secrets. */
class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map(problem => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** The configuration that the environment holds, or one error that says everything that is wrong with it. */
export function readConfig<Config>(
  shape: z.ZodType<Config>,
  environment: Record<string, string | undefined> = process.env,
): Config {
  // An empty variable, as compose files and .env leave them, means the same as none.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`));
}

const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
const port = z.coerce.number().int().min(0).max(65_535);
const secrets = z
  .string({ error: 'is required: one or more secrets of at least 32 characters, separated by commas' })
  .transform(list => list.split(',').map(secret => secret.trim()))
  .refine(list => list.every(secret => secret.length >= 32), 'every secret needs at least 32 characters');
const postgresUrl = z
  .string({ error: 'is required: postgres://user:password@host:5432/database' })
  .refine(url => /^postgres(ql)?:\/\//.test(url), 'must start with postgres://');
const redisUrl = z
  .string()
  .refine(url => /^rediss?:\/\//.test(url), 'must start with redis:// or rediss://')
  .optional();
/** What a process that may read from a replica needs beside it. */
export const REPLICA_NEEDS_REDIS =
  'is required beside DATABASE_REPLICA_URL: by it the processes tell each other who has written something';

const httpUrl = z.url({ protocol: /^https?$/, error: 'is required: an http:// or https:// address' });

/** Refuses replicas without Redis: whoever writes by one process and reads by another would not find it. */
export function withReplica<Shape extends z.ZodObject>(shape: Shape): Shape {
  const isReplica = (name: string) => name.endsWith('DATABASE_REPLICA_URL');
  return shape.refine(
    config => config['REDIS_URL'] || !Object.keys(config).some(name => isReplica(name) && config[name]),
    { path: ['REDIS_URL'], error: REPLICA_NEEDS_REDIS },
  );
}

/** Pieces that the processes' own configurations are made of, with the words that `.env.example` shows. */
export const field = {
  logLevel: logLevel.default('info').describe('fatal, error, warn, info, debug, trace or silent.'),
  host: z.string().default('127.0.0.1').describe('The address to listen on; 0.0.0.0 in a container.'),
  port: (fallback: number) => port.default(fallback).describe('The port to listen on.'),
  httpUrl,
  postgresUrl,
  databaseUrl: postgresUrl.describe("Connection string of the subgraph's own role."),
  poolSize: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe('Database connections of one process at the most.'),
  limit: (fallback: number) => z.coerce.number().int().min(0).default(fallback),
  redisUrl: redisUrl.describe('Wakes the other processes at once; without it they notice within a second.'),
  principalSecrets: secrets.describe(
    'Sign what the processes tell each other, the same everywhere. Newest first: the first signs, all are believed.',
  ),
  publicUrl: httpUrl.describe(
    'Where people reach the gateway: `https://…` in links of mails. Unless it is http://, cookies are for https only.',
  ),
  smtpUrl: z
    .string({ error: 'is required: smtp://user:password@host:587' })
    .refine(url => /^smtps?:\/\//.test(url), 'must start with smtp:// or smtps://')
    .describe(
      'The server that takes mails: `smtp://user:password@host:587`, or `smtps://` for TLS from the start.',
    ),
  mailFrom: z
    .string({ error: 'is required: Almanac <almanac@example.com>' })
    .describe('Sender of the mails: `Almanac <almanac@example.com>`.'),
  cookieSecrets: secrets.describe(
    'Seal the session cookies of browsers. Newest first: the first seals, all are believed.',
  ),
  encryptionSecrets: secrets.describe(
    'Encrypt secrets in the database. Newest first: the first encrypts, all decrypt.',
  ),
};

/** How replicas are used. */
export const replicaConfig = {
  DATABASE_REPLICA_POOL_SIZE: field.poolSize.describe(
    'Connections of one process to its replica at the most.',
  ),
  DATABASE_REPLICA_MAX_LAG_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(60_000)
    .default(2_000)
    .describe('A replica that is behind by more milliseconds is not read from.'),
};

/** Of a process that reads and writes by one role, and may read from a copy. */
export const databaseConfig = {
  DATABASE_URL: field.databaseUrl,
  DATABASE_POOL_SIZE: field.poolSize,
  DATABASE_REPLICA_URL: postgresUrl
    .optional()
    .describe(
      'The same role at one streaming replica, which takes queries that may be a little behind; left out: none (`docs/databases.md`).',
    ),
  ...replicaConfig,
};
