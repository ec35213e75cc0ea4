import { newId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { hashSecret, mintSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { linkTo, OPEN_LINKS } from '../domain/sign-in-link.ts';
import type { Tables } from '../tables.ts';

export interface EmailChangeRequest {
  userId: string;
  email: string;
  /** RFC 3339. */
  expiresAt: string;
}

const TAKEN = `Somebody asked to use this address for another account of Almanac. It belongs to your account, and stays with it.

If it was not you, do nothing.
`;

const textFor = (
  link: string,
) => `Somebody, you we hope, asks to use this address for their account of Almanac.

${link}

Open the link where you are signed in. It works once, for 15 minutes. If it was not you, do nothing.
`;

async function countOpen(ctx: IdentityContext, userId: string): Promise<number> {
  const open = await rows<Tables>(ctx.em)
    .selectFrom('EmailChange')
    .select(db => db.fn.countAll().as('count'))
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date(ctx.clock.now()))
    .executeTakeFirst();
  return Number(open?.count ?? 0);
}

/** Mails a link to the new address. Where it has an account already, its owner is told, and nobody else. */
export async function sendEmailChange(ctx: IdentityContext, request: EmailChangeRequest): Promise<void> {
  const { email, userId } = request;
  const expiresAt = new Date(request.expiresAt);
  const now = ctx.clock.now();
  if (expiresAt.getTime() <= now || (await countOpen(ctx, userId)) >= OPEN_LINKS) return;
  const owners = rows<Tables>(ctx.em).selectFrom('User').select('id').where('email', '=', email);
  const isTaken = (await owners.execute()).length > 0;
  const token = mintSecret();
  const id = newId('emc');
  // Counted either way; without a mail that tells its token, it is good for nothing.
  await rows<Tables>(ctx.em)
    .insertInto('EmailChange')
    .values({ id, userId, email, hash: hashSecret(token), createdAt: new Date(now), expiresAt, usedAt: null })
    .execute();
  const text = isTaken ? TAKEN : textFor(linkTo(ctx.publicUrl, 'confirm-email', { token }));
  try {
    await ctx.messages.mail({ to: email, subject: 'Your address at Almanac', text });
  } catch (error) {
    await rows<Tables>(ctx.em).deleteFrom('EmailChange').where('id', '=', id).execute();
    throw error;
  }
}
