import { chooseMembers } from './choose-members.ts';
import type { SlotFacts } from './event-type.ts';
import { chooseHost, type RoundRobinCandidate } from './round-robin.ts';
import type { Assignment } from './verdicts.ts';

/** Of everybody who could host those who do: whose turn it is, so many of each group, or all. */
export function chooseAssignments(
  { rules, groups }: SlotFacts,
  open: readonly Assignment[],
  candidates: readonly RoundRobinCandidate[],
): readonly Assignment[] {
  if (rules.schedulingMode !== 'ROUND_ROBIN') return groups ? chooseMembers(open, candidates) : open;
  const places = new Set(open.map(({ placeId }) => placeId));
  const placeId = chooseHost(candidates.filter(({ hostId }) => places.has(hostId)));
  return open.filter(assignment => assignment.placeId === placeId);
}
