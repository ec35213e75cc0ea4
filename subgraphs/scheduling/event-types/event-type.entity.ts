import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { BookingLocation } from '../domain/booking.ts';
import type { BookingField } from '../domain/booking-fields.ts';
import { reasonRequirements } from '../domain/change-policy.ts';
import { schedulingModes, visibilities } from '../domain/event-type.ts';
import type { Limit } from '../domain/limits.ts';
import type { ManagedField } from '../domain/managed-event-type.ts';
import type { RecurrenceSetting } from '../domain/recurrence.ts';
import type { RoundRobinRules } from '../domain/round-robin.ts';

/** How far ahead can be booked, as it is stored: dates are dates of the owner's calendar, both included. */
export type StoredBookingWindow =
  | { kind: 'UNLIMITED' }
  | { kind: 'CALENDAR_DAYS' | 'BUSINESS_DAYS' | 'AVAILABLE_DAYS'; days: number }
  | { kind: 'DATES'; firstDate: string; lastDate: string };

export const EventTypeEntity = defineEntity({
  name: 'EventType',
  tableName: 'event_types',
  properties: {
    id: p.type(new TypeIdColumn('etp')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** `usr_…` or `team_…`. */
    ownerId: p.text(),
    slug: p.text(),
    title: p.text(),
    description: p.text().strictNullable(),
    isActive: p.boolean(),
    schedulingMode: p.enum(schedulingModes),
    durationMinutes: p.integer(),
    durationOptionsMinutes: p
      .array(value => Number(value))
      .$type<number[]>()
      .columnType('int[]'),
    slotIntervalMinutes: p.integer().strictNullable(),
    bufferBeforeMinutes: p.integer(),
    bufferAfterMinutes: p.integer(),
    minimumNoticeMinutes: p.integer(),
    startOffsetMinutes: p.integer(),
    isOptimized: p.boolean(),
    isFirstOfDayOnly: p.boolean(),
    /** Whether guests may ask for a meeting at once, which the first host who accepts gets. */
    isInstant: p.boolean(),
    /** How long hosts have to accept a meeting that is to start at once. */
    instantAcceptSeconds: p.integer(),
    padsForeignEvents: p.boolean(),
    bookingWindow: p.json().$type<StoredBookingWindow>(),
    restrictionScheduleId: p.type(new TypeIdColumn('sch')).$type<string | null>().strictNullable(),
    visibility: p.enum(visibilities),
    limits: p.json().$type<Limit[]>(),
    roundRobin: p.json().$type<RoundRobinRules>(),
    requiresConfirmation: p.boolean(),
    /** Only bookings that start sooner wait for a host; `null`: all. */
    confirmationThresholdMinutes: p.integer().strictNullable(),
    pendingTakesTime: p.boolean(),
    requiresPayment: p.boolean(),
    seatsPerSlot: p.integer().strictNullable(),
    disallowsCancellation: p.boolean().default(false),
    disallowsReschedule: p.boolean().default(false),
    cancellationCutoffMinutes: p.integer().strictNullable(),
    rescheduleCutoffMinutes: p.integer().strictNullable(),
    requiresCancellationReason: p.enum(reasonRequirements).default('NOBODY'),
    cancellationPolicy: p.text().strictNullable(),
    /** What guests may book as a series; `null`: single bookings only. */
    recurrence: p.json().$type<RecurrenceSetting | null>().strictNullable(),
    lockedTimeZone: p.text().strictNullable(),
    locations: p.json().$type<BookingLocation[]>(),
    /** Of whom so many come; the hosts say which one they are in. */
    hostGroups: p.json().$type<{ name: string; required: number }[]>(),
    resourceRequirements: p.json().$type<{ resourceIds: string[]; required: number }[]>(),
    bookingFields: p.json().$type<BookingField[]>(),
    /** What members may not change of theirs; `null`: it is no template. */
    lockedFields: p.array().$type<ManagedField[] | null>().columnType('text[]').strictNullable(),
    /** Whether everybody in the team gets one, whoever joins later included. */
    assignsAllMembers: p.boolean().default(false),
    /** The team's template that a member's event type was made from. */
    templateId: p.type(new TypeIdColumn('etp')).$type<string | null>().strictNullable(),
    /** Whether its template still decides about it. */
    isAssigned: p.boolean().default(false),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type EventTypeRow = InferEntity<typeof EventTypeEntity>;
