import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

function textScalar(options: {
  name: string;
  description: string;
  specifiedByURL: string;
  /** Returns the canonical text, or `null` where it is not one of these. */
  read(text: string): string | null;
}): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const text = typeof value === 'string' ? options.read(value) : null;
    if (text !== null) return text;
    throw new GraphQLError(`${JSON.stringify(value)} is not a ${options.name}: ${options.description}`);
  };
  return new GraphQLScalarType<string, string>({
    name: options.name,
    description: options.description,
    specifiedByURL: options.specifiedByURL,
    serialize: value => String(value),
    parseValue: parse,
    parseLiteral: node => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

/** Rules of zones are worked out as far as they are asked for: nobody meets further away. */
const [FIRST_YEAR, LAST_YEAR] = [1970, 2199];

function requireYear(year: number, text: unknown, name: string): void {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return;
  throw new GraphQLError(
    `${JSON.stringify(text)} is not a ${name} of the years ${FIRST_YEAR} to ${LAST_YEAR}.`,
  );
}

function boundedInstant(instant: Date): Date {
  requireYear(instant.getUTCFullYear(), instant, 'DateTime');
  return instant;
}

const iso = GraphQLDateTimeISO.toConfig();

/** `Date` in code. */
export const DateTime = new GraphQLScalarType({
  ...iso,
  parseValue: value => boundedInstant(iso.parseValue(value)),
  parseLiteral: (node, variables) => boundedInstant(iso.parseLiteral(node, variables)),
  name: 'DateTime',
  description:
    'An instant, in RFC 3339. Any offset is read, UTC with milliseconds is written: `2027-03-28T09:00:00.000Z`. Years 1970 to 2199.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
});

/** A zone, as the caller wrote it: aliases such as `Europe/Kiev` stay what they are. */
export const TimeZone = textScalar({
  name: 'TimeZone',
  description:
    'A time zone of the IANA database by name or alias, such as `Europe/Kyiv` or `Europe/Kiev`; offsets are refused.',
  specifiedByURL: 'https://www.iana.org/time-zones',
  read: text => (isTimeZone(text) ? text : null),
});

/** Names that were found: asking the tz database takes longer than all the rest of reading a request. */
const knownZones = new Set<string>();
const MAX_KNOWN_ZONES = 2_000;

/** Whether the running tz database knows the name. Offsets are no zones: they have no rules. */
export function isTimeZone(text: string): boolean {
  if (knownZones.has(text)) return true;
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    if (knownZones.size < MAX_KNOWN_ZONES) knownZones.add(text);
    return true;
  } catch {
    return false;
  }
}

/** Text in code: a date without a zone is no instant. */
export const CalendarDate = textScalar({
  name: 'Date',
  description: 'A date of the calendar without a zone, `YYYY-MM-DD`, in the years 1970 to 2199.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  read: text => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
    requireYear(Number(text.slice(0, 4)), text, 'Date');
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
    } catch {
      return null;
    }
  },
});

export const LocalTime = textScalar({
  name: 'LocalTime',
  description: 'A time of day on a wall clock, `HH:MM` from `00:00` to `24:00`; `24:00` ends a day.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  read: text => (/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text) ? text : null),
});

const EMAIL = /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\].]+(\.[^\s@<>(),;:\\"[\].]+)+$/u;

export function isEmailAddress(text: string): boolean {
  // Control characters would end up in mail headers.
  return text.length <= 254 && EMAIL.test(text) && !/\p{C}/u.test(text);
}

export const EmailAddress = textScalar({
  name: 'EmailAddress',
  description:
    'An e-mail address with a dotted domain, up to 254 characters; international ones are welcome.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc6531',
  read: text => (isEmailAddress(text) ? text : null),
});

export const Locale = textScalar({
  name: 'Locale',
  description: 'A language tag such as `en` or `pt-BR`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc5646',
  read: text => {
    try {
      return Intl.getCanonicalLocales(text)[0] ?? null;
    } catch {
      return null;
    }
  },
});
