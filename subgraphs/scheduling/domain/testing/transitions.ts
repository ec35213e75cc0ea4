/** When the clocks of every zone change. */
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Every zone that this Node.js knows. */
export const zones = Intl.supportedValuesOf('timeZone');

export const yearsStart = Date.parse('2000-01-01T00:00:00Z');
export const yearsEnd = Date.parse('2038-01-01T00:00:00Z');
const known = new Map<string, readonly number[]>();

/** The instants from 2000 to 2037 at which a zone's clocks change. */
export function transitionsOf(zone: string): readonly number[] {
  const found = known.get(zone);
  if (found) return found;
  const transitions: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(yearsStart)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < yearsEnd) {
    transitions.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  known.set(zone, transitions);
  return transitions;
}
