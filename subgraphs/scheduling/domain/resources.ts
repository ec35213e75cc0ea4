import type { ResourceFacts, ResourceSet, SlotFacts, SlotRules } from './event-type.ts';
import { heldByAtLeast, type Interval, intervalAt, merged, overlaps } from './interval.ts';
import { ALWAYS, freeStarts, type Opening, type Range, wantedOf } from './openings.ts';
import { hoursBetween } from './schedule.ts';
import { failing, iso, passing, type Verdict } from './verdict.ts';

/** What kinds of things can be taken besides people. */
export const resourceKinds = ['ROOM', 'EQUIPMENT'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

function hoursOf({ schedule }: ResourceFacts, range: Range): readonly Interval[] {
  return schedule ? merged(hoursBetween(schedule, range.from, range.to)) : ALWAYS;
}

/** Starts at which enough of a set is free. The grid is that of the hosts: a room has no say in it. */
export function openingOfSet(set: ResourceSet, rules: SlotRules, length: number, range: Range): Opening {
  const starts = heldByAtLeast(
    set.required,
    set.resources
      .filter(({ outOfUse }) => outOfUse === null)
      .map(resource => merged(freeStarts(resource, rules, hoursOf(resource, range), length))),
  );
  return { pieces: ALWAYS, openStarts: starts, starts };
}

const HOURS_AROUND_MS = 2 * 86_400_000;

/** Why a resource cannot be had for a slot, or `null`. */
function objection(resource: ResourceFacts, rules: SlotRules, slot: Interval): Verdict | null {
  const { name, outOfUse, busy } = resource;
  const refused = (message: string, opensIf: string) => ({
    ...failing('RESOURCE', `${name} ${message}`, opensIf),
    resourceId: resource.id,
  });
  if (outOfUse !== null) return refused(`${outOfUse}.`, `another one than ${name} is asked for`);
  const around = { from: slot.start - HOURS_AROUND_MS, to: slot.end + HOURS_AROUND_MS };
  const stretch = intervalAt(hoursOf(resource, around), slot.start);
  if (!stretch || stretch.end < slot.end)
    return refused('cannot be had then.', `its hours cover ${iso(slot.start)} to ${iso(slot.end)}`);
  const conflict = busy.find(taken => overlaps(taken, wantedOf(taken, rules, slot)));
  if (!conflict) return null;
  const span = `${iso(conflict.start)} to ${iso(conflict.end)}`;
  return refused(`is taken from ${span}, buffers included.`, `the time from ${span} becomes free`);
}

/** What a set says to a slot, and what of it would be taken. */
function judged({ required, resources }: ResourceSet, rules: SlotRules, slot: Interval) {
  const objections = resources.map(resource => objection(resource, rules, slot));
  const free = resources.filter((_, index) => objections[index] === null);
  return { objections: objections.filter(verdict => verdict !== null), taken: free.slice(0, required), free };
}

/** What rooms and equipment say to a slot: a word for each that would be taken, or for each that cannot be had. */
export function resourceVerdicts({ resources: sets = [], rules }: SlotFacts, slot: Interval): Verdict[] {
  return sets.flatMap(set => {
    const { objections, taken, free } = judged(set, rules, slot);
    if (free.length >= set.required)
      return taken.map(({ id, name }) => ({
        ...passing('RESOURCE', `${name} is free, buffers included.`),
        resourceId: id,
      }));
    if (set.required === set.resources.length) return objections;
    const names = set.resources.map(({ name }) => name).join(', ');
    const count = `${set.required} of ${names} ${set.required === 1 ? 'is' : 'are'} needed, ${free.length} ${free.length === 1 ? 'is' : 'are'} free.`;
    return [
      failing('RESOURCE', count, `${set.required - free.length} more of them can be had`),
      ...objections,
    ];
  });
}

/** The same sets, where those that a booking has already are taken again before others. */
export function withKeptFirst(sets: readonly ResourceSet[], keptIds: readonly string[]): ResourceSet[] {
  const isOther = (id: string) => Number(!keptIds.includes(id));
  return sets.map(set => ({
    ...set,
    resources: set.resources.toSorted((a, b) => isOther(a.id) - isOther(b.id)),
  }));
}

/** What an event tells of a booking's rooms: nothing where they stay the same. */
export function newRooms(
  before: { readonly resourceIds: readonly string[] },
  resourceIds: readonly string[],
): { resourceIds?: readonly string[] } {
  return resourceIds.join() === before.resourceIds.join() ? {} : { resourceIds };
}

/** What a slot takes besides its hosts: of each set the first that are free. */
export function chooseResources({ resources: sets = [], rules }: SlotFacts, slot: Interval): string[] {
  return sets.flatMap(set => judged(set, rules, slot).taken.map(({ id }) => id));
}
