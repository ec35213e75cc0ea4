import type * as ops from '../../../examples/operations/operations.generated.ts';
import { type ExampleFacts, inWeek, type MadeBooking } from './example-facts.ts';

export interface Example {
  title: string;
  /** Whether it is one of the tabs that a new visitor finds open. */
  isOpen: boolean;
  /** Whether it only works signed in. */
  needsKey: boolean;
  /** Whether it is about a booking that was made on this page before. */
  needsBooking?: boolean;
  /** What to do with it, where that is not plain. */
  hint?: string;
  variables(facts: ExampleFacts): Record<string, unknown>;
}

export interface ExampleGroup {
  title: string;
  /** By name of the operation in `examples/operations/`. */
  examples: Readonly<Record<string, Example>>;
}

/** Of the demo that `npm start` makes: subgraphs/scheduling/seed.ts. */
const INTRO = 'etp_01jc000000e0080000ada1ntr0';
const PANEL = 'etp_01jc000000e0080000000pane1';

const SLOT_HOUR_UTC = 10;
const LATER_SLOT_HOUR_UTC = 14;

const unknownBooking: MadeBooking = { id: 'bkg_…', manageToken: 'the manageToken of CreateBooking' };

/** A tool for partners: who books, what happens, what is sent. In the order in which one tries them. */
export const exampleGroups: readonly ExampleGroup[] = [
  {
    title: 'Booking page',
    examples: {
      EventTypePage: {
        title: 'Event type',
        isOpen: true,
        needsKey: false,
        variables: (): ops.EventTypePageQueryVariables => ({ owner: 'ada', slug: 'intro' }),
      },
      Slots: {
        title: 'Free times',
        isOpen: true,
        needsKey: false,
        variables: ({ monday }): ops.SlotsQueryVariables => ({
          eventTypeId: INTRO,
          from: inWeek(monday, 0),
          to: inWeek(monday, 7),
          timeZone: 'America/New_York',
          first: 5,
        }),
      },
      CreateBooking: {
        title: 'Book',
        isOpen: true,
        needsKey: false,
        hint: 'Run it again: the same `idempotencyKey` books once. With another key the time is taken.',
        variables: ({ monday, attempt }): ops.CreateBookingMutationVariables => ({
          input: {
            eventTypeId: INTRO,
            startsAt: inWeek(monday, 0, SLOT_HOUR_UTC),
            attendee: { name: 'Grace Hopper', email: 'grace@example.com', timeZone: 'America/New_York' },
            answers: [{ slug: 'topic', value: 'Compilers' }],
            idempotencyKey: `book-${attempt}`,
          },
        }),
      },
      ExplainSlot: {
        title: 'Explain a time',
        isOpen: true,
        needsKey: false,
        hint: 'Three hosts in London, New York and Kolkata: 10:00 UTC does not suit everybody.',
        variables: ({ monday }): ops.ExplainSlotQueryVariables => ({
          eventTypeId: PANEL,
          startsAt: inWeek(monday, 0, SLOT_HOUR_UTC),
        }),
      },
      SlotsChanged: {
        title: 'Live free times',
        isOpen: false,
        needsKey: false,
        hint: 'Runs until stopped, or until another tab is shown: book in a second window.',
        variables: ({ monday }): ops.SlotsChangedSubscriptionVariables => ({
          eventTypeId: INTRO,
          from: inWeek(monday, 0),
          to: inWeek(monday, 7),
          timeZone: 'America/New_York',
        }),
      },
      BookingForGuest: {
        title: 'Booking of a guest',
        isOpen: false,
        needsKey: false,
        needsBooking: true,
        variables: ({ booking }): ops.BookingForGuestQueryVariables => booking ?? unknownBooking,
      },
      RescheduleBooking: {
        title: 'Move a booking',
        isOpen: false,
        needsKey: false,
        needsBooking: true,
        variables: ({ monday, booking }): ops.RescheduleBookingMutationVariables => {
          const { id, manageToken } = booking ?? unknownBooking;
          const startsAt = inWeek(monday, 1, LATER_SLOT_HOUR_UTC);
          return { input: { bookingId: id, manageToken, startsAt, idempotencyKey: `move-${id}` } };
        },
      },
      CancelBooking: {
        title: 'Cancel a booking',
        isOpen: true,
        needsKey: false,
        needsBooking: true,
        variables: ({ booking }): ops.CancelBookingMutationVariables => {
          const { id, manageToken } = booking ?? unknownBooking;
          const reason = 'Something came up.';
          return { input: { bookingId: id, manageToken, reason, idempotencyKey: `cancel-${id}` } };
        },
      },
    },
  },
  {
    title: 'Dashboard',
    examples: {
      Me: {
        title: 'Signed-in user',
        isOpen: true,
        needsKey: true,
        variables: (): ops.MeQueryVariables => ({}),
      },
      DashboardBookings: {
        title: 'Upcoming bookings',
        isOpen: true,
        needsKey: true,
        variables: ({ monday }): ops.DashboardBookingsQueryVariables => ({
          filter: { statuses: ['CONFIRMED'], startsFrom: inWeek(monday, 0) },
          first: 20,
        }),
      },
      BookingChanged: {
        title: 'Live changes',
        isOpen: true,
        needsKey: true,
        hint: 'Runs until stopped, or until another tab is shown: book in a second window.',
        variables: (): ops.BookingChangedSubscriptionVariables => ({ filter: { eventTypeIds: [INTRO] } }),
      },
      BookingHistory: {
        title: 'History of a booking',
        isOpen: false,
        needsKey: true,
        needsBooking: true,
        variables: ({ monday, booking }): ops.BookingHistoryQueryVariables => ({
          id: (booking ?? unknownBooking).id,
          asOf: inWeek(monday, 0),
        }),
      },
    },
  },
  {
    title: 'Partner',
    examples: {
      PartnerBookings: {
        title: 'All bookings',
        isOpen: false,
        needsKey: true,
        variables: (): ops.PartnerBookingsQueryVariables => ({ first: 20 }),
      },
      CreateWebhookEndpoint: {
        title: 'Register a webhook',
        isOpen: true,
        needsKey: true,
        hint: 'Put your own address there. Only the demo takes one on the same machine.',
        variables: ({ isLocal }): ops.CreateWebhookEndpointMutationVariables => ({
          input: {
            url: isLocal ? 'http://127.0.0.1:8787/almanac' : 'https://example.com/almanac',
            eventKinds: ['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED'],
          },
        }),
      },
      ApiKeys: {
        title: 'API keys',
        isOpen: false,
        needsKey: true,
        variables: (): ops.ApiKeysQueryVariables => ({}),
      },
    },
  },
];
