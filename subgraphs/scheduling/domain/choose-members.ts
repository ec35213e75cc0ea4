import type { Chosen, ChosenTurn } from './chosen.ts';
import type { HostGroup } from './event-type.ts';
import { chooseTurn, type TurnTaker } from './round-robin.ts';
import type { Assignment } from './verdicts.ts';

/**
 * Of everybody who could come those who do: who is in no group that chooses, and of each group as many as it needs,
 * whose turn it is among its members by the rules of round robin.
 */
export function chooseMembers(open: readonly Assignment[], takers: readonly TurnTaker[]): Chosen {
  const chosen = open.filter(({ group }) => !group);
  const turns: ChosenTurn[] = [];
  const byGroup = new Map<HostGroup, Assignment[]>();
  for (const assignment of open)
    if (assignment.group)
      byGroup.set(assignment.group, [...(byGroup.get(assignment.group) ?? []), assignment]);
  for (const [{ required, hostIds }, members] of byGroup) {
    let waiting = takers.filter(({ hostId }) => hostIds.includes(hostId));
    let left = members;
    for (let count = 0; count < required; count++) {
      const turn = chooseTurn(waiting, new Set(left.map(({ placeId }) => placeId)));
      const one = left.find(({ placeId }) => placeId === turn?.hostId);
      if (!turn || !one) break;
      chosen.push(one);
      turns.push({ ...one, decision: turn.decision });
      left = left.filter(member => member !== one);
      waiting = waiting.filter(({ hostId }) => hostId !== one.placeId);
    }
  }
  return { chosen, turns };
}
