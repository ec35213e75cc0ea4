/**
 * A browser with two tabs, or a client that lost the answer, may send one refresh token twice within this time.
 * It then gets the same successor both times.
 */
const GRACE_MS = 10_000;

interface RefreshTokenState {
  /** Milliseconds since the Unix epoch; `null` while it was never used. */
  readonly consumedAt: number | null;
  /** Whether the token that replaced it was used in its turn. */
  readonly isSuccessorConsumed: boolean;
}

/**
 * What using a refresh token means. `REUSE` is theft until proved otherwise (RFC 9700 §4.14): the whole family ends.
 * The grace is for the last token only: it revives nothing older.
 */
export function refreshTokenUse(token: RefreshTokenState, now: number): 'FIRST' | 'REPEAT' | 'REUSE' {
  if (token.consumedAt === null) return 'FIRST';
  const isLate = now - token.consumedAt >= GRACE_MS;
  return isLate || token.isSuccessorConsumed ? 'REUSE' : 'REPEAT';
}
