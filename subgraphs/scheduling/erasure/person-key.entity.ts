import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/**
 * What opens the data of one person in the events of one booking. Without the key nothing does: erasing somebody
 * destroys it, and leaves the events as they are.
 */
export const PersonKeyEntity = defineEntity({
  name: 'PersonKey',
  tableName: 'person_keys',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** Of the event type that was booked: who manages it answers for the data. */
    ownerId: p.text(),
    bookingId: p.type(new TypeIdColumn('bkg')).$type<string>(),
    /** A fingerprint of the address, which finds the keys of a person and does not tell who it is. */
    person: p.text().strictNullable(),
    /** Itself encrypted. */
    key: p.text().strictNullable(),
    destroyedAt: p.datetime().strictNullable(),
  },
});

export type PersonKeyRow = InferEntity<typeof PersonKeyEntity>;
