import { badInput } from '#platform/errors.ts';

/** The name of a team, an organization or something that people define there. */
export function readName(name: string, field = 'name'): string {
  const text = name.trim();
  if (text.length >= 1 && text.length <= 100 && !/\p{Cc}/u.test(text)) return text;
  throw badInput(field, 'A name has 1 to 100 characters on one line.', { max: 100 });
}
