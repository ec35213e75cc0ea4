import { AppError } from '#platform/errors.ts';
import type { Principal } from '#platform/principal.ts';

/** The session that the viewer asks with; `null` for an API key. */
export function currentSessionId({ credential }: Principal): string | null {
  return credential?.kind === 'SESSION' ? credential.id : null;
}

/** What decides over the account itself is not for keys, which are given to programs for less. */
export function requireSession(viewer: Principal): void {
  if (viewer.credential?.kind === 'SESSION') return;
  throw new AppError('FORBIDDEN', 'This is for people who are signed in, not for API keys.');
}
