import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';

/** The secret in a guest's link: lets its holder see, move and cancel their booking, or their seat in it. Only its hash is stored. */
export function mintManageToken(): string {
  return `mng_${randomBytes(32).toString('base64url')}`;
}

const hashManageToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** How long after the booking has ended its link still works. */
const MANAGE_TOKEN_GRACE_MS = 30 * 86_400_000;

interface Opened {
  bookingId: string;
  /** Whose seat it is; `null`: the link is for the whole booking. */
  attendeeId: string | null;
}

/** What a token opens at this moment. That of a series opens several bookings: say which one is meant. */
export async function openedBy(
  em: EntityManager,
  token: string,
  now: number,
  bookingId: string,
): Promise<Opened | null> {
  const opened = await allOpenedBy(em, token, now, bookingId);
  return opened[0] ?? null;
}

/** All that a token opens: one booking, or those of a series. */
export async function allOpenedBy(
  em: EntityManager,
  token: string,
  now: number,
  bookingId?: string,
): Promise<Opened[]> {
  const { rows } = await sql<{ booking_id: string; attendee_id: string | null }>`
    select booking_id, attendee_id from manage_tokens
    where hash = ${hashManageToken(token)} and expires_at > ${new Date(now)}
      and (${bookingId ? uuidOf(bookingId) : null}::uuid is null or booking_id = ${bookingId ? uuidOf(bookingId) : null}::uuid)`.execute(
    statements(em),
  );
  return rows.map(row => ({
    bookingId: fromUuid('bkg', row.booking_id),
    attendeeId: row.attendee_id && fromUuid('att', row.attendee_id),
  }));
}

interface NewToken {
  token: string;
  booking: { id: string; endsAt: number };
  attendeeId: string;
  now: number;
}

/** A booking that moves takes its links along: they work as long after its new end. */
export function prolongManageTokens(booking: { id: string; endsAt: number }) {
  return sql`update manage_tokens set expires_at = ${new Date(booking.endsAt + MANAGE_TOKEN_GRACE_MS)}
    where booking_id = ${uuidOf(booking.id)}::uuid`;
}

/** Makes every link that an attendee was given open nothing any more. */
export function revokeManageTokens(attendeeIds: readonly string[]) {
  return sql`delete from manage_tokens where attendee_id = any(${attendeeIds.map(uuidOf)}::uuid[])`;
}

/** The token of an attendee, to be stored in the statement that gives them their seat. */
export function storeManageToken({ token, booking, attendeeId, now }: NewToken) {
  return sql`insert into manage_tokens (hash, booking_id, attendee_id, created_at, expires_at)
    values (${hashManageToken(token)}, ${uuidOf(booking.id)}::uuid, ${uuidOf(attendeeId)}::uuid,
      ${new Date(now)}, ${new Date(booking.endsAt + MANAGE_TOKEN_GRACE_MS)})`;
}
