import { err, ok, type Result } from '#platform/result.ts';

const bookingFieldTypes = [
  'TEXT',
  'TEXTAREA',
  'NUMBER',
  'PHONE',
  'EMAIL',
  'MULTI_EMAIL',
  'ADDRESS',
  'URL',
  'SELECT',
  'MULTI_SELECT',
  'RADIO',
  'CHECKBOX',
  'BOOLEAN',
] as const;
export type BookingFieldType = (typeof bookingFieldTypes)[number];

/** A question that the booking page asks. */
export interface BookingField {
  readonly slug: string;
  readonly label: string;
  readonly type: BookingFieldType;
  readonly required: boolean;
  /** For SELECT, MULTI_SELECT, RADIO and CHECKBOX. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface Answer {
  readonly slug: string;
  readonly value: unknown;
}

export interface AnswerFault {
  readonly slug: string;
  readonly message: string;
}

const MAX_LINE = 500;
const MAX_TEXT = 10_000;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const PHONE = /^\+?[0-9 ().-]{5,30}$/;

const isLine = (value: unknown, max = MAX_LINE) =>
  typeof value === 'string' && value.length <= max && !/[\p{Cc}\u2028\u2029]/u.test(value);
const isText = (value: unknown) =>
  typeof value === 'string' && value.length <= MAX_TEXT && !value.includes('\0');
const isEmail = (value: unknown) => isLine(value, 254) && EMAIL.test(value as string);
const isPhone = (value: unknown) => isLine(value) && PHONE.test(value as string);
const isWebAddress = (value: unknown) =>
  isLine(value) && URL.canParse(value as string) && /^https?:$/.test(new URL(value as string).protocol);
const isListOf = (value: unknown, fits: (item: unknown) => boolean) =>
  Array.isArray(value) && value.length <= 50 && value.every(fits);

const isOptionOf = (field: BookingField) => (value: unknown) =>
  field.options.some(option => option.value === value);

interface AnswerKind {
  fits(value: unknown, field: BookingField): boolean;
  /** What the guest is asked for instead. */
  readonly request: string;
}

const choice: AnswerKind = {
  fits: (value, field) => isOptionOf(field)(value),
  request: 'Choose one of the options.',
};
const choices: AnswerKind = {
  fits: (value, field) => isListOf(value, isOptionOf(field)),
  request: 'Choose from the options.',
};
const line: AnswerKind = {
  fits: value => isLine(value),
  request: `Write up to ${MAX_LINE} characters on one line.`,
};

const kinds: Record<BookingFieldType, AnswerKind> = {
  TEXT: line,
  ADDRESS: line,
  TEXTAREA: { fits: isText, request: `Write up to ${MAX_TEXT} characters.` },
  NUMBER: { fits: value => Number.isFinite(value), request: 'Give a number.' },
  PHONE: { fits: isPhone, request: 'Give a phone number, best with its country code.' },
  EMAIL: { fits: isEmail, request: 'Give an e-mail address.' },
  MULTI_EMAIL: { fits: value => isListOf(value, isEmail), request: 'Give a list of e-mail addresses.' },
  URL: { fits: isWebAddress, request: 'Give a web address that starts with http:// or https://.' },
  SELECT: choice,
  RADIO: choice,
  MULTI_SELECT: choices,
  CHECKBOX: choices,
  BOOLEAN: { fits: value => typeof value === 'boolean', request: 'Answer yes or no.' },
};

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The answers in the order of the questions, unanswered ones left out; or everything that is wrong with them. */
export function readAnswers(
  fields: readonly BookingField[],
  answers: readonly Answer[],
): Result<Answer[], AnswerFault[]> {
  const given = new Map(answers.map(({ slug, value }) => [slug, value]));
  const known = new Set(fields.map(field => field.slug));
  const faults = answers
    .filter(({ slug }) => !known.has(slug))
    .map(({ slug }) => ({ slug, message: 'There is no such question.' }));
  const read: Answer[] = [];
  for (const field of fields) {
    const value = given.get(field.slug);
    const mustAgree = field.required && field.type === 'BOOLEAN' && value === false;
    if (isEmpty(value) || mustAgree) {
      if (field.required) faults.push({ slug: field.slug, message: 'This has to be answered.' });
      continue;
    }
    const kind = kinds[field.type];
    if (kind.fits(value, field)) read.push({ slug: field.slug, value });
    else faults.push({ slug: field.slug, message: kind.request });
  }
  return faults.length > 0 ? err(faults) : ok(read);
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const WITH_OPTIONS = new Set<BookingFieldType>(['SELECT', 'MULTI_SELECT', 'RADIO', 'CHECKBOX']);

/** Why a list of questions cannot be, or `null`. */
export function fieldsFault(fields: readonly BookingField[]): string | null {
  if (fields.length > 50) return 'There are 50 questions at the most.';
  if (new Set(fields.map(field => field.slug)).size < fields.length)
    return 'Every question needs its own slug.';
  for (const field of fields) {
    if (!SLUG.test(field.slug) || field.slug.length > 60) {
      return `The slug \`${field.slug}\` has to be lower case letters, digits and single hyphens between them.`;
    }
    if (!isLine(field.label) || field.label.trim() === '')
      return `The question \`${field.slug}\` needs a label.`;
    if (WITH_OPTIONS.has(field.type) && field.options.length === 0)
      return `The question \`${field.slug}\` needs options.`;
    if (new Set(field.options.map(option => option.value)).size < field.options.length) {
      return `The options of \`${field.slug}\` need different values.`;
    }
  }
  return null;
}
