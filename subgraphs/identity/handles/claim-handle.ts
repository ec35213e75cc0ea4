import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '#platform/errors.ts';
import { rows } from '#platform/orm.ts';
import { handleFault } from '../domain/handle.ts';
import type { Tables } from '../tables.ts';

/**
 * Takes a handle for its owner inside the current transaction, giving up the one held before. Returns whether
 * it was free: the primary key decides, so two who ask at once cannot both get it.
 */
export async function claimHandle(em: EntityManager, handle: string, ownerId: string): Promise<boolean> {
  const fault = handleFault(handle);
  if (fault) throw badInput('handle', fault);
  const taken = await rows<Tables>(em)
    .selectFrom('Handle')
    .select('ownerId')
    .where('handle', '=', handle)
    .executeTakeFirst();
  if (taken) return taken.ownerId === ownerId;
  const claimed = await rows<Tables>(em)
    .insertInto('Handle')
    .values({ handle, ownerId })
    .onConflict(conflict => conflict.column('ownerId').doUpdateSet({ handle }))
    .returning('handle')
    .execute();
  return claimed.length === 1;
}
