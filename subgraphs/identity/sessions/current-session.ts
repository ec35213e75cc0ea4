import type { Principal } from '#platform/principal.ts';

/** The session that the viewer asks with; `null` for an API key. */
export function currentSessionId({ credential }: Principal): string | null {
  return credential?.kind === 'SESSION' ? credential.id : null;
}
