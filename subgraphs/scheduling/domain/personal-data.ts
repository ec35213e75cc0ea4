import type { BookingAttendee } from './booking.ts';
import type { Waiver } from './waiver.ts';

/** What is read where personal data was. */
export const ERASED = '[erased]';

const ERASED_DOMAIN = '@erased.invalid';

/** Stands for the address of somebody whose key was destroyed: one for each, so that people stay apart. */
export const erasedAddress = (personId: string) => `${personId}${ERASED_DOMAIN}`;
export const isErasedAddress = (address: string) => address.endsWith(ERASED_DOMAIN);

/** A value that only the key of a person opens. Without the key it is what `$erased` says. */
export interface SealedValue {
  readonly $person: string;
  readonly $sealed: string;
  readonly $erased: unknown;
}

/** Seals a value with the key of whoever has the address. Erased people have none: the value stays as it is. */
export type Seal = <Value>(
  address: string,
  value: Value,
  erased: (personId: string) => unknown,
) => Value | SealedValue;

/** What of a fact tells of people, under whatever kind of fact. */
interface PersonalData {
  /** Whoever comes with the fact; not people but marks of them, by id, where it says who did not come. */
  readonly attendees?: readonly BookingAttendee[] | Readonly<Record<string, boolean>>;
  readonly attendee?: BookingAttendee;
  readonly attendeeId?: string;
  readonly guests?: readonly string[];
  readonly guestsOf?: { readonly attendeeId: string; readonly guests: readonly string[] };
  readonly title?: string;
  readonly reason?: string | null;
  readonly cancellationReason?: string | null;
  readonly waiver?: Waiver;
}

function sealGuests(guests: readonly string[], seal: Seal) {
  return guests.map(address => seal(address, address, erasedAddress));
}

function sealAttendee({ id, noShow, guests, ...personal }: BookingAttendee, seal: Seal) {
  const rest = Object.fromEntries(Object.keys(personal).map(key => [key, null]));
  const sealed = seal(personal.email, personal, personId => ({
    ...rest,
    name: ERASED,
    email: erasedAddress(personId),
    timeZone: 'UTC',
    answers: [],
  }));
  return { id, noShow, ...(guests && { guests: sealGuests(guests, seal) }), ...sealed };
}

/** A title names whoever is in it; without them it says that somebody was. */
function sealTitle(title: string, people: readonly BookingAttendee[], seal: Seal) {
  const named = people.filter(({ name }) => name !== ERASED && title.includes(name));
  const [first] = named;
  if (!first) return title;
  const erased = named.reduce((text, { name }) => text.replaceAll(name, ERASED), title);
  return seal(first.email, title, () => erased);
}

/**
 * The data of a fact as it is stored: what tells of people opens with their keys only. A reason counts as told by
 * the attendee concerned, else by who booked; `before` are the attendees whom the booking has already.
 */
export function sealData(data: object, before: readonly BookingAttendee[], seal: Seal): object {
  const { attendees, attendee, attendeeId, guests, guestsOf, title, reason, cancellationReason, waiver } =
    data as PersonalData;
  const coming = Array.isArray(attendees) ? (attendees as readonly BookingAttendee[]) : null;
  const people = [...before, ...(coming ?? []), ...(attendee ? [attendee] : [])];
  const teller = people.find(({ id }) => id === attendeeId) ?? people[0];
  const sealReason = (text: string) => (teller ? seal(teller.email, text, () => ERASED) : text);
  return {
    ...data,
    ...(coming && { attendees: coming.map(one => sealAttendee(one, seal)) }),
    ...(attendee && { attendee: sealAttendee(attendee, seal) }),
    ...(guests && { guests: sealGuests(guests, seal) }),
    ...(guestsOf && { guestsOf: { ...guestsOf, guests: sealGuests(guestsOf.guests, seal) } }),
    ...(title && { title: sealTitle(title, people, seal) }),
    ...(reason && { reason: sealReason(reason) }),
    ...(cancellationReason && { cancellationReason: sealReason(cancellationReason) }),
    ...(waiver && { waiver: { ...waiver, reason: sealReason(waiver.reason) } }),
  };
}

const isSealed = (value: object): value is SealedValue => '$sealed' in value;

/** Stored data as it was before it was sealed, as far as keys are there; `open` gives `undefined` without one. */
export function openData(data: unknown, open: (sealed: SealedValue) => unknown): unknown {
  if (Array.isArray(data)) return data.map(item => openData(item, open));
  if (typeof data !== 'object' || data === null) return data;
  if (!isSealed(data)) {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, openData(value, open)]));
  }
  const { $person, $sealed, $erased, ...rest } = data as SealedValue & Record<string, unknown>;
  const opened = open({ $person, $sealed, $erased }) ?? $erased;
  if (typeof opened !== 'object' || opened === null || Array.isArray(opened)) return opened;
  return { ...(openData(rest, open) as object), ...opened };
}

/** Who is in stored data, by the ids of their keys. */
export function personsIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = '$person' in data ? [data.$person as string] : [];
  return [...own, ...Object.values(data).flatMap(personsIn)];
}
