import { badInput, notFound } from '#platform/errors.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { readName } from '../organizations/read-name.ts';
import { type User, UserEntity } from './user.entity.ts';
import { userEvent } from './user.events.ts';

interface ProfileChanges {
  handle?: string | null;
  name?: string | null;
  avatarUrl?: string | null;
  timeZone?: string | null;
  locale?: string | null;
}

function readAvatarUrl(avatarUrl: string): string | null {
  if (avatarUrl === '') return null;
  if (URL.canParse(avatarUrl) && new URL(avatarUrl).protocol === 'https:' && avatarUrl.length <= 500)
    return avatarUrl;
  throw badInput('avatarUrl', 'A picture is an https address of up to 500 characters.');
}

/** Changes the viewer's own profile. */
export async function updateProfile(
  ctx: IdentityContext,
  changes: ProfileChanges,
): Promise<Result<User, 'HANDLE_TAKEN'>> {
  const work = transact(ctx, async ({ em, emit }) => {
    const user = await em.findOne(UserEntity, { id: ctx.viewer.id });
    if (!user) throw notFound('user');
    if (changes.handle != null && changes.handle !== user.handle) {
      if (!(await claimHandle(em, changes.handle, user.id))) return err('HANDLE_TAKEN' as const);
      user.handle = changes.handle;
    }
    if (changes.name != null) user.name = readName(changes.name);
    if (changes.avatarUrl != null) user.avatarUrl = readAvatarUrl(changes.avatarUrl);
    if (changes.timeZone != null) user.timeZone = changes.timeZone;
    if (changes.locale != null) user.locale = changes.locale;
    user.updatedAt = new Date(ctx.clock.now());
    await em.flush();
    await emit(userEvent('user.updated', user));
    return ok(user);
  });
  try {
    return await work;
  } catch (error) {
    // Two who ask for one handle at the same moment: the second one's insert waits, then fails.
    if (isUniqueViolation(error, 'handles_pkey')) return err('HANDLE_TAKEN');
    throw error;
  }
}
