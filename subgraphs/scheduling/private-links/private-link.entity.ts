import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** A secret address of an event type. Only the hash of its token is stored. */
export const PrivateLinkEntity = defineEntity({
  name: 'PrivateLink',
  tableName: 'private_links',
  properties: {
    id: p.type(new TypeIdColumn('lnk')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    eventTypeId: p.type(new TypeIdColumn('etp')).$type<string>(),
    tokenHash: p.text(),
    expiresAt: p.datetime().strictNullable(),
    /** `null`: as often as wanted. */
    maxUses: p.integer().strictNullable(),
    /** Bookings that were made with it. */
    uses: p.integer().default(0),
    revokedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});

export type PrivateLinkRow = InferEntity<typeof PrivateLinkEntity>;
