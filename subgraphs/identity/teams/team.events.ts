import type { NewEvent } from '#platform/transaction.ts';
import type { MembershipSnapshot, TeamDeletion, TeamSnapshot } from '../../../schema/events.ts';
import type { Membership } from './membership.entity.ts';
import type { Team } from './team.entity.ts';

export function teamEvent(name: 'team.created' | 'team.updated', team: Team): NewEvent {
  const { id, organizationId, handle, version } = team;
  const payload: TeamSnapshot = { id, organizationId, handle, name: team.name };
  return { name, aggregateType: 'team', aggregateId: id, version, payload, audience: [], organizationId };
}

/** The last word about a team, whatever version it had. */
export function teamDeleted({ id, organizationId, version }: Team): NewEvent {
  const payload: TeamDeletion = { id, organizationId };
  return {
    name: 'team.deleted',
    aggregateType: 'team',
    aggregateId: id,
    version: version + 1,
    payload,
    audience: [],
    organizationId,
  };
}

type MembershipEventName = 'membership.created' | 'membership.updated' | 'membership.deleted';

export function membershipEvent(name: MembershipEventName, membership: Membership): NewEvent {
  const { id, organizationId, teamId, userId, role } = membership;
  const payload: MembershipSnapshot = { id, organizationId, teamId, userId, role };
  // A deletion is the last word, whatever version the row had.
  const version = name === 'membership.deleted' ? membership.version + 1 : membership.version;
  return {
    name,
    aggregateType: 'membership',
    aggregateId: id,
    version,
    payload,
    audience: [userId],
    organizationId,
  };
}
