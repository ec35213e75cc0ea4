import { requireId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { matchesSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { readName } from '../organizations/read-name.ts';
import { countAttempt } from '../sign-in/count-attempt.ts';
import { insertUser } from '../users/create-user.ts';
import { type User, UserEntity } from '../users/user.entity.ts';
import { lockInvitation, redeemInvitation } from './accept-invitation.ts';

interface SignUp {
  invitationId: string;
  token: string;
  handle: string;
  name: string;
  timeZone: string;
  locale: string;
}

type Refusal = 'INVITATION_INVALID' | 'HANDLE_TAKEN' | 'ACCOUNT_EXISTS';

/**
 * Creates an account for the invited address and accepts for it: who has the token of the mail has the address.
 * An account that has the address stays as it is; its owner signs in and accepts. Only holders of the token
 * learn that there is one.
 */
export async function signUpByInvitation(
  ctx: IdentityContext,
  input: SignUp,
): Promise<Result<User, Refusal>> {
  await countAttempt(ctx, 'invitation');
  const id = requireId('inv', input.invitationId, 'invitationId');
  const name = readName(input.name);
  const work = transact<Result<User, Refusal>>(ctx, async unit => {
    const invitation = await lockInvitation(unit.em, id, ctx.clock.now());
    if (!matchesSecret(input.token, invitation?.tokenHash ?? null) || !invitation)
      return err('INVITATION_INVALID');
    const { email } = invitation;
    if ((await unit.em.count(UserEntity, { email })) > 0) return err('ACCOUNT_EXISTS');
    const { handle, timeZone, locale } = input;
    const user = await insertUser(ctx, unit, { handle, email, name, timeZone, locale });
    if (!user) return err('HANDLE_TAKEN');
    await redeemInvitation(ctx, unit, invitation, user.id);
    return ok(user);
  });
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error, 'handles_pkey')) return err('HANDLE_TAKEN');
    if (isUniqueViolation(error, 'users_email_key')) return err('ACCOUNT_EXISTS');
    throw error;
  }
}
