import { newId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { hashSecret, mintSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { linkTo, OPEN_LINKS } from '../domain/sign-in-link.ts';
import { findRequiredConnections } from '../required-sso/find-required-connections.ts';
import type { Tables } from '../tables.ts';

export interface LinkRequest {
  email: string;
  /** RFC 3339. */
  expiresAt: string;
}

async function countOpen(ctx: IdentityContext, email: string): Promise<number> {
  const open = await rows<Tables>(ctx.em)
    .selectFrom('SignInLink')
    .select(db => db.fn.countAll().as('count'))
    .where('email', '=', email)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date(ctx.clock.now()))
    .executeTakeFirst();
  return Number(open?.count ?? 0);
}

const textFor = (isKnown: boolean, connectionName: string | undefined, link: string) => `${
  isKnown
    ? 'Somebody, you we hope, asks to sign in to Almanac.'
    : 'Somebody, you we hope, asks to sign in to Almanac. There is no account with this address yet: signing in creates one.'
}${connectionName ? `\nYour organization has you sign in by ${connectionName}: the link leads there.` : ''}

${link}

The link works once, for 15 minutes. If it was not you, do nothing.
`;

/** Mails a link to an address, whether or not anybody has an account with it: only its reader learns that. */
export async function sendSignInLink(ctx: IdentityContext, request: LinkRequest): Promise<void> {
  const { email } = request;
  const expiresAt = new Date(request.expiresAt);
  const now = ctx.clock.now();
  if (expiresAt.getTime() <= now || (await countOpen(ctx, email)) >= OPEN_LINKS) return;
  const users = rows<Tables>(ctx.em)
    .selectFrom('User')
    .select('id')
    .where('email', '=', email)
    .where('deletedAt', 'is', null);
  const [user] = await users.execute();
  const [required] = user ? await findRequiredConnections(ctx.em, user.id) : [];
  const token = mintSecret();
  const id = newId('sil');
  await rows<Tables>(ctx.em)
    .insertInto('SignInLink')
    .values({ id, email, hash: hashSecret(token), createdAt: new Date(now), expiresAt, usedAt: null })
    .execute();
  try {
    const text = textFor(user !== undefined, required?.name, linkTo(ctx.publicUrl, 'sign-in', { token }));
    await ctx.messages.mail({ to: email, subject: 'Sign in to Almanac', text });
  } catch (error) {
    // Nobody has it: the next attempt mints another one.
    await rows<Tables>(ctx.em).deleteFrom('SignInLink').where('id', '=', id).execute();
    throw error;
  }
}
