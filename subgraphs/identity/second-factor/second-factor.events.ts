import type { NewEvent } from '#platform/transaction.ts';
import type { SecondFactorChange } from '../../../schema/identity-events.ts';
import type { SecondFactor } from './second-factor.entity.ts';

export function secondFactorEvent(
  name: 'second_factor.enabled' | 'second_factor.disabled',
  { userId, organizationId }: SecondFactor,
): NewEvent {
  const payload: SecondFactorChange = { userId };
  return {
    name,
    aggregateType: 'second_factor',
    aggregateId: userId,
    version: name === 'second_factor.enabled' ? 1 : 2,
    payload,
    audience: [userId],
    organizationId,
  };
}
