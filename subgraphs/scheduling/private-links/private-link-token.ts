import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';

/** The secret in a private link: lets its holder see and book one event type. Only its hash is stored. */
export function mintPrivateLinkToken(): string {
  return `plk_${randomBytes(32).toString('base64url')}`;
}

export const hashPrivateLinkToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** A link as its holder presents it. */
export interface PresentedLink {
  token: string;
  eventTypeId: string;
}

const isOf = ({ token, eventTypeId }: PresentedLink) =>
  sql`token_hash = ${hashPrivateLinkToken(token)} and event_type_id = ${uuidOf(eventTypeId)}::uuid`;

const works = (now: number) =>
  sql`revoked_at is null and (expires_at is null or expires_at > ${new Date(now)})
    and (max_uses is null or uses < max_uses)`;

/** Whether the token was ever one of this event type, whatever has become of it. */
export async function isKnown(em: EntityManager, link: PresentedLink): Promise<boolean> {
  const found = await sql`select 1 from private_links where ${isOf(link)}`.execute(statements(em));
  return found.rows.length > 0;
}

/** Whether the link still lets somebody in. */
export async function isOpen(em: EntityManager, link: PresentedLink, now: number): Promise<boolean> {
  const found = await sql`select 1 from private_links where ${isOf(link)} and ${works(now)}`.execute(
    statements(em),
  );
  return found.rows.length > 0;
}

/**
 * Counts one use, if the link still lets somebody in. One statement asks and counts: whoever comes at the same
 * moment waits for its row, and is then asked against the new count.
 */
export async function countUse(em: EntityManager, link: PresentedLink, now: number): Promise<boolean> {
  const counted = await sql`
    update private_links set uses = uses + 1 where ${isOf(link)} and ${works(now)} returning id`.execute(
    statements(em),
  );
  return counted.rows.length > 0;
}
