import { AppError } from './errors.ts';

/** SQLSTATE classes that decide what we answer (PostgreSQL manual, appendix A). */
const EXCLUSION_VIOLATION = '23P01';
const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
/** NUL in text or in JSON. */
const INVALID_BYTE_SEQUENCE = '22021';
const UNTRANSLATABLE_CHARACTER = '22P05';
const RETRYABLE = new Set(['40001', '40P01']);
/** 53: out of memory, disk or connections. 57P: shut down. 08: connection lost. 55P03, 57014: waited too long. */
const UNAVAILABLE = /^(53...|57P..|08...|55P03|57014)$/;

export function sqlState(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
  }
  return undefined;
}

function constraintOf(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error ? String(error.constraint) : undefined;
}

export function isExclusionViolation(error: unknown): boolean {
  return sqlState(error) === EXCLUSION_VIOLATION;
}

/** Whether the error is a duplicate key of this very constraint: another one stays a fault. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return sqlState(error) === UNIQUE_VIOLATION && constraintOf(error) === constraint;
}

/** Whether the row that this very constraint points to is missing, or is still pointed to. */
export function isForeignKeyViolation(error: unknown, constraint: string): boolean {
  return sqlState(error) === FOREIGN_KEY_VIOLATION && constraintOf(error) === constraint;
}

/** Deadlock or serialization failure: the same work may succeed in a new transaction. */
function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(sqlState(error) ?? '');
}

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN']);

/** What `pg` and the bound of its queue say when there is no connection to be had; they give these no code. */
const LOST =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|No database connection is free|pool after calling end/;

/** A database that is down, full or overloaded becomes `UNAVAILABLE`; everything else stays what it is. */
export function translateDatabaseError(error: unknown): unknown {
  const state = sqlState(error) ?? '';
  if (state === UNTRANSLATABLE_CHARACTER || state === INVALID_BYTE_SEQUENCE) {
    return new AppError('BAD_USER_INPUT', 'Text must not contain NUL characters.', { cause: error });
  }
  const isLost = error instanceof Error && LOST.test(error.message);
  if (!UNAVAILABLE.test(state) && !NETWORK.has(state) && !isLost) return error;
  return new AppError(
    'UNAVAILABLE',
    'The database does not answer right now. Nothing was changed; try again.',
    {
      cause: error,
      extensions: { retryAfter: 1 },
    },
  );
}

/** Runs work in up to three fresh attempts; only deadlocks and serialization failures are tried again. */
export async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRetryable(error) || tries === 3) throw error;
    }
  }
}
