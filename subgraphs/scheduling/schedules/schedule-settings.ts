import { badInput } from '#platform/errors.ts';
import { isHolidayRegion } from './holidays.ts';

const MAX_NAME = 100;

/** The name without surrounding blanks. */
export function readScheduleName(text: string): string {
  const name = text.trim();
  if (name.length >= 1 && name.length <= MAX_NAME && !/[\p{Cc}\u2028\u2029]/u.test(name)) return name;
  throw badInput('name', `A name has 1 to ${MAX_NAME} characters on one line.`);
}

export function requireHolidayRegion(field: string, region: string): void {
  if (!isHolidayRegion(region)) {
    throw badInput(
      field,
      `\`${field}\` must be a country or a part of one that has a calendar, such as \`DE\` or \`DE-BY\`.`,
    );
  }
}
