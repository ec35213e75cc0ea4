/** Facts by chance, around a change of clocks of a zone by chance. */
import fc from 'fast-check';
import {
  type Absence,
  type BookingWindow,
  type HostFacts,
  type HostGroup,
  type Limit,
  type LimitFacts,
  plainRules,
  type ResourceFacts,
  type ResourceSet,
  type SlotFacts,
  schedulingModes,
} from '../event-type.ts';
import { limitPeriods, limitUnits } from '../limits.ts';
import { anyBusy, length, nearMinute, sortedByStart } from './any-busy.ts';
import {
  anySchedule,
  anyTransition,
  anyZone,
  nearDay,
  often,
  type Placed,
  placed,
  type Transition,
} from './any-schedule.ts';
import { DAY, MINUTE } from './transitions.ts';

interface DrawnLimit {
  unit: Limit['unit'];
  period: Limit['period'];
  days: number;
  max: number;
  zone: Placed<string>;
  used: [number, number][];
}

const anyLimits: fc.Arbitrary<Placed<readonly LimitFacts[]>> = placed(
  often(
    4,
    fc.constant<DrawnLimit[]>([]),
    fc.array(
      fc.record({
        unit: fc.constantFrom(...limitUnits),
        period: fc.constantFrom(...limitPeriods),
        days: fc.integer({ min: 1, max: 3 }),
        max: fc.integer({ min: 1, max: 4 }),
        zone: anyZone,
        used: fc.array(fc.tuple(nearMinute, length), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  (limits, place) =>
    limits.map(({ unit, period, days, max, zone, used }) => ({
      limit: {
        scope: 'HOST',
        unit,
        period,
        days: period === 'ROLLING' ? days : null,
        max: unit === 'MINUTES' ? max * 60 : max,
      },
      timeZone: zone(place),
      used: sortedByStart(
        used.map(([from, minutes]) => ({
          start: place.at + from * MINUTE,
          end: place.at + (from + minutes) * MINUTE,
        })),
      ),
    })),
);

/** Absences in a row, so that they do not overlap. */
const anyAbsences = (standIns: number): fc.Arbitrary<(id: string) => Placed<readonly Absence[]>> =>
  fc
    .array(
      fc.record({
        gap: fc.nat(3),
        days: fc.nat(2),
        standIn: standIns > 0 ? fc.option(anyHost(standIns - 1)) : fc.constant(null),
      }),
      { maxLength: 2 },
    )
    .map(absences => id => place => {
      let next = place.day - 3;
      return absences.map(({ gap, days, standIn }, index) => {
        const firstDay = next + gap;
        const lastDay = firstDay + days;
        next = lastDay + 1;
        const deputy = standIn?.(`${id}${index}`)(place) ?? null;
        return { firstDay, lastDay, reason: 'Vacation', standIn: deputy };
      });
    });

function anyHost(standIns: number): fc.Arbitrary<(id: string) => Placed<HostFacts>> {
  return fc
    .record({
      schedule: anySchedule,
      busy: anyBusy,
      absences: often(2, fc.constant(null), anyAbsences(standIns)),
      limits: anyLimits,
      unreadableCalendar: often(19, fc.constant(null), fc.constant('Work')),
      isFixed: often(4, fc.constant(false), fc.constant(true)),
      isTooFarAhead: often(9, fc.constant(false), fc.constant(true)),
    })
    .map(({ schedule, busy, absences, limits, ...plain }) => id => place => ({
      id,
      ...plain,
      schedule: schedule(place),
      busy: busy(place),
      absences: absences?.(id)(place) ?? [],
      limits: limits(place),
    }));
}

const anyWindow: fc.Arbitrary<Placed<BookingWindow>> = placed(
  fc.record({
    kind: fc.constantFrom(
      'UNLIMITED',
      'UNLIMITED',
      'CALENDAR_DAYS',
      'BUSINESS_DAYS',
      'AVAILABLE_DAYS',
      'DATES',
    ),
    days: fc.nat(4),
    first: nearDay,
  }),
  ({ kind, days, first }, { day }): BookingWindow => {
    if (kind === 'DATES') return { kind, firstDay: day + first, lastDay: day + first + days };
    if (kind === 'AVAILABLE_DAYS') return { kind, days: days + 1 };
    return kind === 'UNLIMITED' ? { kind } : { kind: kind as 'CALENDAR_DAYS' | 'BUSINESS_DAYS', days };
  },
);

const anyRules = fc.record({
  isActive: often(49, fc.constant(true), fc.constant(false)),
  schedulingMode: fc.constantFrom(...schedulingModes),
  duration: often(6, fc.constantFrom(15, 20, 30, 45, 60, 90), fc.constantFrom(7, 25, 240, 1440)),
  slotInterval: often(1, fc.constant(null), fc.constantFrom(10, 15, 20, 30, 45, 60, 7, 25, 120)),
  startOffset: often(3, fc.constant(0), fc.constantFrom(5, 10, 7, 30)),
  isOptimized: often(3, fc.constant(false), fc.constant(true)),
  isFirstOfDayOnly: often(5, fc.constant(false), fc.constant(true)),
  bufferBefore: often(1, fc.constant(0), fc.constantFrom(5, 10, 30, 7)),
  bufferAfter: often(1, fc.constant(0), fc.constantFrom(5, 10, 30, 7)),
  padsForeignEvents: fc.boolean(),
  minimumNotice: often(1, fc.constant(0), fc.constantFrom(60, 1, 1440)),
  window: anyWindow,
  restriction: often(4, fc.constant(null), anySchedule),
  zone: anyZone,
});

/** Groups of all hosts but the first few, who have to come in any case. */
const anyGroups = fc.option(
  fc.record({
    alone: often(1, fc.constant(0), fc.nat(1)),
    size: fc.integer({ min: 1, max: 4 }),
    required: fc.nat(3),
  }),
  { freq: 2 },
);

function groupsOf(
  hosts: readonly HostFacts[],
  { alone, size, required }: { alone: number; size: number; required: number },
) {
  const ids = hosts.map(({ id }) => id).slice(alone);
  const groups: HostGroup[] = [];
  for (let first = 0; first < ids.length; first += size) {
    const hostIds = ids.slice(first, first + size);
    groups.push({ name: `Group ${first}`, hostIds, required: 1 + ((required + first) % hostIds.length) });
  }
  return groups;
}

const anyResource: fc.Arbitrary<Placed<Omit<ResourceFacts, 'id' | 'name'>>> = placed(
  fc.record({
    schedule: often(2, fc.constant(null), anySchedule),
    busy: anyBusy,
    outOfUse: often(9, fc.constant(null), fc.constant('is switched off')),
  }),
  ({ schedule, busy, outOfUse }, place) => ({
    schedule: schedule?.(place) ?? null,
    busy: busy(place),
    outOfUse,
  }),
);

interface DrawnSet {
  required: number;
  resources: Placed<Omit<ResourceFacts, 'id' | 'name'>>[];
}

const anyResources: fc.Arbitrary<Placed<readonly ResourceSet[]>> = placed(
  often(
    2,
    fc.constant<DrawnSet[]>([]),
    fc.array(
      fc.record({ required: fc.nat(2), resources: fc.array(anyResource, { minLength: 1, maxLength: 3 }) }),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  (sets, place) =>
    sets.map(({ required, resources }, set) => ({
      required: 1 + (required % resources.length),
      resources: resources.map((resource, index) => ({
        id: `r${set}${index}`,
        name: `Room ${set}${index}`,
        ...resource(place),
      })),
    })),
);

/** The first is stood in for by the last, who may host as well. */
function mutual([first, ...others]: readonly HostFacts[]): HostFacts[] {
  const last = others.at(-1);
  if (!first || !last) return first ? [first] : [];
  return [
    { ...first, absences: first.absences?.map(absence => ({ ...absence, standIn: last })) ?? [] },
    ...others,
  ];
}

export interface Case {
  readonly facts: SlotFacts;
  readonly from: number;
  readonly to: number;
  readonly duration: number;
}

/** A question about some hours around a change of clocks, and the facts that answer it. */
export const caseAround = (transition: fc.Arbitrary<Transition>): fc.Arbitrary<Case> =>
  fc
    .record({
      transition,
      rules: anyRules,
      hosts: fc.array(anyHost(2), { minLength: 1, maxLength: 4 }),
      groups: anyGroups,
      resources: anyResources,
      limits: anyLimits,
      isMutual: fc.boolean(),
      notBefore: often(2, fc.integer({ min: 0, max: 6 * 1440 }), fc.integer({ min: -1440, max: 0 })),
      from: fc.integer({ min: -2 * 1440, max: 1440 }),
      minutes: often(3, fc.integer({ min: 1440, max: 3 * 1440 }), fc.integer({ min: 1, max: 1440 })),
    })
    .map(({ transition, rules: { duration, zone, window, restriction, ...rules }, ...drawn }) => {
      const place = { ...transition, day: Math.floor(transition.at / DAY) };
      const from = place.at + drawn.from * MINUTE;
      const isGrouped = rules.schedulingMode === 'COLLECTIVE' && drawn.groups !== null;
      const count = { SOLO: 1, ROUND_ROBIN: 3, COLLECTIVE: isGrouped ? 4 : 3 }[rules.schedulingMode];
      const drawnHosts = drawn.hosts.slice(0, count).map((host, index) => host('abcd'.charAt(index))(place));
      const inTurn = rules.schedulingMode === 'ROUND_ROBIN';
      const takingTurns = inTurn
        ? drawnHosts
        : drawnHosts.map(host => ({ ...host, isFixed: false, isTooFarAhead: false }));
      const hosts = drawn.isMutual ? mutual(takingTurns) : takingTurns;
      const facts: SlotFacts = {
        rules: {
          ...plainRules,
          ...rules,
          window: window(place),
          restriction: restriction?.(place) ?? null,
          durations: [duration, 30],
          timeZone: zone(place),
        },
        hosts,
        ...(isGrouped && drawn.groups && { groups: groupsOf(hosts, drawn.groups) }),
        resources: drawn.resources(place),
        limits: drawn.limits(place),
        now: place.at - drawn.notBefore * MINUTE,
      };
      return { facts, from, to: from + drawn.minutes * MINUTE, duration };
    });

export const anyCase = caseAround(anyTransition);
