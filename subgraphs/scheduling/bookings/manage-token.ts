import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';

/** The secret in a guest's link: lets its holder see, move and cancel one booking. Only its hash is stored. */
export function mintManageToken(): string {
  return `mng_${randomBytes(32).toString('base64url')}`;
}

export const hashManageToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** How long after the booking has ended its link still works. */
export const MANAGE_TOKEN_GRACE_MS = 30 * 86_400_000;

/** The booking that a token opens at this moment. */
export async function bookingOfToken(em: EntityManager, token: string, now: number): Promise<string | null> {
  const { rows } = await sql<{ booking_id: string }>`
    select booking_id from manage_tokens
    where hash = ${hashManageToken(token)} and expires_at > ${new Date(now)}`.execute(statements(em));
  return rows[0] ? fromUuid('bkg', rows[0].booking_id) : null;
}
