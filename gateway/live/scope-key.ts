import type { Principal } from '#platform/principal.ts';

/**
 * All of a principal that a subgraph may decide by. Two subscriptions share an execution only where it is equal:
 * they are of the same user with the same scopes and roles, or both of nobody.
 */
export function scopeKeyOf({ kind, id, credential, scopes, organizationId, roles }: Principal): string {
  return JSON.stringify([
    kind,
    id,
    credential?.kind,
    credential?.clientId,
    [...scopes].sort(),
    organizationId,
    Object.entries(roles).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
