import type * as ops from '../../../examples/operations/operations.generated.ts';
import {
  bookingOf,
  type ExampleGroup,
  INTRO,
  inWeek,
  LATER_SLOT_HOUR_UTC,
  PANEL,
  SLOT_HOUR_UTC,
} from './example-facts.ts';

export const bookingPage: ExampleGroup = {
  title: 'Booking page',
  description: 'What a public page asks on its way to a booking. No account is needed.',
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
    HoldSlot: {
      title: 'Hold a time',
      needsKey: false,
      hint: 'While it is held nobody else can book it.',
      variables: ({ monday, attempt }): ops.HoldSlotMutationVariables => ({
        input: {
          eventTypeId: INTRO,
          startsAt: inWeek(monday, 2, SLOT_HOUR_UTC),
          idempotencyKey: `hold-${attempt}`,
        },
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
      needsKey: false,
      hint: 'Three hosts in London, New York and Kolkata: 10:00 UTC does not suit everybody.',
      variables: ({ monday }): ops.ExplainSlotQueryVariables => ({
        eventTypeId: PANEL,
        startsAt: inWeek(monday, 0, SLOT_HOUR_UTC),
      }),
    },
    SlotsChanged: {
      title: 'Live free times',
      needsKey: false,
      hint: 'Runs until stopped, or until another tab is shown: book in a second window.',
      variables: ({ monday }): ops.SlotsChangedSubscriptionVariables => ({
        eventTypeId: INTRO,
        from: inWeek(monday, 0),
        to: inWeek(monday, 7),
        timeZone: 'America/New_York',
      }),
    },
  },
};

export const guestLink: ExampleGroup = {
  title: 'Guest’s link',
  description: 'What the page behind the link of a confirmation asks: the token in the link is enough.',
  examples: {
    BookingForGuest: {
      title: 'Booking of a guest',
      needsKey: false,
      needsBooking: true,
      variables: (facts): ops.BookingForGuestQueryVariables => bookingOf(facts),
    },
    BookingDeadlines: {
      title: 'Until when it can be changed',
      needsKey: false,
      needsBooking: true,
      variables: (facts): ops.BookingDeadlinesQueryVariables => bookingOf(facts),
    },
    RescheduleBooking: {
      title: 'Move a booking',
      needsKey: false,
      needsBooking: true,
      variables: (facts): ops.RescheduleBookingMutationVariables => {
        const { id, manageToken } = bookingOf(facts);
        const startsAt = inWeek(facts.monday, 1, LATER_SLOT_HOUR_UTC);
        return { input: { bookingId: id, manageToken, startsAt, idempotencyKey: `move-${id}` } };
      },
    },
    CancelBooking: {
      title: 'Cancel a booking',
      isOpen: true,
      needsKey: false,
      needsBooking: true,
      variables: (facts): ops.CancelBookingMutationVariables => {
        const { id, manageToken } = bookingOf(facts);
        const reason = 'Something came up.';
        return { input: { bookingId: id, manageToken, reason, idempotencyKey: `cancel-${id}` } };
      },
    },
  },
};
