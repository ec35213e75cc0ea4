import type { NewEvent } from '#platform/transaction.ts';
import type { SessionEnd, SessionStart } from '../../../schema/identity-events.ts';
import type { Session } from './session.entity.ts';

export function sessionCreated(session: Session): NewEvent {
  const { id, organizationId, userId, method, userAgent, address } = session;
  const payload: SessionStart = { sessionId: id, userId, method, userAgent, address };
  return {
    name: 'session.created',
    aggregateType: 'session',
    aggregateId: id,
    version: 1,
    payload,
    audience: [userId],
    organizationId,
  };
}

type Ended = Pick<Session, 'id' | 'userId' | 'organizationId'>;

export function sessionRevoked(
  { id, userId, organizationId }: Ended,
  reason: SessionEnd['reason'],
): NewEvent {
  const payload: SessionEnd = { sessionId: id, userId, reason };
  return {
    name: 'session.revoked',
    aggregateType: 'session',
    aggregateId: id,
    version: 2,
    payload,
    audience: [userId],
    organizationId,
  };
}
