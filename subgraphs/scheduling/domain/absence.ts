/** Why somebody is away. */
export const absenceReasons = ['VACATION', 'SICK', 'TRAVEL', 'PUBLIC_HOLIDAY', 'OTHER'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** Illness is nobody's business but the team's. */
const textForGuests: Record<AbsenceReason, string> = {
  VACATION: 'Vacation',
  SICK: 'Out of office',
  TRAVEL: 'Travel',
  PUBLIC_HOLIDAY: 'Public holiday',
  OTHER: 'Out of office',
};

/** What guests read of an absence: its note where that is public, or what kind it is. */
export function absenceText(absence: {
  reason: AbsenceReason;
  note: string | null;
  isNotePublic: boolean;
}): string {
  return (absence.isNotePublic && absence.note) || textForGuests[absence.reason];
}

/** Somebody takes another one's bookings on some days, both included. Days since 1970-01-01. */
export interface Substitution {
  readonly userId: string;
  readonly standInId: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Stand-ins of stand-ins: so many people at the most between whoever is booked and whoever comes. */
export const MAX_STAND_INS = 5;

/** How many steps lead on from somebody; no more than `MAX_STAND_INS` are counted. */
function stepsFrom(start: string, next: ReadonlyMap<string, readonly string[]>) {
  const passed = new Set<string>();
  let level = new Set([start]);
  for (let steps = 0; ; steps++) {
    for (const id of level) passed.add(id);
    const following = new Set([...level].flatMap(id => next.get(id) ?? []));
    if (following.size === 0 || steps === MAX_STAND_INS) return { steps, passed };
    level = following;
  }
}

function edges(
  substitutions: readonly Substitution[],
  from: (s: Substitution) => string,
  to: (s: Substitution) => string,
) {
  const groups = Map.groupBy(substitutions, from);
  return new Map([...groups].map(([id, group]) => [id, group.map(to)]));
}

/**
 * Why a new substitution cannot be, or `null`: on one of its days the stand-ins lead back to whoever is away, or
 * are more than `MAX_STAND_INS` in a row. The known ones are without loops, and without the one being changed.
 */
export function standInFault(
  known: readonly Substitution[],
  added: Substitution,
): 'LOOP' | 'TOO_LONG' | null {
  // On any other day there are no more than on the last of these days before it.
  const days = [added.firstDay, ...known.map(({ firstDay }) => firstDay)].filter(
    day => day >= added.firstDay && day <= added.lastDay,
  );
  let fault: 'TOO_LONG' | null = null;
  for (const day of new Set(days)) {
    const current = known.filter(({ firstDay, lastDay }) => firstDay <= day && lastDay >= day);
    const onwards = stepsFrom(
      added.standInId,
      edges(
        current,
        s => s.userId,
        s => s.standInId,
      ),
    );
    if (onwards.passed.has(added.userId)) return 'LOOP';
    const backwards = stepsFrom(
      added.userId,
      edges(
        current,
        s => s.standInId,
        s => s.userId,
      ),
    );
    if (backwards.steps + 1 + onwards.steps > MAX_STAND_INS) fault = 'TOO_LONG';
  }
  return fault;
}
