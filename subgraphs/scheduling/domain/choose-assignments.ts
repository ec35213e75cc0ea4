import { chooseMembers } from './choose-members.ts';
import type { Chosen } from './chosen.ts';
import type { SlotFacts } from './event-type.ts';
import { chooseTurn, type TurnTaker } from './round-robin.ts';
import type { Assignment } from './verdicts.ts';

/** For how many bookings of a series each place could be filled. */
export type Usefulness = ReadonlyMap<string, number>;

/** Guests meet the same host as often as can be: whoever can take most of a series comes first. */
function mostUseful(placeIds: readonly string[], usefulness: Usefulness): Set<string> {
  const usefulnessOf = (placeId: string) => usefulness.get(placeId) ?? 0;
  const most = Math.max(...placeIds.map(usefulnessOf));
  return new Set(placeIds.filter(placeId => usefulnessOf(placeId) === most));
}

/**
 * Of everybody who could host those who do: so many of each group, or all, or whose turn it is, after those who always
 * host.
 */
export function chooseAssignments(
  { rules, groups, hosts }: SlotFacts,
  open: readonly Assignment[],
  takers: readonly TurnTaker[],
  usefulness: Usefulness = new Map(),
): Chosen {
  if (rules.schedulingMode !== 'ROUND_ROBIN')
    return groups ? chooseMembers(open, takers) : { chosen: open, turns: [] };
  const fixed = new Set(hosts.flatMap(({ id, isFixed }) => (isFixed ? [id] : [])));
  const free = new Map(open.filter(({ placeId }) => !fixed.has(placeId)).map(one => [one.placeId, one]));
  const always = new Map(open.filter(({ placeId }) => fixed.has(placeId)).map(one => [one.placeId, one]));
  const asked = mostUseful([...free.keys()], usefulness);
  const turn = chooseTurn(takers, new Set(free.keys()), asked);
  const inTurn = turn && free.get(turn.hostId);
  if (!inTurn) return { chosen: [...always.values()], turns: [] };
  return { chosen: [...always.values(), inTurn], turns: [{ ...inTurn, decision: turn.decision }] };
}
