/** What an attribute of members can hold. */
export const attributeTypes = ['TEXT', 'NUMBER', 'SELECT', 'MULTI_SELECT', 'BOOLEAN'] as const;

export type AttributeType = (typeof attributeTypes)[number];
export type AttributeValue = string | number | boolean | string[];

interface Definition {
  type: AttributeType;
  options: readonly string[];
}

const MOST_OPTIONS = 100;
const LONGEST_TEXT = 500;
const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest && !/\p{Cc}/u.test(value);

/** Why a definition makes no sense, or `null`. */
export function definitionFault({ type, options }: Definition): string | null {
  const chooses = type === 'SELECT' || type === 'MULTI_SELECT';
  if (!chooses) return options.length === 0 ? null : 'Only SELECT and MULTI_SELECT have options.';
  if (options.length < 1 || options.length > MOST_OPTIONS)
    return `There are 1 to ${MOST_OPTIONS} options to choose from.`;
  if (!options.every(option => isText(option, 100))) return 'An option has 1 to 100 characters on one line.';
  return new Set(options).size === options.length ? null : 'Each option is there once.';
}

/** Whether a value is one of the attribute; strictly: `"5"` is no number. */
export function isValueOf({ type, options }: Definition, value: unknown): value is AttributeValue {
  switch (type) {
    case 'TEXT':
      return isText(value, LONGEST_TEXT);
    case 'NUMBER':
      return typeof value === 'number' && Number.isFinite(value);
    case 'BOOLEAN':
      return typeof value === 'boolean';
    case 'SELECT':
      return typeof value === 'string' && options.includes(value);
    case 'MULTI_SELECT':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every(item => typeof item === 'string' && options.includes(item))
      );
  }
}
