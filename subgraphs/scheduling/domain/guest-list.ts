import { err, ok, type Result } from '#platform/result.ts';
import type { BookingState } from './booking.ts';

/** Whom one attendee may bring along, all in all. */
export const MAX_GUESTS_OF_ATTENDEE = 30;

interface GuestLists {
  /** Of the attendee who brings them. */
  readonly guestsOf: { readonly attendeeId: string; readonly guests: readonly string[] };
  /** Everybody's. */
  readonly guests: readonly string[];
}

type Refusal = 'UNKNOWN_ATTENDEE' | 'NOTHING_TO_DO' | 'TOO_MANY';

const sameAs = (address: string) => address.toLowerCase();

function listsWith(booking: BookingState, attendeeId: string, guests: readonly string[]): GuestLists {
  const lists = booking.attendees.map(({ id, guests: theirs = [] }) => (id === attendeeId ? guests : theirs));
  return { guestsOf: { attendeeId, guests }, guests: [...new Set(lists.flat())] };
}

function guestsOf(booking: BookingState, attendeeId: string | null) {
  const attendee = booking.attendees.find(({ id }) => attendeeId === null || id === attendeeId);
  // Of those who booked before seats could be shared only the whole list is known, and it is theirs.
  return attendee && { ...attendee, guests: attendee.guests ?? booking.guests };
}

/** The lists with more guests of an attendee; `null`: of the first one. Who comes already is not added again. */
export function withMoreGuests(
  booking: BookingState,
  attendeeId: string | null,
  addresses: readonly string[],
): Result<GuestLists, Refusal> {
  const attendee = guestsOf(booking, attendeeId);
  if (!attendee) return err('UNKNOWN_ATTENDEE');
  const coming = new Set([attendee.email, ...attendee.guests].map(sameAs));
  const added = addresses.filter(address => {
    const isNew = !coming.has(sameAs(address));
    coming.add(sameAs(address));
    return isNew;
  });
  if (added.length === 0) return err('NOTHING_TO_DO');
  const guests = [...attendee.guests, ...added];
  if (guests.length > MAX_GUESTS_OF_ATTENDEE) return err('TOO_MANY');
  return ok(listsWith(booking, attendee.id, guests));
}

/** The lists without some guests of an attendee; `null`: whoever brings them, one attendee's at a time. */
export function withFewerGuests(
  booking: BookingState,
  attendeeId: string | null,
  addresses: readonly string[],
): Result<GuestLists, Refusal> {
  const leaving = new Set(addresses.map(sameAs));
  const bringer = booking.attendees.find(({ guests = [] }) =>
    guests.some(guest => leaving.has(sameAs(guest))),
  );
  const attendee = guestsOf(booking, attendeeId ?? bringer?.id ?? null);
  if (!attendee) return err('UNKNOWN_ATTENDEE');
  const guests = attendee.guests.filter(guest => !leaving.has(sameAs(guest)));
  if (guests.length === attendee.guests.length) return err('NOTHING_TO_DO');
  return ok(listsWith(booking, attendee.id, guests));
}
