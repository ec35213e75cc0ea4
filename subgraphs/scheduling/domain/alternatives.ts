import type { SlotFacts } from './event-type.ts';
import { openingOfPool, type Pool, placesOf } from './host-groups.ts';
import { type Opening, openingOf, type Range, type Role, rolesOf } from './openings.ts';
import { openingOfSet } from './resources.ts';

/** One way to fill the places of an event type. */
export interface Alternative {
  /** Places that all have to be filled. */
  readonly together: readonly Role[];
  /** Places of which some have to be. */
  readonly pools: readonly Pool[];
  /** What these, and what is needed whoever comes, leave open. */
  readonly opening: Opening;
}

const NO_POOLS: readonly Pool[] = [];

/** Whoever takes turns, each with those who always host; where nobody does, these. */
function turnsOf(roles: readonly Role[]): (readonly Role[])[] {
  const fixed = roles.filter(({ isFixed }) => isFixed);
  if (fixed.length === roles.length) return [fixed];
  return roles.filter(({ isFixed }) => !isFixed).map(role => [...fixed, role]);
}

/**
 * All ways to fill the places of a slot: for ROUND_ROBIN each host in turn, else one in which all of them come,
 * or so many of each group.
 */
export function alternativesOf(facts: SlotFacts, length: number, range: Range): Alternative[] {
  const { rules, groups = [], resources = [] } = facts;
  const roles = rolesOf(facts, length, range);
  if (roles.length === 0) return [];
  const sets = resources.map(set => openingOfSet(set, rules, length, range));
  if (rules.schedulingMode === 'ROUND_ROBIN') {
    return turnsOf(roles).map(together => {
      return { together, pools: NO_POOLS, opening: openingOf(together, sets, facts, length, range) };
    });
  }
  const { together, pools } =
    groups.length > 0 ? placesOf(roles, groups) : { together: roles, pools: NO_POOLS };
  const others = [...pools.map(pool => openingOfPool(pool, rules.timeZone)), ...sets];
  return [{ together, pools, opening: openingOf(together, others, facts, length, range) }];
}
