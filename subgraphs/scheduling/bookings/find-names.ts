import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { statements } from '#platform/orm.ts';

/** Names of hosts. On the transaction's own connection: a second one for every booking could use up the pool. */
export async function findNames(em: EntityManager, hostIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select owners.name from unnest(${hostIds as string[]}::text[]) with ordinality as host(id, position)
    join owners on owners.id = host.id order by host.position`.execute(statements(em));
  return rows.map(row => row.name);
}
