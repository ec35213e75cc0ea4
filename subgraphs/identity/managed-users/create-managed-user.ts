import { randomBytes } from 'node:crypto';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { readName } from '../organizations/read-name.ts';
import { insertUser } from '../users/create-user.ts';
import { ManagedUserEntity } from './managed-user.entity.ts';
import type { ManagedUser as ManagedUserView } from './managed-user.graphql.ts';
import { noteManagedUser } from './note-managed-user.ts';

interface NewManagedUser {
  email: string;
  name: string;
  timeZone: string;
  locale: string;
}

/**
 * The account's own address. It is the platform's alone: an account that the person has already is not touched, is
 * not found out about, and cannot be signed in to by this one.
 */
function accountAddress(email: string, clientId: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, at)}+${clientId}${email.slice(at)}`;
}

/** Creates a user of the platform that asks. */
export async function createManagedUser(
  ctx: IdentityContext,
  input: NewManagedUser,
): Promise<Result<ManagedUserView, { existingId: string }>> {
  const clientId = ctx.viewer.id;
  const email = input.email.toLowerCase();
  const name = readName(input.name);
  const existing = () => ctx.em.fork().findOne(ManagedUserEntity, { clientId, email });
  const known = await existing();
  if (known) return err({ existingId: known.userId });
  try {
    return await transact(ctx, async unit => {
      const { em } = unit;
      const user = await insertUser(ctx, unit, {
        // Theirs to change; it only has to be free.
        handle: `u-${randomBytes(8).toString('hex')}`,
        email: accountAddress(email, clientId),
        name,
        timeZone: input.timeZone,
        locale: input.locale,
      });
      if (!user) throw new Error('The handle is taken.');
      const createdAt = new Date(ctx.clock.now());
      em.create(ManagedUserEntity, { userId: user.id, clientId, email, createdAt });
      await em.flush();
      await noteManagedUser(ctx, em, 'managed_user.created', user.id);
      const { id, handle, timeZone } = user;
      return ok({ id, email, name, handle, timeZone, createdAt });
    });
  } catch (error) {
    const other = isUniqueViolation(error, 'managed_users_client_email_key') ? await existing() : null;
    // Two who ask at once: the account's address is taken first.
    const twin = other ?? (await existing());
    if (twin) return err({ existingId: twin.userId });
    throw error;
  }
}
