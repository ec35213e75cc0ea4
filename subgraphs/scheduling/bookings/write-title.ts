/** What a booking is called in calendars and lists: `Intro with Ada Lovelace and Grace Hopper`. */
export function writeTitle(eventTitle: string, hostNames: readonly string[], guestName: string): string {
  const people = [...hostNames, guestName];
  const all = people.length > 1 ? `${people.slice(0, -1).join(', ')} and ${people.at(-1)}` : guestName;
  return `${eventTitle} with ${all}`;
}
