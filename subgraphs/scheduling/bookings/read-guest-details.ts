import { badInput } from '#platform/errors.ts';
import type { BookingLocation } from '../domain/booking.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';

/** What a guest tells of themselves. Addresses, zones and locales were checked by their scalars. */
export interface GuestInput {
  attendee: { name: string; email: string; timeZone: string; locale?: string | null };
  guests?: readonly string[] | null;
  location?: { kind: string; label?: string | null } | null;
}

export interface GuestDetails {
  attendee: { name: string; email: string; timeZone: string; locale: string | null };
  guests: string[];
  location: BookingLocation | null;
}

const MAX_GUESTS = 10;

/** One line without control characters: it ends up in mail headers and calendar files. */
function readLine(field: string, text: string, max: number): string {
  const line = text.trim();
  if (line.length >= 1 && line.length <= max && !/[\p{Cc}\u2028\u2029]/u.test(line)) return line;
  throw badInput(field, `\`${field}\` must have 1 to ${max} characters on one line.`);
}

/** The place the guest chose among those offered; of several, one has to be chosen. */
export function readLocation(
  eventType: EventTypeRow,
  chosen: GuestInput['location'],
): BookingLocation | null {
  const { locations } = eventType;
  if (!chosen) return locations[0] ?? null;
  const offered = locations.find(
    location => location.kind === chosen.kind && (!chosen.label || location.label === chosen.label),
  );
  if (offered) return offered;
  const kinds = locations.map(location => location.kind).join(', ') || 'none';
  throw badInput('location', `The event type offers these kinds of location: ${kinds}.`);
}

export function readGuestDetails(eventType: EventTypeRow, input: GuestInput): GuestDetails {
  const { attendee } = input;
  const guests = [...new Set(input.guests ?? [])].filter(email => email !== attendee.email);
  if (guests.length > MAX_GUESTS)
    throw badInput('guests', `Up to ${MAX_GUESTS} guests can be brought along.`);
  return {
    attendee: {
      name: readLine('attendee.name', attendee.name, 200),
      email: attendee.email,
      timeZone: attendee.timeZone,
      locale: attendee.locale ?? null,
    },
    guests,
    location: readLocation(eventType, input.location),
  };
}
