import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { UnitOfWork } from '#platform/transaction.ts';
import { ApiKeyEntity } from '../api-keys/api-key.entity.ts';
import { apiKeyRevoked } from '../api-keys/api-key.events.ts';
import type { IdentityContext } from '../context.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import type { User } from '../users/user.entity.ts';

/** Everything that opens the account, or could open it. The gateway is told, so that nothing stays open. */
async function endCredentials(ctx: IdentityContext, unit: UnitOfWork, { id, email }: User): Promise<void> {
  const { em, emit } = unit;
  await endSessions(ctx, unit, { userId: id }, 'ACCOUNT_DELETED');
  const keys = await em.find(ApiKeyEntity, { userId: id, revokedAt: null });
  await emit(...keys.map(apiKeyRevoked));
  const db = statements(em);
  const owner = sql`${uuidOf(id)}::uuid`;
  await eraseOrigins(em, id);
  await sql`delete from sessions where user_id = ${owner}`.execute(db);
  await sql`delete from api_keys where user_id = ${owner}`.execute(db);
  // Their tokens go with them; the table itself tells the gateway.
  await sql`delete from oauth_grants where user_id = ${owner}`.execute(db);
  await sql`delete from oauth_access_tokens where user_id = ${owner}`.execute(db);
  await sql`delete from oauth_clients where owner_user_id = ${owner}`.execute(db);
  await sql`delete from managed_users where user_id = ${owner}`.execute(db);
  await sql`delete from second_factors where user_id = ${owner}`.execute(db);
  await sql`delete from recovery_codes where user_id = ${owner}`.execute(db);
  await sql`delete from pending_sign_ins where user_id = ${owner}`.execute(db);
  await sql`delete from federated_identities where user_id = ${owner}`.execute(db);
  await sql`delete from federated_sign_ins where user_id = ${owner} or email = ${email}`.execute(db);
  await sql`delete from email_changes where user_id = ${owner} or email = ${email}`.execute(db);
  await sql`delete from sign_in_links where email = ${email}`.execute(db);
}

/** Events keep that there were sessions and attempts, and not from where and with which browser. */
async function eraseOrigins(em: EntityManager, id: string): Promise<void> {
  const db = statements(em);
  const erased = JSON.stringify({ userAgent: null, address: null });
  await sql`update outbox_events set payload = payload || ${erased}::jsonb
    where name = 'sign_in.refused' and aggregate_id = ${id}`.execute(db);
  // Sessions are forgotten when they are long over; the log still names them.
  await sql`update outbox_events set payload = payload || ${erased}::jsonb
    where name = 'session.created' and aggregate_id in (
      select target_id from audit_entries where actor_id = ${id} and action = 'session.created')`.execute(db);
}

/**
 * Takes a person out of what stays: the audit log keeps that something was done and by which id, not from where,
 * and not what it says of them; events keep the id.
 */
export async function erasePerson(ctx: IdentityContext, unit: UnitOfWork, user: User): Promise<void> {
  const { em } = unit;
  const { id, email } = user;
  const at = new Date(ctx.clock.now());
  // First, as it is noted like everything else, and forgotten with it.
  await endCredentials(ctx, unit, user);
  // Somebody who tried to sign in as them is taken for them.
  const isBy = sql`(actor_id = ${id} or (target_id = ${id} and actor_kind = 'ANONYMOUS'))`;
  const isOf = sql`(target_id = ${id} or (actor_id = ${id} and target_type = 'session'))`;
  await sql`
    update audit_entries set erased_at = ${at},
      client_address = case when ${isBy} then null else client_address end,
      before = case when ${isOf} or before->>'email' = ${email} then null else before end,
      after = case when ${isOf} or after->>'email' = ${email} then null else after end
    where actor_id = ${id} or target_id = ${id} or before->>'email' = ${email} or after->>'email' = ${email}`.execute(
    statements(em),
  );
  const nobody = JSON.stringify({ handle: `deleted-${id.slice(4)}`, name: '[deleted]' });
  await sql`update outbox_events set payload = payload || ${nobody}::jsonb
    where aggregate_id = ${id} and name in ('user.created', 'user.updated', 'user.email_changed')`.execute(
    statements(em),
  );
  await sql`delete from contacts where owner_id = ${id}`.execute(statements(em));
  await sql`delete from invitations where email = ${email} or invited_by_id = ${uuidOf(id)}::uuid`.execute(
    statements(em),
  );
}
