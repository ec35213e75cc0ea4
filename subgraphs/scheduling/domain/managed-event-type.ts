/** The settings of a template that can be locked. Lower case, each is the name of its column. */
export const managedFields = [
  'TITLE',
  'SLUG',
  'DESCRIPTION',
  'IS_ACTIVE',
  'DURATION_MINUTES',
  'DURATION_OPTIONS_MINUTES',
  'SLOT_INTERVAL_MINUTES',
  'START_OFFSET_MINUTES',
  'IS_OPTIMIZED',
  'IS_FIRST_OF_DAY_ONLY',
  'PADS_FOREIGN_EVENTS',
  'BUFFER_BEFORE_MINUTES',
  'BUFFER_AFTER_MINUTES',
  'MINIMUM_NOTICE_MINUTES',
  'BOOKING_WINDOW',
  'LIMITS',
  'RESTRICTION_SCHEDULE_ID',
  'VISIBILITY',
  'SEATS_PER_SLOT',
  'LOCKED_TIME_ZONE',
  'LOCATIONS',
  'BOOKING_FIELDS',
] as const;
export type ManagedField = (typeof managedFields)[number];

/** `BOOKING_FIELDS` is `bookingFields` among the settings. */
function settingOf(field: ManagedField): string {
  return field.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** JSON columns come back with their keys in another order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]),
  );
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

/** Which locked settings a change would make other ones. A form that sends all of them back is no change. */
export function lockedChanges(
  locked: readonly ManagedField[],
  before: object,
  changes: object,
): ManagedField[] {
  const [had, wanted] = [before as Record<string, unknown>, changes as Record<string, unknown>];
  return locked.filter(field => {
    const setting = settingOf(field);
    return setting in wanted && !isSame(wanted[setting], had[setting]);
  });
}
