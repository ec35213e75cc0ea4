import { randomBytes } from 'node:crypto';
import type { CipherPlace } from '#platform/encryption.ts';

/** A secret as Standard Webhooks wants it: `whsec_` and 32 random bytes in base64. */
export function mintSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Where a signing secret is kept, for its encryption. It stays in place when it becomes the previous one. */
export function secretPlace(endpoint: { id: string; organizationId: string }): CipherPlace {
  return { tenant: endpoint.organizationId, table: 'webhook_endpoints', row: endpoint.id, column: 'secret' };
}
