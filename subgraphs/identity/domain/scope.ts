/** What a credential may be used for: reading or writing one kind of thing. */
export const scopes = [
  'PROFILE_READ',
  'PROFILE_WRITE',
  'BOOKING_READ',
  'BOOKING_WRITE',
  'BOOKING_OVERRIDE',
  'EVENT_TYPE_READ',
  'EVENT_TYPE_WRITE',
  'SCHEDULE_READ',
  'SCHEDULE_WRITE',
  'TEAM_READ',
  'TEAM_WRITE',
  'AUDIT_READ',
  'WEBHOOK_READ',
  'WEBHOOK_WRITE',
  'CALENDAR_READ',
  'CALENDAR_WRITE',
  'PAYMENT_READ',
  'PAYMENT_WRITE',
  'MANAGED_USER_READ',
  'MANAGED_USER_WRITE',
] as const;

export type Scope = (typeof scopes)[number];
