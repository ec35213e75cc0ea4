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

export interface Example {
  title: string;
  /** Whether it is one of the tabs that a new visitor finds open. */
  isOpen?: boolean;
  /** Whether it only works signed in. */
  needsKey: boolean;
  /** Whether it is about a booking that was made on this page before. */
  needsBooking?: boolean;
  /** What to do with it, where that is not plain. */
  hint?: string;
  variables(facts: ExampleFacts): Record<string, unknown>;
}

export interface ExampleGroup {
  title: string;
  /** Who asks these. */
  description: string;
  /** By name of the operation in `examples/operations/`. */
  examples: Readonly<Record<string, Example>>;
}

/** Of the demo that `npm start` makes: subgraphs/scheduling/seed.ts and subgraphs/identity/seed.ts. */
export const INTRO = 'etp_01jc000000e0080000ada1ntr0';
export const TRIAGE = 'etp_01jc000000e008000000tr1age';
export const PANEL = 'etp_01jc000000e0080000000pane1';
export const TEAM = 'team_01jc000000e00800000eng1nes';
export const ADA = 'usr_01jc000000e008000000000ada';
export const GRACE = 'usr_01jc000000e0080000000grace';

export const SLOT_HOUR_UTC = 10;
export const LATER_SLOT_HOUR_UTC = 14;

const unknownBooking: MadeBooking = { id: 'bkg_…', manageToken: 'the manageToken of CreateBooking' };

export const bookingOf = ({ booking }: ExampleFacts): MadeBooking => booking ?? unknownBooking;

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
