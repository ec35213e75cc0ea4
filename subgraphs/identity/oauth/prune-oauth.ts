import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { statements } from '#platform/orm.ts';

/** Deletes what is over: nothing here is read again after its end. */
export async function pruneOauth(em: EntityManager, now: number): Promise<void> {
  const at = new Date(now);
  await sql`with tokens as (delete from oauth_access_tokens where expires_at <= ${at}),
    artifacts as (delete from oauth_artifacts where expires_at <= ${at})
    delete from oauth_grants where expires_at <= ${at}`.execute(statements(em));
}
