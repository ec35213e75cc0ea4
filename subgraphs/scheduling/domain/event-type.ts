import type { Interval } from './interval.ts';
import type { Schedule } from './schedule.ts';

/** How the hosts of an event type share its bookings. */
export const schedulingModes = ['SOLO', 'ROUND_ROBIN', 'COLLECTIVE'] as const;
export type SchedulingMode = (typeof schedulingModes)[number];

/** What an event type asks of a slot. Durations and buffers are in minutes. */
export interface SlotRules {
  readonly isActive: boolean;
  readonly schedulingMode: SchedulingMode;
  /** The durations a guest may choose from; never empty. */
  readonly durations: readonly number[];
  /** From one start to the next; `null`: the duration. */
  readonly slotInterval: number | null;
  /** Kept free around the slot; it may lie outside the hours. */
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** How long before its start a slot can still be booked. */
  readonly minimumNotice: number;
  /** How many calendar days ahead can be booked, in the owner's zone, today not counted; `null`: no end. */
  readonly windowDays: number | null;
  /** The zone of the owner's calendar: whole hours on this clock are where slots begin. */
  readonly timeZone: string;
}

/** What is known of one host. */
export interface HostFacts {
  readonly id: string;
  readonly schedule: Schedule;
  /** Time that is taken, with the buffers of whatever takes it. Sorted by start. */
  readonly busy: readonly Interval[];
}

export interface SlotFacts {
  readonly rules: SlotRules;
  /** In the order of their ids, so that equal facts give equal slots. */
  readonly hosts: readonly HostFacts[];
  /** Epoch milliseconds. */
  readonly now: number;
}
