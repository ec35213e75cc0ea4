import { createHash, randomBytes } from 'node:crypto';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { CODE_MS, codeFrom } from '../domain/contact.ts';
import { ContactEntity } from './contact.entity.ts';

/** Six digits are found by trying, hash or not: what protects a code is that it ends soon and is tried seldom. */
export const hashCode = (contactId: string, code: string) =>
  createHash('sha256').update(`${contactId}:${code}`).digest('base64url');

/** Makes a code and sends it. A job that is tried again makes a new one. */
export async function sendContactCode(ctx: IdentityContext, contactId: string): Promise<void> {
  const message = await transact(ctx, async ({ em }) => {
    const contact = await em.findOne(ContactEntity, { id: contactId });
    if (!contact || contact.verifiedAt || contact.removedAt) return null;
    const code = codeFrom(randomBytes(4).readUInt32BE());
    contact.codeHash = hashCode(contactId, code);
    contact.codeExpiresAt = new Date(ctx.clock.now() + CODE_MS);
    contact.attempts = 0;
    return { kind: contact.kind, to: contact.address, code };
  });
  if (!message) return;
  const { kind, to, code } = message;
  const text = `${code} is your Almanac code. It is good for 10 minutes.`;
  if (kind === 'PHONE') await ctx.messages.text({ to, text });
  else await ctx.messages.mail({ to, subject: 'Your Almanac code', text: `${text}\n` });
}
