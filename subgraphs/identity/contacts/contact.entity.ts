import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import { contactKinds } from '../domain/contact.ts';

/** An e-mail address or telephone number of a user or a team, and whether they proved that they get what is sent there. */
export const ContactEntity = defineEntity({
  name: 'Contact',
  tableName: 'contacts',
  properties: {
    id: p.type(new TypeIdColumn('cnt')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** `usr_…` or `team_…`. */
    ownerId: p.text(),
    kind: p.enum(contactKinds),
    address: p.text(),
    codeHash: p.text().strictNullable(),
    codeExpiresAt: p.datetime().strictNullable(),
    attempts: p.integer(),
    codesSent: p.integer(),
    codesSentSince: p.datetime(),
    verifiedAt: p.datetime().strictNullable(),
    /** The row stays: what was sent to the address still counts when it is added again. */
    removedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});

export type Contact = InferEntity<typeof ContactEntity>;
