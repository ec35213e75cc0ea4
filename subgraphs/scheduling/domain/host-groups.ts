import type { HostGroup } from './event-type.ts';
import { byDay } from './grid.ts';
import { heldByAtLeast, type Interval, intervalAt, merged } from './interval.ts';
import type { Candidate, Opening, Role } from './openings.ts';

/** A group of places of which only some have to be filled, by so many different people. */
export interface Pool {
  readonly group: HostGroup;
  readonly roles: readonly Role[];
}

interface Places {
  /** All of them have to be filled. */
  readonly together: readonly Role[];
  readonly pools: readonly Pool[];
}

/** Who needs all its members is like everybody who is in no group: each of these places has to be filled. */
export function placesOf(roles: readonly Role[], groups: readonly HostGroup[]): Places {
  const choosing = groups.filter(({ required, hostIds }) => required !== hostIds.length);
  const pools = choosing.map(group => ({
    group,
    roles: roles.filter(({ hostId }) => group.hostIds.includes(hostId)),
  }));
  const pooled = new Set(pools.flatMap(pool => pool.roles.map(role => role.hostId)));
  return { together: roles.filter(({ hostId }) => !pooled.has(hostId)), pools };
}

/** Members, and who stands in for them, each once however many places they could fill. */
function peopleOf({ roles }: Pool): (readonly Candidate[])[] {
  const candidates = roles.flatMap(role => role.candidates);
  return [...Map.groupBy(candidates, ({ host }) => host.id).values()];
}

/**
 * What a pool leaves open: whenever enough people could come, whoever they are. Some of them may be at work around the
 * clock, so that the grid begins anew at the owner's midnights.
 */
export function openingOfPool(pool: Pool, timeZone: string): Opening {
  const people = peopleOf(pool);
  const enough = (read: (candidate: Candidate) => readonly Interval[]) =>
    heldByAtLeast(
      pool.group.required,
      people.map(candidates => merged(candidates.flatMap(read).sort((a, b) => a.start - b.start))),
    );
  return {
    pieces: byDay(
      enough(candidate => candidate.pieces),
      timeZone,
    ),
    openStarts: enough(candidate => candidate.openStarts),
    starts: enough(candidate => candidate.starts),
  };
}

/** A place, and who would fill it at some start. */
export interface Filling {
  readonly role: Role;
  readonly by: Candidate;
}

/** How places could be filled at a start, each person named once. */
export function fillingsAt({ roles }: Pick<Pool, 'roles'>, start: number): Filling[] {
  const fillings = new Map<string, Filling>();
  for (const role of roles) {
    for (const by of role.candidates) {
      if (!fillings.has(by.host.id) && intervalAt(by.starts, start)) fillings.set(by.host.id, { role, by });
    }
  }
  return [...fillings.values()];
}
