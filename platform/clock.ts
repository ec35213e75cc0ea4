/** The only source of the present in use cases. Tests pass one that stands still or is moved by hand. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The release of the tz database that zones are computed by: `2026a`. */
export const tzdbVersion: string = process.versions['tz'] ?? 'unknown';
