import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError, scrubLine } from './telemetry/scrub.ts';
import { traceFields } from './telemetry/tracing.ts';

export type { Logger };

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** What is never logged, whatever it looks like, on the first three levels of an object. */
const NAMES = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  'dsn',
  'email',
  'idempotencyKey',
  'key',
  'manageToken',
  'password',
  'phone',
  'secret',
  'token',
  'variables',
];
const below = (prefix: string) =>
  NAMES.map(name => (name.startsWith('[') ? `${prefix}${name}` : `${prefix}.${name}`));
const REDACTED = [...NAMES, ...below('*'), ...below('*.*')];

/**
 * One line of JSON an event, on standard error so that standard output stays free for what a command prints. What
 * looks like an address or a secret is taken out of the finished line too: messages and stacks have no paths.
 */
export function createLogger(
  name: string,
  level: LogLevel,
  destination: DestinationStream = pino.destination(2),
): Logger {
  return pino(
    {
      name,
      level,
      redact: { paths: REDACTED, censor: '[redacted]' },
      serializers: { err: describeError, cause: describeError },
      mixin: traceFields,
      hooks: { streamWrite: scrubLine },
    },
    destination,
  );
}
