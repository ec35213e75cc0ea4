import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';

export interface ResourceSettings {
  name?: string | null;
  capacity?: number | null;
  scheduleId?: string | null;
  isActive?: boolean | null;
}

const MAX_CAPACITY = 100_000;

/** Refuses what no resource can have, naming the field. */
export function requireSoundResource({ name, capacity, scheduleId }: ResourceSettings): void {
  if (name != null && (name.trim() === '' || name.length > 200 || name.includes('\0')))
    throw badInput('name', '`name` must have 1 to 200 characters.', { max: 200 });
  if (capacity != null && (capacity < 1 || capacity > MAX_CAPACITY))
    throw badInput('capacity', `\`capacity\` must be 1 to ${MAX_CAPACITY}.`, { max: MAX_CAPACITY });
  if (scheduleId != null) requireId('sch', scheduleId, 'scheduleId');
}

/** Refuses hours that are somebody else's. A schedule that is being deleted is waited for, and then not found. */
export async function requireOwnSchedule(
  em: EntityManager,
  scheduleId: string | null | undefined,
  userId: string,
): Promise<void> {
  if (scheduleId == null) return;
  const own = await rows<Tables>(em)
    .selectFrom('Schedule')
    .select('id')
    .where('id', '=', scheduleId)
    .where('userId', '=', userId)
    .forKeyShare()
    .execute();
  if (own.length === 0) throw badInput('scheduleId', 'It must be a schedule of yours.');
}
