import type * as ops from '../../../examples/operations/operations.generated.ts';
import {
  ADA,
  bookingOf,
  type ExampleGroup,
  GRACE,
  INTRO,
  inWeek,
  PANEL,
  SLOT_HOUR_UTC,
  TEAM,
  TRIAGE,
} from './example-facts.ts';

export const dashboard: ExampleGroup = {
  title: 'Dashboard',
  description: 'What an organizer looks at all day.',
  examples: {
    Me: {
      title: 'Signed-in user',
      isOpen: true,
      needsKey: true,
      variables: (): ops.MeQueryVariables => ({}),
    },
    DashboardBookings: {
      title: 'Upcoming bookings',
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
    BookingList: {
      title: 'Bookings in any order',
      needsKey: true,
      variables: (): ops.BookingListQueryVariables => ({ first: 10 }),
    },
    BookingHistory: {
      title: 'History of a booking',
      needsKey: true,
      needsBooking: true,
      variables: (facts): ops.BookingHistoryQueryVariables => ({
        id: bookingOf(facts).id,
        asOf: inWeek(facts.monday, 0),
      }),
    },
    BookingProgress: {
      title: 'What can be done with a booking',
      needsKey: true,
      needsBooking: true,
      variables: (facts): ops.BookingProgressQueryVariables => ({ id: bookingOf(facts).id }),
    },
    InstantOffersChanged: {
      title: 'Live offers of meetings at once',
      needsKey: true,
      hint: 'Begins with the offers as they are.',
      variables: (): Record<string, never> => ({}),
    },
  },
};

export const hours: ExampleGroup = {
  title: 'Hours',
  description: 'When people are there, and what follows from it.',
  examples: {
    Availability: {
      title: 'Free time of several people',
      needsKey: true,
      variables: ({ monday }): ops.AvailabilityQueryVariables => ({
        userIds: [ADA, GRACE],
        from: inWeek(monday, 0),
        to: inWeek(monday, 5),
        minimumMinutes: 60,
      }),
    },
    ExplainDay: {
      title: 'A whole day explained',
      needsKey: false,
      variables: ({ monday }): ops.ExplainDayQueryVariables => ({
        eventTypeId: PANEL,
        date: inWeek(monday, 0).slice(0, 10),
        timeZone: 'Europe/London',
      }),
    },
    SimulateSlots: {
      title: 'What other settings would change',
      needsKey: true,
      variables: ({ monday }): ops.SimulateSlotsQueryVariables => ({
        input: {
          eventTypeId: INTRO,
          from: inWeek(monday, 0),
          to: inWeek(monday, 7),
          timeZone: 'Europe/London',
          eventType: { durationMinutes: 60 },
        },
      }),
    },
    Holidays: {
      title: 'Public holidays',
      needsKey: false,
      variables: ({ monday }): ops.HolidaysQueryVariables => ({
        region: 'GB-ENG',
        year: monday.getUTCFullYear(),
      }),
    },
    MyAbsences: {
      title: 'Own absences',
      needsKey: true,
      variables: (): Record<string, never> => ({}),
    },
    TeamAbsences: {
      title: 'Absences of a team',
      needsKey: true,
      variables: (): ops.TeamAbsencesQueryVariables => ({ teamId: TEAM }),
    },
  },
};

export const teams: ExampleGroup = {
  title: 'Event types and teams',
  description: 'What is offered, by whom, and how evenly.',
  examples: {
    EventTypeSettings: {
      title: 'Settings of an event type',
      needsKey: true,
      variables: (): ops.EventTypeSettingsQueryVariables => ({ id: INTRO }),
    },
    RoundRobinSettings: {
      title: 'Who takes turns',
      needsKey: true,
      variables: (): ops.RoundRobinSettingsQueryVariables => ({ id: TRIAGE }),
    },
    Fairness: {
      title: 'How even the turns were',
      needsKey: true,
      variables: ({ monday }): ops.FairnessQueryVariables => ({
        eventTypeId: TRIAGE,
        from: inWeek(monday, -28),
        to: inWeek(monday, 0),
      }),
    },
    BookingAssignment: {
      title: 'Who hosts a booking, and why',
      needsKey: true,
      needsBooking: true,
      variables: (facts): ops.BookingAssignmentQueryVariables => ({ id: bookingOf(facts).id }),
    },
    WhatStandsInTheWay: {
      title: 'Rules that can be waived',
      needsKey: false,
      variables: ({ monday }): ops.WhatStandsInTheWayQueryVariables => ({
        eventTypeId: PANEL,
        startsAt: inWeek(monday, 0, SLOT_HOUR_UTC),
      }),
    },
    TeamResources: {
      title: 'Rooms and equipment',
      needsKey: true,
      variables: (): ops.TeamResourcesQueryVariables => ({ teamId: TEAM, first: 20 }),
    },
    MyRoutingForms: {
      title: 'Routing forms',
      needsKey: true,
      variables: (): Record<string, never> => ({}),
    },
    MyOrganizations: {
      title: 'Organizations',
      needsKey: true,
      variables: (): Record<string, never> => ({}),
    },
  },
};
