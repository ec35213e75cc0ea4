import { AppError } from '#platform/errors.ts';

/** RFC 6749 has no error of its own for it: what counts is the status, 429. */
export const RATE_LIMIT_ERROR = 'temporarily_unavailable';

/** What there is to say to whoever came too often; `null`: nothing. */
export async function refusalOf(counted: Promise<unknown>): Promise<AppError | null> {
  try {
    await counted;
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'RATE_LIMITED') return error;
    throw error;
  }
}

/** Seconds, as a header. */
export const retryAfterOf = (refusal: AppError) => String(refusal.extensions['retryAfter'] ?? 60);
