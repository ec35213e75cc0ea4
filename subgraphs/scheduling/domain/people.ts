import type { HostFacts } from './event-type.ts';

/** Hosts and whoever stands in for them, each once. */
export function peopleOf(hosts: readonly HostFacts[]): Map<string, HostFacts> {
  const people = new Map<string, HostFacts>();
  const add = (host: HostFacts) => {
    if (!people.has(host.id)) people.set(host.id, host);
    for (const { standIn } of host.absences ?? []) if (standIn) add(standIn);
  };
  for (const host of hosts) add(host);
  return people;
}

/** The same hosts with something filled in for each of them and of those who stand in for them. */
export function withEach(
  hosts: readonly HostFacts[],
  fill: (host: HostFacts) => Partial<HostFacts>,
): HostFacts[] {
  const filled = (host: HostFacts): HostFacts => ({
    ...host,
    ...fill(host),
    absences: (host.absences ?? []).map(absence => ({
      ...absence,
      standIn: absence.standIn ? filled(absence.standIn) : null,
    })),
  });
  return hosts.map(filled);
}
