import { type Logger, pino } from 'pino';
import { traceFields } from './telemetry/tracing.ts';

export type { Logger };

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Paths that may hold secrets or personal data wherever an object is logged. */
const REDACTED = [
  'authorization',
  'cookie',
  'email',
  'password',
  'secret',
  'token',
  '*.authorization',
  '*.cookie',
  '*.email',
  '*.password',
  '*.secret',
  '*.token',
  'req.headers.authorization',
  'req.headers.cookie',
];

/** One line of JSON an event, on standard error so that standard output stays free for what a command prints. */
export function createLogger(name: string, level: LogLevel): Logger {
  return pino(
    { name, level, redact: { paths: REDACTED, censor: '[redacted]' }, mixin: traceFields },
    pino.destination(2),
  );
}
