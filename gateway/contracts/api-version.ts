import { AppError } from '#platform/errors.ts';

/** The header, and the connection parameter of sockets, that names a version; the header of answers that says which it was. */
export const VERSION_HEADER = 'almanac-version';

/** The API as it was first released. Later versions are the dates that tags of the schema name. */
const FIRST_VERSION = '2026-11-01';

const DATED_TAG = /^(since|until)-(.*)$/;

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Versions of a schema with these tags, the oldest first. A date is a version where something comes or goes. */
export function versionsOf(tags: Iterable<string>): string[] {
  const versions = new Set([FIRST_VERSION]);
  for (const tag of tags) {
    const date = DATED_TAG.exec(tag)?.[2];
    if (date === undefined) continue;
    if (!isDate(date) || date <= FIRST_VERSION) {
      throw new Error(`The tag ${tag} names no date behind ${FIRST_VERSION}.`);
    }
    versions.add(date);
  }
  return [...versions].sort();
}

/** Whether a part of the schema with these tags is in a version. */
export function isInVersion(tags: readonly string[], version: string): boolean {
  return tags.every(tag => {
    const [, kind, date = ''] = DATED_TAG.exec(tag) ?? [];
    if (kind === 'since') return version >= date;
    if (kind === 'until') return version < date;
    return true;
  });
}

/** The version that serves who asks for a date: the latest that was there by then; the newest for who asks for none. */
export function chooseVersion(versions: readonly string[], asked: string | undefined): string {
  const extensions = { versions };
  const newest = versions.at(-1) ?? FIRST_VERSION;
  if (asked === undefined) return newest;
  if (!isDate(asked)) {
    throw new AppError(
      'API_VERSION_INVALID',
      `\`${VERSION_HEADER}\` must be one date, such as ${newest}; left out, the newest version is served.`,
      { extensions },
    );
  }
  const chosen = versions.findLast(version => version <= asked);
  if (chosen) return chosen;
  throw new AppError(
    'API_VERSION_UNKNOWN',
    `There was no version yet by ${asked}. There are: ${versions.join(', ')}.`,
    { extensions },
  );
}
