/** Days that one question about slots may span. */
export const MAX_SPAN_DAYS = 92;

/** The same for more people than a large group has: that many calendars are read for less time. */
export const MAX_SPAN_DAYS_OF_LARGE_GROUPS = 31;
export const LARGE_GROUP = 50;

/** How many days a question about so many people may span. */
export function maxSpanDays(people: number): number {
  return people > LARGE_GROUP ? MAX_SPAN_DAYS_OF_LARGE_GROUPS : MAX_SPAN_DAYS;
}
