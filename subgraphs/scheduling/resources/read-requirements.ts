import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import type { Tables } from '../tables.ts';

/** Rooms or equipment as a caller asks for them. */
export interface GivenRequirement {
  readonly resourceIds: readonly string[];
  /** Left out: all of them. */
  readonly required?: number | null;
}

type Requirement = EventTypeRow['resourceRequirements'][number];

const MAX_SETS = 10;
const MAX_RESOURCES = 50;

/** The requirements that are meant, or a refusal that names what is wrong. */
export function readRequirements(given: readonly GivenRequirement[]): Requirement[] {
  if (given.length > MAX_SETS)
    throw badInput('resourceRequirements', `There can be up to ${MAX_SETS} of them.`, { max: MAX_SETS });
  const seen = new Set<string>();
  return given.map(({ resourceIds, required }, index) => {
    const field = `resourceRequirements[${index}]`;
    if (resourceIds.length === 0 || resourceIds.length > MAX_RESOURCES)
      throw badInput(`${field}.resourceIds`, `It must name 1 to ${MAX_RESOURCES} resources.`, {
        max: MAX_RESOURCES,
      });
    for (const id of resourceIds) {
      requireId('res', id, `${field}.resourceIds`);
      if (seen.has(id)) throw badInput(`${field}.resourceIds`, 'Every resource is named once.');
      seen.add(id);
    }
    const count = required ?? resourceIds.length;
    if (count < 1 || count > resourceIds.length)
      throw badInput(`${field}.required`, `\`required\` must be 1 to ${resourceIds.length} here.`, {
        max: resourceIds.length,
      });
    return { resourceIds: [...resourceIds], required: count };
  });
}

/** Refuses resources that do not belong to the owner of the event type. One that is being deleted is waited for. */
export async function requireOwnResources(
  em: EntityManager,
  ownerId: string,
  requirements: readonly Requirement[] | undefined,
): Promise<void> {
  const ids = (requirements ?? []).flatMap(({ resourceIds }) => resourceIds);
  if (ids.length === 0) return;
  const own = await rows<Tables>(em)
    .selectFrom('Resource')
    .select('id')
    .where('id', 'in', ids)
    .where('ownerId', '=', ownerId)
    .forKeyShare()
    .execute();
  if (own.length < ids.length)
    throw badInput('resourceRequirements', 'They must be resources of the owner of the event type.');
}
