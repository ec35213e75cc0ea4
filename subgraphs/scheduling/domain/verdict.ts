import type { LimitFacts } from './limits.ts';

/** What can speak against a time, in the order in which it is checked. */
const slotRules = [
  'ACTIVE',
  'DURATION',
  'NOTICE',
  'WINDOW',
  'HOSTS',
  'RESTRICTION',
  'SEATS',
  'GROUP',
  'AWAY',
  'CALENDAR',
  'HOURS',
  'GRID',
  'CONFLICT',
  'RESOURCE',
  'LIMIT',
  'LEAD',
  'FIRST_OF_DAY',
] as const;
export type SlotRule = (typeof slotRules)[number];

export interface Verdict {
  readonly rule: SlotRule;
  readonly passed: boolean;
  /** English, for a person who wonders why. */
  readonly message: string;
  /** The host it is about; `null` where it is about the event type. */
  readonly hostId: string | null;
  /** The smallest change that would make it pass, where one can be named. */
  readonly opensIf: string | null;
  /** The limit that is reached, where one is. */
  readonly limit?: LimitFacts['limit'];
  /** The room or equipment that it is about. */
  readonly resourceId?: string;
  /** The members of the group that it is about, by whether they could come. */
  readonly group?: { readonly freeIds: readonly string[]; readonly takenIds: readonly string[] };
}

export const passing = (rule: SlotRule, message: string, hostId: string | null = null): Verdict => ({
  rule,
  passed: true,
  message,
  hostId,
  opensIf: null,
});

export const failing = (
  rule: SlotRule,
  message: string,
  opensIf: string | null,
  hostId: string | null = null,
): Verdict => ({ rule, passed: false, message, hostId, opensIf });

/** RFC 3339, UTC. */
export function iso(instant: number): string {
  return new Date(instant).toISOString();
}

export function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
