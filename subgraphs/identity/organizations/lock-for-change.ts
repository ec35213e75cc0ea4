import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';

/** Organizations, teams and invitations change one at a time. What was read before has to be read again. */
export async function lockForChange(em: EntityManager, ids: readonly string[]): Promise<void> {
  await sql`select lock_for_change(${ids.map(uuidOf)}::uuid[])`.execute(statements(em));
}
