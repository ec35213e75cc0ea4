import { registerEnum } from '#platform/graphql-enum.ts';
import type { ManagedField } from '../domain/managed-event-type.ts';

export const EventTypeField = registerEnum<ManagedField>(
  'EventTypeField',
  'A setting of an event type, named like the field.',
  {
    TITLE: '',
    SLUG: '',
    DESCRIPTION: '',
    IS_ACTIVE: '',
    DURATION_MINUTES: '',
    DURATION_OPTIONS_MINUTES: '',
    SLOT_INTERVAL_MINUTES: '',
    START_OFFSET_MINUTES: '',
    IS_OPTIMIZED: '',
    IS_FIRST_OF_DAY_ONLY: '',
    PADS_FOREIGN_EVENTS: '',
    BUFFER_BEFORE_MINUTES: '',
    BUFFER_AFTER_MINUTES: '',
    MINIMUM_NOTICE_MINUTES: '',
    BOOKING_WINDOW: '',
    LIMITS: '',
    RESTRICTION_SCHEDULE_ID: '',
    VISIBILITY: '',
    SEATS_PER_SLOT: '',
    LOCKED_TIME_ZONE: '',
    LOCATIONS: '',
    BOOKING_FIELDS: '',
  },
);
