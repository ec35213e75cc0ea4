import ical, { ICalCalendarMethod } from 'ical-generator';
import type { AddToCalendarLinks } from './booking.graphql.ts';
import type { BookingView } from './booking-view.ts';

function icsOf(booking: BookingView): string {
  const calendar = ical({
    prodId: { company: 'Almanac', product: 'Almanac' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${booking.id}@almanac`,
    sequence: booking.version - 1,
    stamp: booking.updatedAt,
    start: booking.startsAt,
    end: booking.endsAt,
    summary: booking.title,
    location: booking.location?.label ?? null,
  });
  return calendar.toString();
}

/** Addresses that open a calendar with the booking filled in, as each of them wants it. */
export function addToCalendarLinks(booking: BookingView): AddToCalendarLinks {
  const [start, end] = [booking.startsAt.toISOString(), booking.endsAt.toISOString()];
  const compact = (instant: string) => instant.replace(/[-:]|\.\d{3}/g, '');
  const place = booking.location?.label ?? '';
  const google = new URL('https://calendar.google.com/calendar/render');
  google.search = new URLSearchParams({
    action: 'TEMPLATE',
    text: booking.title,
    dates: `${compact(start)}/${compact(end)}`,
    location: place,
  }).toString();
  const outlook = (host: string) => {
    const url = new URL(`https://${host}/calendar/0/deeplink/compose`);
    const event = { subject: booking.title, startdt: start, enddt: end, location: place };
    url.search = new URLSearchParams({
      path: '/calendar/action/compose',
      rru: 'addevent',
      ...event,
    }).toString();
    return url.href;
  };
  return {
    google: google.href,
    outlook: outlook('outlook.live.com'),
    office365: outlook('outlook.office.com'),
    ics: `data:text/calendar;charset=utf-8,${encodeURIComponent(icsOf(booking))}`,
  };
}
