import { badInput } from '#platform/errors.ts';
import { fieldsFault } from '../domain/booking-fields.ts';
import { ACCEPT_SECONDS } from '../domain/instant.ts';
import { limitScopes } from '../domain/limits.ts';
import { plainRoundRobin, type RoundRobinRules } from '../domain/round-robin.ts';
import { type GivenRequirement, readRequirements } from '../resources/read-requirements.ts';
import type { EventTypeRow } from './event-type.entity.ts';
import { type GivenBookingWindow, readBookingWindow } from './read-booking-window.ts';
import { type GivenHostGroup, readHostGroups } from './read-host-groups.ts';
import { type GivenLimit, readLimits } from './read-limits.ts';

/** What an event type can be changed to; `undefined` leaves a setting as it is. */
export type EventTypeSettings = {
  [Key in Exclude<keyof EventTypeRow, ReadSetting>]?: EventTypeRow[Key] | null | undefined;
} & {
  bookingWindow?: GivenBookingWindow | null;
  limits?: readonly GivenLimit[] | null;
  hostGroups?: readonly GivenHostGroup[] | null;
  resourceRequirements?: readonly GivenRequirement[] | null;
  /** Replaces all of it: what is left out is as in a new event type. */
  roundRobin?: RoundRobinRules | null;
};

/** Settings that are not stored as they are given. */
type ReadSetting = 'bookingWindow' | 'limits' | 'hostGroups' | 'resourceRequirements' | 'roundRobin';

interface Bounds {
  min: number;
  max: number;
}

const MINUTES_OF_A_DAY: Bounds = { min: 1, max: 1440 };
const OFFSET: Bounds = { min: 0, max: 1439 };
const BUFFER: Bounds = { min: 0, max: 480 };
const YEAR: Bounds = { min: 0, max: 525_600 };
const SEATS: Bounds = { min: 2, max: 1000 };
const LEAD: Bounds = { min: 1, max: 1000 };
const THRESHOLD: Bounds = { min: 1, max: 525_600 };
const OCCURRENCES: Bounds = { min: 2, max: 104 };
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LOCATION_KINDS = new Set(['IN_PERSON', 'PHONE', 'LINK']);

function requireWithin(field: string, value: number | null | undefined, { min, max }: Bounds): void {
  if (value != null && (value < min || value > max))
    throw badInput(field, `\`${field}\` must be ${min} to ${max}.`);
}

function requireText(field: string, text: string | null | undefined, max: number): void {
  if (text != null && (text.trim() === '' || text.length > max || text.includes('\0'))) {
    throw badInput(field, `\`${field}\` must have 1 to ${max} characters.`);
  }
}

/** Refuses settings that no event type can have, naming the first field that is wrong. */
export function requireSoundSettings(settings: EventTypeSettings): void {
  requireText('title', settings.title, 200);
  requireText('description', settings.description || undefined, 5000);
  if (settings.slug != null && (!SLUG.test(settings.slug) || settings.slug.length > 60)) {
    throw badInput(
      'slug',
      '`slug` must be 1 to 60 lower case letters, digits and single hyphens between them.',
    );
  }
  requireWithin('durationMinutes', settings.durationMinutes, MINUTES_OF_A_DAY);
  requireWithin('slotIntervalMinutes', settings.slotIntervalMinutes, MINUTES_OF_A_DAY);
  requireWithin('startOffsetMinutes', settings.startOffsetMinutes, OFFSET);
  requireWithin('bufferBeforeMinutes', settings.bufferBeforeMinutes, BUFFER);
  requireWithin('bufferAfterMinutes', settings.bufferAfterMinutes, BUFFER);
  requireWithin('minimumNoticeMinutes', settings.minimumNoticeMinutes, YEAR);
  requireWithin('cancellationCutoffMinutes', settings.cancellationCutoffMinutes, YEAR);
  requireWithin('rescheduleCutoffMinutes', settings.rescheduleCutoffMinutes, YEAR);
  requireText('cancellationPolicy', settings.cancellationPolicy, 2000);
  requireWithin('seatsPerSlot', settings.seatsPerSlot, SEATS);
  requireWithin('roundRobin.maximumLead', settings.roundRobin?.maximumLead, LEAD);
  requireWithin('instantAcceptSeconds', settings.instantAcceptSeconds, ACCEPT_SECONDS);
  requireWithin('confirmationThresholdMinutes', settings.confirmationThresholdMinutes, THRESHOLD);
  requireWithin('recurrence.maxOccurrences', settings.recurrence?.maxOccurrences, OCCURRENCES);
  if (settings.recurrence?.frequencies.length === 0)
    throw badInput('recurrence.frequencies', 'Allow one frequency at least, or give null.');
  const options = settings.durationOptionsMinutes ?? [];
  if (options.length > 10) throw badInput('durationOptionsMinutes', 'Up to 10 durations can be offered.');
  for (const option of options) requireWithin('durationOptionsMinutes', option, MINUTES_OF_A_DAY);
  requireSoundLocations(settings.locations ?? []);
  const fault = fieldsFault(settings.bookingFields ?? []);
  if (fault) throw badInput('bookingFields', fault);
}

/** One host accepts for everybody: nobody else has to come, and nothing else is waited for. */
function requireFitForInstant(
  steps: Pick<EventTypeRow, 'requiresPayment' | 'seatsPerSlot' | 'schedulingMode'>,
): void {
  if (steps.schedulingMode !== 'SOLO' && steps.schedulingMode !== 'ROUND_ROBIN')
    throw badInput('isInstant', 'A meeting that several hosts attend cannot be accepted by one of them.');
  if (steps.requiresPayment) throw badInput('isInstant', 'A meeting at once cannot wait for a payment.');
  if (steps.seatsPerSlot !== null) throw badInput('isInstant', 'A meeting at once has no seats to share.');
}

/** Refuses steps on the way to a booking that do not go together. */
export function requireFittingSteps(
  steps: Pick<
    EventTypeRow,
    'requiresConfirmation' | 'requiresPayment' | 'seatsPerSlot' | 'isInstant' | 'schedulingMode'
  >,
): void {
  if (steps.requiresConfirmation && steps.requiresPayment) {
    throw badInput('requiresPayment', 'A booking waits for a host or for a payment, not for both.');
  }
  if (steps.isInstant) requireFitForInstant(steps);
  if (steps.seatsPerSlot === null) return;
  // Who comes second would join a booking that may never take place.
  if (steps.requiresConfirmation)
    throw badInput('requiresConfirmation', 'Slots that guests share are confirmed at once.');
  if (steps.requiresPayment)
    throw badInput('requiresPayment', 'Slots that guests share cannot wait for a payment.');
}

function requireSoundLocations(locations: readonly { kind: string; label: string }[]): void {
  if (locations.length > 10) throw badInput('locations', 'Up to 10 locations can be offered.');
  for (const { kind, label } of locations) {
    if (!LOCATION_KINDS.has(kind)) throw badInput('locations', '`kind` must be IN_PERSON, PHONE or LINK.');
    requireText('locations', label, 500);
  }
}

/** Settings that may be emptied by `null`; of the others `null` means the same as nothing. */
const CLEARABLE = [
  'description',
  'slotIntervalMinutes',
  'restrictionScheduleId',
  'lockedTimeZone',
  'seatsPerSlot',
  'confirmationThresholdMinutes',
  'cancellationCutoffMinutes',
  'rescheduleCutoffMinutes',
  'cancellationPolicy',
] as const;
const SETTABLE = [
  'title',
  'slug',
  'isActive',
  'durationMinutes',
  'durationOptionsMinutes',
  'startOffsetMinutes',
  'isOptimized',
  'isFirstOfDayOnly',
  'isInstant',
  'instantAcceptSeconds',
  'padsForeignEvents',
  'visibility',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'minimumNoticeMinutes',
  'requiresConfirmation',
  'pendingTakesTime',
  'requiresPayment',
  'locations',
  'bookingFields',
  'disallowsCancellation',
  'disallowsReschedule',
  'requiresCancellationReason',
] as const;

/** The settings that are given, as plain values that can be stored. Refuses windows and limits that make no sense. */
export function givenSettings(settings: EventTypeSettings): Partial<EventTypeRow> {
  const given: Record<string, unknown> = {};
  for (const key of SETTABLE) if (settings[key] != null) given[key] = plain(settings[key]);
  for (const key of CLEARABLE) if (settings[key] !== undefined) given[key] = settings[key];
  if (settings.recurrence !== undefined)
    given['recurrence'] = settings.recurrence && plain(settings.recurrence);
  if (settings.bookingWindow) given['bookingWindow'] = readBookingWindow(settings.bookingWindow);
  if (settings.roundRobin) given['roundRobin'] = { ...plainRoundRobin, ...plain(settings.roundRobin) };
  if (settings.limits) given['limits'] = readLimits(settings.limits, limitScopes);
  if (settings.hostGroups) given['hostGroups'] = readHostGroups(settings.hostGroups);
  if (settings.resourceRequirements)
    given['resourceRequirements'] = readRequirements(settings.resourceRequirements);
  return given as Partial<EventTypeRow>;
}

/** Input classes are not plain objects; JSON columns want those. */
function plain<T>(value: T): T {
  return typeof value === 'object' ? (JSON.parse(JSON.stringify(value)) as T) : value;
}
