import type { SlotFacts } from './event-type.ts';
import type { Slot } from './slots.ts';
import { dayAt, instantOf, MINUTE_MS } from './zone.ts';

/** What became different between two lists of slots of one query. A slot is known by its start. */
export interface SlotChanges {
  readonly added: readonly Slot[];
  readonly removed: readonly Slot[];
}

/** From one list to the next, both in order. Other hosts or seats of a slot that stays are no change. */
export function changesBetween(before: readonly Slot[], after: readonly Slot[]): SlotChanges {
  const [known, current] = [startsOf(before), startsOf(after)];
  return {
    added: after.filter(slot => !known.has(slot.start)),
    removed: before.filter(slot => !current.has(slot.start)),
  };
}

const startsOf = (slots: readonly Slot[]) => new Set(slots.map(slot => slot.start));

export function isNothing({ added, removed }: SlotChanges): boolean {
  return added.length === 0 && removed.length === 0;
}

/** Consecutive changes as one: what came and went again is left out. */
export function netChanges(changes: readonly SlotChanges[]): SlotChanges {
  const [added, removed] = [new Map<number, Slot>(), new Map<number, Slot>()];
  for (const change of changes) {
    for (const slot of change.removed) if (!added.delete(slot.start)) removed.set(slot.start, slot);
    for (const slot of change.added) if (!removed.delete(slot.start)) added.set(slot.start, slot);
  }
  const inOrder = (slots: Map<number, Slot>) => [...slots.values()].sort((a, b) => a.start - b.start);
  return { added: inOrder(added), removed: inOrder(removed) };
}

/**
 * The next instant at which time alone can change the slots before `to`: the soonest one comes too close, or a
 * day begins and the booking window moves on. Infinity where neither will happen.
 */
export function nextChangeAt({ rules, now }: SlotFacts, slots: readonly Slot[], to: number): number {
  const [soonest] = slots;
  // A slot that starts exactly as far ahead as the notice asks can still be booked.
  const closing = soonest ? soonest.start - rules.minimumNotice * MINUTE_MS + 1 : Number.POSITIVE_INFINITY;
  const isMoving = rules.window.kind !== 'UNLIMITED' && rules.window.kind !== 'DATES';
  if (!isMoving || to <= now) return closing;
  return Math.min(closing, instantOf(rules.timeZone, dayAt(rules.timeZone, now) + 1, 0));
}
