import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { accessTokenErrorCodes } from './access-token-errors.ts';
import { credentialErrorCodes } from './credential-errors.ts';
import type { Logger } from './logger.ts';
import { operationErrorCodes } from './operation-errors.ts';
import { reportError } from './telemetry/error-reports.ts';

interface ErrorCodeInfo {
  /** HTTP status of a response whose only outcome is this error. */
  readonly status: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** What a caller should understand and do; printed into `docs/errors.md`. */
  readonly description: string;
}

/**
 * Every `extensions.code` that can leave the graph. Outcomes that a caller must handle on their own screen
 * are not here: they are union members implementing `Problem`.
 */
export const errorCodes = {
  UNAUTHENTICATED: {
    status: 401,
    logLevel: 'info',
    description:
      'No credential was sent, or the one sent is not valid. Send `Authorization: Bearer <key>` and try again.',
  },
  ...credentialErrorCodes,
  ...accessTokenErrorCodes,
  FORBIDDEN: {
    status: 403,
    logLevel: 'info',
    description:
      'The caller is known but may not do this: `extensions.requiredScope` names a missing scope, `extensions.requiredPermission` a permission in the organization, otherwise the role is too low.',
  },
  PLAN_REQUIRED: {
    status: 402,
    logLevel: 'info',
    description:
      'The plan of the organization does not have this: `extensions.feature` names it. Book another plan.',
  },
  PLAN_LIMIT_REACHED: {
    status: 402,
    logLevel: 'info',
    description:
      'The plan of the organization has room for `extensions.max` of what `extensions.feature` names.',
  },
  NOT_FOUND: {
    status: 404,
    logLevel: 'info',
    description: 'No such thing, or none that the caller may see. Both get the same answer.',
  },
  BAD_USER_INPUT: {
    status: 400,
    logLevel: 'info',
    description:
      'A value has the right type but makes no sense. `extensions.field` names it, `message` says what is expected.',
  },
  CONFLICT: {
    status: 409,
    logLevel: 'info',
    description: 'Another change got in between. Read the current state and try again.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    logLevel: 'info',
    description:
      'The mutation books, pays or sends. Give `idempotencyKey` in its input or the `Idempotency-Key` header.',
  },
  IDEMPOTENCY_MISMATCH: {
    status: 409,
    logLevel: 'info',
    description: 'The idempotency key was used before with another payload. Use a new key for a new request.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    logLevel: 'info',
    description: 'The first request with this idempotency key is still running. Repeat it in a moment.',
  },
  RATE_LIMITED: {
    status: 429,
    logLevel: 'info',
    description: 'Too many requests. `extensions.retryAfter` says how many seconds to wait.',
  },
  UPSTREAM_FAILED: {
    status: 502,
    logLevel: 'warn',
    description: 'A part of the graph did not answer. Fields of the other parts are still served.',
  },
  UNAVAILABLE: {
    status: 503,
    logLevel: 'warn',
    description: 'The database or another part is down or overloaded. Nothing was changed; try again later.',
  },
  CLIENT_GONE: {
    status: 499,
    logLevel: 'debug',
    description: 'The client closed its connection, or ended its operation, before the answer was there.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    logLevel: 'info',
    description: 'The document is not GraphQL.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    logLevel: 'info',
    description: 'The document does not fit the schema.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    logLevel: 'info',
    description: 'The document holds several operations and `operationName` selects none of them.',
  },
  BAD_REQUEST: {
    status: 400,
    logLevel: 'info',
    description:
      'The HTTP request is not a GraphQL request, or could have been forged by a foreign page (CSRF).',
  },
  ...operationErrorCodes,
  INTERNAL: {
    status: 500,
    logLevel: 'error',
    description: 'A fault of ours. It was logged under `extensions.requestId`; quote it when you report it.',
  },
} as const satisfies Record<string, ErrorCodeInfo>;

export type ErrorCode = keyof typeof errorCodes;

/** Gives an error of graphql-js, which knows no codes, one of ours. */
export function withCode(error: GraphQLError, code: ErrorCode): GraphQLError {
  error.extensions['code'] = code;
  return error;
}

interface AppErrorOptions {
  /** The fault behind it: logged, never sent. */
  cause?: unknown;
  /** Facts for the log: never sent. */
  detail?: Record<string, unknown>;
  /** Facts for the caller: sent in `extensions`. */
  extensions?: Record<string, unknown>;
}

/** An error with a registered code. Its message is written for the caller and is sent as it stands. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: Record<string, unknown>;
  readonly extensions: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = options.detail ?? {};
    this.extensions = options.extensions ?? {};
  }
}

/**
 * A value that fits its GraphQL type but not its meaning; `field` is the path below `input` or the argument's name.
 * `bounds` tell machines what the message tells people.
 */
export function badInput(field: string, message: string, bounds: { max?: number } = {}): AppError {
  return new AppError('BAD_USER_INPUT', message, { extensions: { field, ...bounds } });
}

export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', `There is no such ${what}, or you may not see it.`);
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}

/** Extensions that a registered error may carry to a caller; everything else stays in the log. */
const PUBLIC_EXTENSIONS = [
  'field',
  'limit',
  'max',
  'actual',
  'requiredScope',
  'requiredPermission',
  'feature',
  'retryAfter',
  'argumentName',
  'versions',
] as const;

function rootCause(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError) current = current.originalError;
  return current;
}

function publicExtensions(extensions: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of PUBLIC_EXTENSIONS) if (key in extensions) kept[key] = extensions[key];
  return kept;
}

interface ErrorSource {
  readonly log: Logger;
  readonly requestId: string;
}

/**
 * graphql-js names the place of a wrong variable only in its message: `Variable "$input" got invalid value 1 at
 * "input.attendee.name"; …`. As everywhere, the path below `input` or the variable's own name is told.
 */
function fieldInMessage(message: string): { field?: string } {
  const path = / at "([^"]+)"/.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1];
  return path ? { field: path.replace(/^input\./, '') } : {};
}

/** graphql-js quotes the whole variable that is wrong: a token in it is the caller's to see, and not the log's. */
const withoutValue = (message: string) => message.replace(/( got invalid value) .*$/s, '$1');

function describe(error: unknown, formatted: GraphQLFormattedError) {
  const cause = rootCause(error);
  if (cause instanceof AppError) {
    return {
      code: cause.code,
      message: cause.message,
      extensions: cause.extensions,
      detail: cause.detail,
      cause,
    };
  }
  const extensions = formatted.extensions ?? {};
  // A GraphQLError without a foreign cause was written for the caller: by graphql-js, Apollo or a subgraph.
  const isAuthored = !(cause instanceof Error) || cause instanceof GraphQLError;
  if (isAuthored && isErrorCode(extensions['code']) && extensions['code'] !== 'INTERNAL') {
    const place = extensions['code'] === 'BAD_USER_INPUT' ? fieldInMessage(formatted.message) : {};
    const shown = { ...place, ...extensions };
    return { code: extensions['code'], message: formatted.message, extensions: shown, detail: {}, cause };
  }
  return null;
}

/**
 * The one place where errors are made presentable. Registered ones keep code and message; anything else is
 * logged in full and leaves as `INTERNAL` with the request id and no other trace.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  source: ErrorSource,
): GraphQLFormattedError {
  const known = describe(error, formatted);
  const place = {
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
  };
  if (!known) {
    if (formatted.extensions?.['code'] !== 'INTERNAL') {
      const cause = rootCause(error);
      const path = formatted.path?.filter(step => typeof step === 'string').join('.');
      source.log.error({ err: cause, path: formatted.path, requestId: source.requestId }, 'unexpected error');
      reportError(cause, { requestId: source.requestId, ...(path && { path }) });
    }
    return {
      message: 'Something went wrong on our side.',
      ...place,
      extensions: { code: 'INTERNAL', requestId: source.requestId },
    };
  }
  source.log[errorCodes[known.code].logLevel](
    {
      code: known.code,
      path: formatted.path,
      requestId: source.requestId,
      ...known.detail,
      cause: (known.cause as Error | undefined)?.cause,
    },
    withoutValue(known.message),
  );
  return {
    message: known.message,
    ...place,
    extensions: { ...publicExtensions(known.extensions), code: known.code, requestId: source.requestId },
  };
}
