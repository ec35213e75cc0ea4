/** A booking made on this page. */
export interface MadeBooking {
  id: string;
  manageToken: string;
}

/** What the variables of the examples are made of. */
export interface ExampleFacts {
  /** The next Monday that begins, in UTC. */
  monday: Date;
  /** Part of the idempotency keys: with another one a mutation is a new request. */
  attempt: string;
  booking: MadeBooking | null;
  /** Whether the gateway runs on the visitor's machine, as the demo does. */
  isLocal: boolean;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export function nextMonday(now: Date): Date {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const daysAhead = (8 - now.getUTCDay()) % 7 || 7;
  return new Date(midnight + daysAhead * DAY_MS);
}

/** An instant of the week that begins on `monday`, as the graph writes it. */
export function inWeek(monday: Date, days: number, hours = 0): string {
  return new Date(monday.getTime() + days * DAY_MS + hours * HOUR_MS).toISOString();
}
