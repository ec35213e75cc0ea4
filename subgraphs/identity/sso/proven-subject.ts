/** Whom a source has named, and vouches for. */
export interface ProvenSubject {
  issuer: string;
  subject: string;
  email: string | null;
  isEmailProven: boolean;
  name: string | null;
}

/** A name that an account can have. */
export function nameFrom(name: string | null): string | null {
  const text = (name ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100)
    .trim();
  return text === '' ? null : text;
}
