import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { isEmailAddress } from '#platform/scalars.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { CODES_MS, type ContactKind, MOST_CODES, readPhone } from '../domain/contact.ts';
import { type Contact, ContactEntity } from './contact.entity.ts';
import { enterContacts, findContact } from './enter-contacts.ts';

const MOST_CONTACTS = 20;

function readAddress(ctx: IdentityContext, kind: ContactKind, address: string): string {
  if (kind === 'PHONE' && !ctx.messages.canText)
    throw badInput('kind', `This deployment sends nothing to contacts of the kind ${kind}.`);
  if (kind === 'EMAIL') {
    if (!isEmailAddress(address)) throw badInput('address', 'An e-mail address such as team@example.com.');
    return address.toLowerCase();
  }
  const number = readPhone(address);
  if (!number) throw badInput('address', 'A telephone number with its country: +4915112345678.');
  return number;
}

/** Counts a code that will be sent, and lets a job make it: it is in the message only. */
async function requestCode(
  ctx: IdentityContext,
  em: EntityManager,
  contact: Contact,
): Promise<Result<Contact, 'TOO_MANY_CODES'>> {
  const now = ctx.clock.now();
  if (now - contact.codesSentSince.getTime() >= CODES_MS) {
    contact.codesSent = 0;
    contact.codesSentSince = new Date(now);
  }
  if (contact.codesSent >= MOST_CODES) return err('TOO_MANY_CODES');
  contact.codesSent += 1;
  await em.flush();
  const job = addJob('identity', { task: 'send-contact-code', payload: { contactId: contact.id } });
  await sql`select ${job}`.execute(statements(em));
  return ok(contact);
}

/** Adds an address that is not proven yet, and sends a code there. */
export function addContact(
  ctx: IdentityContext,
  input: { teamId?: string | null; kind: ContactKind; address: string },
): Promise<Result<Contact, 'TOO_MANY_CODES'>> {
  const { kind } = input;
  const address = readAddress(ctx, kind, input.address);
  return transact<Result<Contact, 'TOO_MANY_CODES'>>(ctx, async ({ em }) => {
    const { ownerId, organizationId } = await enterContacts(ctx, em, input.teamId);
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const known = await em.findOne(ContactEntity, { ownerId, kind, address }, lock);
    if (known?.verifiedAt && !known.removedAt) return ok(known);
    if ((await em.count(ContactEntity, { ownerId, removedAt: null })) >= MOST_CONTACTS)
      throw badInput('address', `There can be ${MOST_CONTACTS} contacts.`, { max: MOST_CONTACTS });
    const at = new Date(ctx.clock.now());
    const contact =
      known ??
      em.create(ContactEntity, {
        id: newId('cnt'),
        organizationId,
        ownerId,
        kind,
        address,
        codeHash: null,
        codeExpiresAt: null,
        attempts: 0,
        codesSent: 0,
        codesSentSince: at,
        verifiedAt: null,
        removedAt: null,
        createdAt: at,
      });
    contact.removedAt = null;
    return requestCode(ctx, em, contact);
  });
}

/** Sends another code; the one before is worth nothing then. */
export function resendContactCode(
  ctx: IdentityContext,
  input: { contactId: string },
): Promise<Result<Contact, 'TOO_MANY_CODES'>> {
  return transact<Result<Contact, 'TOO_MANY_CODES'>>(ctx, async ({ em }) => {
    const { id } = await findContact(ctx, em, input.contactId);
    const contact = await em.findOneOrFail(ContactEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    return contact.verifiedAt ? ok(contact) : requestCode(ctx, em, contact);
  });
}
