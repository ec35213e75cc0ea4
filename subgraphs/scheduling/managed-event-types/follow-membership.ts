import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { newId, uuidOf } from '#platform/ids.ts';
import { appendEvents, type DomainEvent } from '#platform/outbox.ts';
import type { NewEvent } from '#platform/transaction.ts';
import { consumersOf } from '../../../schema/events.ts';
import { findCandidates, giveChildren, pushLocked, withdrawChildren } from './children.ts';
import { lockTeamsOf } from './lock-team.ts';

/** What happens because of news from elsewhere is told as caused by it. */
async function appendConsequences(em: EntityManager, events: readonly NewEvent[], news: DomainEvent) {
  const consequences = events.map(({ organizationId, ...event }) => ({
    ...event,
    id: newId('evt'),
    metadata: { ...news.metadata, organizationId, causationId: news.id },
  }));
  await appendEvents(em, consequences, consumersOf);
}

/**
 * Gives a user what all members of their teams have. Where they have the address already they go without, which
 * `membersWithout` shows: nobody is there to be asked.
 */
export async function welcomeMember(em: EntityManager, userId: string, news: DomainEvent): Promise<void> {
  await lockTeamsOf(em, userId);
  const candidates = await findCandidates(em, sql`t.assigns_all_members and o.id = ${userId}`);
  const gifts = candidates.filter(({ holding, isSlugTaken }) => holding !== 'ASSIGNED' && !isSlugTaken);
  const at = new Date(news.metadata.occurredAt);
  const events = await giveChildren(em, gifts, at);
  for (const { templateId: id, lockedFields, holding } of gifts)
    if (holding === 'LEFT') events.push(...(await pushLocked(em, { id, lockedFields }, at)));
  await appendConsequences(em, events, news);
}

/** Takes back what a user has of teams that they are no member of any more. */
export async function dismissMember(em: EntityManager, userId: string, news: DomainEvent): Promise<void> {
  await lockTeamsOf(em, userId);
  const lost = sql`c.owner_id = ${userId} and not exists (
    select 1 from event_types t
    join owners team on team.id = t.owner_id
    join memberships m on m.team_id = team.uuid and not m.is_ended
    where t.id = c.template_id and m.user_id = ${uuidOf(userId)}::uuid)`;
  const { events } = await withdrawChildren(em, lost, new Date(news.metadata.occurredAt));
  await appendConsequences(em, events, news);
}
