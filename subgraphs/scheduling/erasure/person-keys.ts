import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { createEncryption, type Encryption } from '#platform/encryption.ts';
import { uuidOf } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { BookingFact, BookingState } from '../domain/booking.ts';
import { isErasedAddress, openData, type Seal, sealData } from '../domain/personal-data.ts';
import type { Tables } from '../tables.ts';
import type { PersonKeyRow } from './person-key.entity.ts';

interface Place {
  organizationId: string;
  bookingId: string;
  version: number;
}

const keyPlace = (organizationId: string, id: string) => ({
  tenant: organizationId,
  table: 'person_keys',
  row: id,
  column: 'key',
});
const dataPlace = ({ organizationId, bookingId, version }: Place) => ({
  tenant: organizationId,
  table: 'booking_events',
  row: `${bookingId}/${version}`,
  column: 'data',
});

/** Fingerprints of somebody's address, one for each secret that is in use; the first is for new rows. */
export function personPrints(encryption: Encryption, organizationId: string, address: string): string[] {
  return encryption.fingerprints(address.toLowerCase(), `${organizationId} person`);
}

interface OpenKey {
  id: string;
  key: string;
}

/** The keys of a booking's people that are still there. */
async function keysOfBooking(em: EntityManager, bookingId: string): Promise<PersonKeyRow[]> {
  return rows<Tables>(em)
    .selectFrom('PersonKey')
    .selectAll()
    .where('bookingId', '=', bookingId)
    .where('destroyedAt', 'is', null)
    .execute();
}

interface Sealed {
  data: object;
  /** Stores the keys that were made for it: to be run in the statement that stores the data. */
  store: readonly RawBuilder<unknown>[];
}

/** Seals a fact for its place in the log. Each person has one key a booking; only who is new gets one made. */
export async function sealFact(
  em: EntityManager,
  encryption: Encryption,
  { fact, before, after }: { fact: BookingFact; before: BookingState | null; after: BookingState },
): Promise<Sealed> {
  const { organizationId, ownerId, id: bookingId, version } = after;
  const attendees = before?.attendees ?? [];
  const mentioned = new Set<string>();
  sealData(fact.data, attendees, (address, value) => {
    if (!isErasedAddress(address)) mentioned.add(address.toLowerCase());
    return value;
  });
  // Who books is new in this booking: the way that has to be fast asks for no keys.
  const isNew = before === null || fact.kind === 'ATTENDEE_ADDED';
  const known = isNew || mentioned.size === 0 ? [] : await keysOfBooking(em, bookingId);
  const made: { id: string; person: string | undefined; key: string }[] = [];
  const keys = new Map<string, OpenKey>();
  for (const address of mentioned) {
    const prints = personPrints(encryption, organizationId, address);
    const stored = known.find(({ person }) => person !== null && prints.includes(person));
    if (stored?.key) {
      const key = encryption.decrypt(stored.key, keyPlace(organizationId, stored.id));
      keys.set(address, { id: stored.id, key });
      continue;
    }
    const fresh = { id: randomUUID(), key: randomBytes(32).toString('base64url') };
    keys.set(address, fresh);
    const key = encryption.encrypt(fresh.key, keyPlace(organizationId, fresh.id));
    made.push({ id: fresh.id, person: prints[0], key });
  }
  const place = dataPlace({ organizationId, bookingId, version });
  const seal: Seal = (address, value, erased) => {
    const person = keys.get(address.toLowerCase());
    if (!person) return value;
    const $sealed = createEncryption([person.key]).encrypt(JSON.stringify(value), place);
    return { $person: person.id, $sealed, $erased: erased(person.id) };
  };
  const insertion = sql`insert into person_keys (id, organization_id, owner_id, booking_id, person, key)
    select k.id, ${uuidOf(organizationId)}::uuid, ${ownerId}, ${uuidOf(bookingId)}::uuid, k.person, k.key
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as k(id uuid, person text, key text)`;
  return { data: sealData(fact.data, attendees, seal), store: made.length > 0 ? [insertion] : [] };
}

/** Stored data as whoever has the keys reads it; what somebody's key was destroyed for is `[erased]`. */
export function openStored(
  encryption: Encryption,
  stored: { bookingId: string; version: number; data: unknown },
  keys: ReadonlyMap<string, PersonKeyRow>,
): unknown {
  return openData(stored.data, ({ $person, $sealed }) => {
    const row = keys.get($person);
    if (!row?.key) return undefined;
    const key = encryption.decrypt(row.key, keyPlace(row.organizationId, row.id));
    const place = dataPlace({ ...stored, organizationId: row.organizationId });
    return JSON.parse(createEncryption([key]).decrypt($sealed, place));
  });
}
