import type { NewEvent } from '#platform/transaction.ts';
import type { UserDeletion, UserSnapshot } from '../../../schema/events.ts';
import type { User } from './user.entity.ts';

export function userDeleted({ id, organizationId, version }: User): NewEvent {
  const payload: UserDeletion = { id, organizationId };
  return {
    name: 'user.deleted',
    aggregateType: 'user',
    aggregateId: id,
    version,
    payload,
    audience: [],
    organizationId,
  };
}

export function userEvent(
  name: 'user.created' | 'user.updated' | 'user.email_changed',
  user: User,
): NewEvent {
  const { id, organizationId, handle, timeZone } = user;
  const payload: UserSnapshot = { id, organizationId, handle, name: user.name, timeZone };
  return {
    name,
    aggregateType: 'user',
    aggregateId: id,
    version: user.version,
    payload,
    audience: [id],
    organizationId,
  };
}
