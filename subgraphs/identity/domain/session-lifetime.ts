const DAY_MS = 86_400_000;

/** A session that nobody used for so long is over. */
export const SESSION_IDLE_MS = 14 * DAY_MS;
/** A session is over so long after it began, however much it is used. */
export const SESSION_LIFETIME_MS = 90 * DAY_MS;

interface SessionTimes {
  lastUsedAt: Date;
  expiresAt: Date;
}

/** When a session ends unless it is used again. */
export function sessionEnd({ lastUsedAt, expiresAt }: SessionTimes): Date {
  return new Date(Math.min(lastUsedAt.getTime() + SESSION_IDLE_MS, expiresAt.getTime()));
}
