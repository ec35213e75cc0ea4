/** A host who could take a booking, and what they took before. */
export interface RoundRobinCandidate {
  readonly hostId: string;
  readonly assignments: number;
  /** Epoch milliseconds; `null`: never. */
  readonly lastAssignedAt: number | null;
}

/** Whoever has taken least; of those whoever waits longest; of those the lowest id. Never left to chance. */
export function chooseHost(candidates: readonly RoundRobinCandidate[]): string | null {
  const [first] = [...candidates].sort(
    (a, b) =>
      a.assignments - b.assignments ||
      (a.lastAssignedAt ?? 0) - (b.lastAssignedAt ?? 0) ||
      (a.hostId < b.hostId ? -1 : 1),
  );
  return first?.hostId ?? null;
}
