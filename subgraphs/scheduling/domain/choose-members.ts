import type { HostGroup } from './event-type.ts';
import { chooseTurn, type TurnTaker } from './round-robin.ts';
import type { Assignment } from './verdicts.ts';

/**
 * Of everybody who could come those who do: who is in no group that chooses, and of each group as many as it needs,
 * whose turn it is by the rules of round robin.
 */
export function chooseMembers(open: readonly Assignment[], takers: readonly TurnTaker[]): Assignment[] {
  const chosen = open.filter(({ group }) => !group);
  const byGroup = new Map<HostGroup, Assignment[]>();
  for (const assignment of open)
    if (assignment.group)
      byGroup.set(assignment.group, [...(byGroup.get(assignment.group) ?? []), assignment]);
  for (const [{ required }, members] of byGroup) {
    const left = [...members];
    for (let count = 0; count < required; count++) {
      const turn = chooseTurn(takers, new Set(left.map(({ placeId }) => placeId)));
      chosen.push(
        ...left.splice(
          left.findIndex(member => member.placeId === turn?.hostId),
          1,
        ),
      );
    }
  }
  return chosen;
}
