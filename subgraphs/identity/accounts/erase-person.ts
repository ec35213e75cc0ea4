import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { User } from '../users/user.entity.ts';

/**
 * Takes a person out of what stays: the audit log keeps that something was done and by which id, not from where,
 * and not what it says of them; events keep the id.
 */
export async function erasePerson(em: EntityManager, user: User, at: Date): Promise<void> {
  const { id, email } = user;
  await sql`
    update audit_entries set erased_at = ${at},
      client_address = case when actor_id = ${id} then null else client_address end,
      before = case when target_id = ${id} or before->>'email' = ${email} then null else before end,
      after = case when target_id = ${id} or after->>'email' = ${email} then null else after end
    where actor_id = ${id} or target_id = ${id} or before->>'email' = ${email} or after->>'email' = ${email}`.execute(
    statements(em),
  );
  const nobody = JSON.stringify({ handle: `deleted-${id.slice(4)}`, name: '[deleted]' });
  await sql`update outbox_events set payload = payload || ${nobody}::jsonb
    where aggregate_id = ${id} and name in ('user.created', 'user.updated')`.execute(statements(em));
  await sql`delete from contacts where owner_id = ${id}`.execute(statements(em));
  await sql`delete from api_keys where user_id = ${uuidOf(id)}::uuid`.execute(statements(em));
  await sql`delete from invitations where email = ${email} or invited_by_id = ${uuidOf(id)}::uuid`.execute(
    statements(em),
  );
}
