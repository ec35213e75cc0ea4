import type { NewEvent } from '#platform/transaction.ts';
import type { ApiKeyEnd } from '../../../schema/identity-events.ts';
import type { ApiKey } from './api-key.entity.ts';

export function apiKeyRevoked({ id, userId, organizationId }: ApiKey): NewEvent {
  const payload: ApiKeyEnd = { apiKeyId: id, userId };
  return {
    name: 'api_key.revoked',
    aggregateType: 'api_key',
    aggregateId: id,
    version: 2,
    payload,
    audience: [userId],
    organizationId,
  };
}
