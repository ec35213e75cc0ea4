import type { BookingSnapshot } from '../../../schema/events.ts';

interface WithAttendees {
  attendees: readonly { id: string; guests?: readonly string[] }[];
  guests: readonly string[];
}

export interface SeenByGuest {
  /** Set where the booking is shown as one guest may know it. */
  asGuest?: {
    /** Whether others have seats in it too. */
    isShared: boolean;
  };
}

export type SeenSnapshot = BookingSnapshot & SeenByGuest;

/** A booking as one of its attendees may know it: without the others and whom they bring along. `null`: as it is. */
export function seenBy<Booking extends WithAttendees>(
  booking: Booking,
  attendeeId: string | null,
): Booking & SeenByGuest {
  if (attendeeId === null) return booking;
  const attendees = booking.attendees.filter(({ id }) => id === attendeeId);
  const guests = attendees.flatMap(({ guests: theirs = [] }) => theirs);
  return { ...booking, attendees, guests, asGuest: { isShared: booking.attendees.length > 1 } };
}
