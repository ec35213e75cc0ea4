import { badInput } from '#platform/errors.ts';

const MAX_NOTE = 500;

/** The note without surrounding blanks; an empty one is none. */
export function readNote(text: string | null | undefined): string | null {
  const note = text?.trim() || null;
  if (note && (note.length > MAX_NOTE || note.includes('\0')))
    throw badInput('note', `A note has up to ${MAX_NOTE} characters.`);
  return note;
}
