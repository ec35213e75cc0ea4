import { badInput } from '#platform/errors.ts';
import type { SchedulingMode } from '../domain/event-type.ts';

/** A group as a caller writes it. */
export interface GivenHostGroup {
  readonly name: string;
  readonly required: number;
}

const MAX_GROUPS = 20;
const MAX_REQUIRED = 200;

/** The groups that are meant, or a refusal that names what is wrong. */
export function readHostGroups(given: readonly GivenHostGroup[]): GivenHostGroup[] {
  if (given.length > MAX_GROUPS)
    throw badInput('hostGroups', `There can be up to ${MAX_GROUPS} groups.`, { max: MAX_GROUPS });
  const seen = new Set<string>();
  return given.map(({ name, required }, index) => {
    const field = `hostGroups[${index}]`;
    if (name.trim() === '' || name.length > 100 || name.includes('\0'))
      throw badInput(`${field}.name`, 'A group has a name of 1 to 100 characters.', { max: 100 });
    if (seen.has(name)) throw badInput(`${field}.name`, 'Every group has a name of its own.');
    if (required < 1 || required > MAX_REQUIRED)
      throw badInput(`${field}.required`, `\`required\` must be 1 to ${MAX_REQUIRED}.`, {
        max: MAX_REQUIRED,
      });
    seen.add(name);
    return { name, required };
  });
}

interface Grouping {
  schedulingMode: SchedulingMode;
  groups: readonly GivenHostGroup[];
  hosts: readonly { groupName?: string | null | undefined }[];
}

/** Refuses groups that could never come together: nobody could book then. */
export function requireSoundGroups({ schedulingMode, groups, hosts }: Grouping): void {
  if (groups.length > 0 && schedulingMode !== 'COLLECTIVE')
    throw badInput('hostGroups', 'Only hosts of a COLLECTIVE event type come in groups.');
  for (const { groupName } of hosts) {
    if (groupName != null && !groups.some(({ name }) => name === groupName))
      throw badInput('hosts', `There is no group “${groupName}” among \`hostGroups\`.`);
  }
  for (const { name, required } of groups) {
    const members = hosts.filter(({ groupName }) => groupName === name).length;
    if (members < required)
      throw badInput('hostGroups', `“${name}” needs ${required} of its hosts and has ${members}.`);
  }
}
