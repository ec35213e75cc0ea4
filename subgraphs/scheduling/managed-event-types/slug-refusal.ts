import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err } from '#platform/result.ts';
import type { MemberSlugsTaken } from './assign-members.ts';

/** The database has the last word on addresses; its message says whose it is that is taken. */
export function slugRefusal(
  error: unknown,
  slug: string,
): { readonly ok: false; readonly error: { kind: 'SLUG_TAKEN' } | MemberSlugsTaken } {
  if (!isUniqueViolation(error, 'event_types_owner_slug_key')) throw error;
  const detail = error instanceof Error && 'detail' in error ? String(error.detail) : '';
  const userId = /=\((usr_\w+), /.exec(detail)?.[1];
  return userId ? err({ kind: 'MEMBER_SLUGS_TAKEN', slug, userIds: [userId] }) : err({ kind: 'SLUG_TAKEN' });
}
