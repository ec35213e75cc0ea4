import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { requireId, uuidOf } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { NewEvent } from '#platform/transaction.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { findCandidates, giveChildren, pushLocked } from './children.ts';

const MAX_NAMED = 500;

export interface MemberSlugsTaken {
  kind: 'MEMBER_SLUGS_TAKEN';
  slug: string;
  userIds: string[];
}

export function readMemberIds(memberIds: readonly string[]): string[] {
  if (memberIds.length > MAX_NAMED)
    throw badInput('memberIds', `Up to ${MAX_NAMED} members can be named at a time.`, { max: MAX_NAMED });
  return [...new Set(memberIds.map((id, index) => requireId('usr', id, `memberIds[${index}]`)))];
}

/**
 * Gives a template to members, or to everybody in the team, and brings what is locked to all who have it. Nothing
 * happens where one of them has another event type at the address.
 */
export async function assignMembers(
  em: EntityManager,
  template: EventTypeRow,
  memberIds: readonly string[],
  at: Date,
): Promise<Result<NewEvent[], MemberSlugsTaken>> {
  const candidates = await findCandidates(em, sql`t.id = ${uuidOf(template.id)}::uuid`);
  const known = new Set(candidates.map(({ ownerId }) => ownerId));
  const stranger = memberIds.findIndex(id => !known.has(id));
  if (stranger >= 0) throw badInput(`memberIds[${stranger}]`, 'It must be a member of the team.');
  const wanted = new Set(memberIds);
  const concerned = candidates.filter(
    ({ holding, ownerId }) => holding === 'ASSIGNED' || template.assignsAllMembers || wanted.has(ownerId),
  );
  const taken = concerned.filter(({ isSlugTaken }) => isSlugTaken).map(({ ownerId }) => ownerId);
  if (taken.length > 0) return err({ kind: 'MEMBER_SLUGS_TAKEN', slug: template.slug, userIds: taken });
  const gifts = concerned.filter(({ holding }) => holding !== 'ASSIGNED');
  const given = await giveChildren(em, gifts, at);
  return ok([...given, ...(await pushLocked(em, template, at))]);
}
