import type { Interval } from './interval.ts';
import type { Limit, LimitFacts } from './limits.ts';
import type { Schedule } from './schedule.ts';

/** How the hosts of an event type share its bookings. */
export const schedulingModes = ['SOLO', 'ROUND_ROBIN', 'COLLECTIVE'] as const;
export type SchedulingMode = (typeof schedulingModes)[number];

/** Which slots a guest gets to see. */
export const visibilities = ['PUBLIC', 'HIDDEN', 'PRIVATE'] as const;
export type Visibility = (typeof visibilities)[number];

/** How far ahead can be booked. Days are days of the owner's calendar, today not counted. */
export type BookingWindow =
  | { readonly kind: 'UNLIMITED' }
  /** So many days, weekends included. */
  | { readonly kind: 'CALENDAR_DAYS'; readonly days: number }
  /** So many days from Monday to Friday. */
  | { readonly kind: 'BUSINESS_DAYS'; readonly days: number }
  /** The next so many days that have a free slot, today included. */
  | { readonly kind: 'AVAILABLE_DAYS'; readonly days: number }
  /** From one date to another, both included. Days since 1970-01-01. */
  | { readonly kind: 'DATES'; readonly firstDay: number; readonly lastDay: number };

/** What an event type asks of a slot. Durations, intervals and buffers are in minutes. */
export interface SlotRules {
  readonly isActive: boolean;
  /** What members' event types are made from; nobody books it. */
  readonly isTemplate?: boolean;
  readonly schedulingMode: SchedulingMode;
  /** The durations a guest may choose from; never empty. */
  readonly durations: readonly number[];
  /** From one start to the next; `null`: the duration. */
  readonly slotInterval: number | null;
  /** How far the grid of starts is moved on. */
  readonly startOffset: number;
  /** Slots begin where free time does, at the next five minutes, rather than on the grid of the hours. */
  readonly isOptimized: boolean;
  /** Only the first slot of a day of the owner's calendar is offered. */
  readonly isFirstOfDayOnly: boolean;
  /** Kept free around the slot; it may lie outside the hours. */
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** Whether events of other systems keep the buffers' distance too. */
  readonly padsForeignEvents: boolean;
  /** How long before its start a slot can still be booked. */
  readonly minimumNotice: number;
  readonly window: BookingWindow;
  /** Slots lie within these hours too, whoever hosts. */
  readonly restriction: Schedule | null;
  /** How many guests share one slot; `null`: one guest takes it. */
  readonly seats: number | null;
  /** The zone of the owner's calendar: whole hours on this clock are where slots begin. */
  readonly timeZone: string;
}

/** Something that takes a host's time. */
export interface Busy extends Interval {
  /** An event of another system, which knows nothing of our buffers; otherwise a claim with its buffers. */
  readonly isForeign?: boolean;
  /** What it is, for explanations: `a booking`, or the calendar that it stands in. */
  readonly source?: string;
}

/** Somebody who is away takes no bookings, on whole days of their schedule's calendar. */
export interface Absence {
  /** Days since 1970-01-01, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** For guests to read: `Vacation`. */
  readonly reason: string;
  /** Who takes the bookings meanwhile. */
  readonly standIn: HostFacts | null;
}

/** What is known of one host. */
export interface HostFacts {
  readonly id: string;
  /** Hosts every booking of ROUND_ROBIN, besides the one whose turn it is. */
  readonly isFixed?: boolean;
  /** They have taken so many turns more than others that they may take no more now. */
  readonly isTooFarAhead?: boolean;
  readonly schedule: Schedule;
  /** Time that is taken. Sorted by start. */
  readonly busy: readonly Busy[];
  readonly absences?: readonly Absence[];
  /** Limits on this host's bookings, whatever the event type. */
  readonly limits?: readonly LimitFacts[];
  /** A calendar of theirs cannot be read and nothing may be booked blindly; its name. */
  readonly unreadableCalendar?: string | null;
}

/** A booking of this event type with seats left or none. */
export interface SeatedBooking extends Interval {
  readonly hostIds: readonly string[];
  readonly seatsTaken: number;
}

/** Hosts of whom so many have to come; who is in no group always has to. */
export interface HostGroup {
  /** For people to read: `Surgeons`. */
  readonly name: string;
  readonly required: number;
  readonly hostIds: readonly string[];
}

/** What is known of a room or a piece of equipment. */
export interface ResourceFacts {
  readonly id: string;
  readonly name: string;
  /** When it can be had; `null`: always. */
  readonly schedule: Schedule | null;
  /** Time that is taken. Sorted by start. */
  readonly busy: readonly Busy[];
  /** Why it cannot be had at all: `is switched off`; `null` where it can. */
  readonly outOfUse: string | null;
}

/** Rooms or equipment of which a slot takes so many, the first that are free. */
export interface ResourceSet {
  readonly required: number;
  readonly resources: readonly ResourceFacts[];
}

export interface SlotFacts {
  readonly rules: SlotRules;
  /** In the order of their ids, so that equal facts give equal slots. */
  readonly hosts: readonly HostFacts[];
  /** Where not all hosts have to come. Nobody is in two of them. */
  readonly groups?: readonly HostGroup[];
  /** What a slot takes besides its hosts. Nothing is in two of them. */
  readonly resources?: readonly ResourceSet[];
  /** Limits of the event type, its owner, and the guest where one is known. */
  readonly limits?: readonly LimitFacts[];
  /** Bookings that may be joined, where the event type has seats. Sorted by start. */
  readonly seated?: readonly SeatedBooking[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Rules that ask nothing: what an event type starts from. */
export const plainRules: Omit<SlotRules, 'durations' | 'timeZone'> = {
  isActive: true,
  schedulingMode: 'SOLO',
  slotInterval: null,
  startOffset: 0,
  isOptimized: false,
  isFirstOfDayOnly: false,
  bufferBefore: 0,
  bufferAfter: 0,
  padsForeignEvents: true,
  minimumNotice: 0,
  window: { kind: 'UNLIMITED' },
  restriction: null,
  seats: null,
};

export type { Limit, LimitFacts };
