import { sql } from 'kysely';
import { statements } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';

/** What is over is of use for a while, to say why it was refused. */
const KEPT_DAYS = 30;

/** Forgets proofs and sessions that were over a month ago, with the addresses in them. */
export async function pruneSignIns(ctx: IdentityContext): Promise<void> {
  const before = new Date(ctx.clock.now() - KEPT_DAYS * 86_400_000);
  const db = statements(ctx.em);
  await sql`delete from sign_in_links where expires_at < ${before}`.execute(db);
  await sql`delete from email_changes where expires_at < ${before}`.execute(db);
  await sql`delete from pending_sign_ins where expires_at < ${before}`.execute(db);
  await sql`delete from federated_sign_ins where expires_at < ${before}`.execute(db);
  await sql`delete from saml_assertions where expires_at < ${before}`.execute(db);
  await sql`delete from sessions
    where expires_at < ${before} or revoked_at < ${before}`.execute(db);
}
