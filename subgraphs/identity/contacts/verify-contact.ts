import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { notFound } from '#platform/errors.ts';
import { requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { MOST_ATTEMPTS } from '../domain/contact.ts';
import { TeamEntity } from '../teams/team.entity.ts';
import { UserEntity } from '../users/user.entity.ts';
import type { Contact } from './contact.entity.ts';
import { hashCode } from './contact-code.ts';
import { enterContacts, findContact } from './enter-contacts.ts';

/** Proves an address by the code that was sent there. Every guess counts, those at once one after the other. */
export async function verifyContact(
  ctx: IdentityContext,
  input: { contactId: string; code: string },
): Promise<Result<Contact, 'CODE_INVALID'>> {
  const given = Buffer.from(hashCode(input.contactId, input.code.trim()));
  // A wrong code is no refusal to the transaction: its count has to stay.
  const contact = await transact(ctx, async ({ em }) => {
    const found = await findContact(ctx, em, input.contactId);
    if (found.verifiedAt) return found;
    const { rows } = await sql<{ code_hash: string }>`
      update contacts set attempts = attempts + 1
      where id = ${uuidOf(found.id)}::uuid and code_hash is not null and attempts < ${MOST_ATTEMPTS}
        and code_expires_at > ${new Date(ctx.clock.now())}
      returning code_hash`.execute(statements(em));
    const hash = Buffer.from(rows[0]?.code_hash ?? '');
    if (hash.length !== given.length || !timingSafeEqual(hash, given)) return null;
    await em.refresh(found);
    found.verifiedAt = new Date(ctx.clock.now());
    found.codeHash = null;
    found.codeExpiresAt = null;
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'contact.verified',
      of: { organizationId: found.organizationId },
      target: { type: 'contact', id: found.id },
      after: { ownerId: found.ownerId, kind: found.kind, address: found.address },
    });
    return found;
  });
  return contact ? ok(contact) : err('CODE_INVALID');
}

export function removeContact(ctx: IdentityContext, input: { contactId: string }): Promise<string> {
  return transact(ctx, async ({ em }) => {
    const contact = await findContact(ctx, em, input.contactId);
    const { id, organizationId, ownerId, kind, address } = contact;
    contact.removedAt = new Date(ctx.clock.now());
    contact.verifiedAt = null;
    contact.codeHash = null;
    await em.nativeUpdate(TeamEntity, { notificationContactId: id }, { notificationContactId: null });
    await em.nativeUpdate(UserEntity, { notificationContactId: id }, { notificationContactId: null });
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'contact.deleted',
      of: { organizationId },
      target: { type: 'contact', id },
      before: { ownerId, kind, address },
    });
    return id;
  });
}

/** Says where notices of a team or of the viewer go: to a proven address, or where they went before. */
export function setNotificationContact(
  ctx: IdentityContext,
  input: { teamId?: string | null; contactId?: string | null },
): Promise<Result<Contact | null, 'CONTACT_UNVERIFIED'>> {
  const contactId = input.contactId == null ? null : requireId('cnt', input.contactId, 'contactId');
  return transact<Result<Contact | null, 'CONTACT_UNVERIFIED'>>(ctx, async ({ em }) => {
    const { ownerId } = await enterContacts(ctx, em, input.teamId);
    const contact = contactId && (await findContact(ctx, em, contactId));
    if (contact && contact.ownerId !== ownerId) throw notFound('contact');
    if (contact && !contact.verifiedAt) return err('CONTACT_UNVERIFIED');
    const chosen = { notificationContactId: contactId };
    if (input.teamId == null) await em.nativeUpdate(UserEntity, { id: ownerId }, chosen);
    else await em.nativeUpdate(TeamEntity, { id: ownerId }, chosen);
    return ok(contact || null);
  });
}
