/**
 * What a booking is called in calendars and lists: `Intro with Ada Lovelace and Grace Hopper`. Where guests share
 * it, `guestName` is `null`: all of them read the title.
 */
export function writeTitle(
  eventTitle: string,
  hostNames: readonly string[],
  guestName: string | null,
): string {
  const people = guestName === null ? hostNames : [...hostNames, guestName];
  if (people.length === 0) return eventTitle;
  const all = people.length > 1 ? `${people.slice(0, -1).join(', ')} and ${people.at(-1)}` : people[0];
  return `${eventTitle} with ${all}`;
}
