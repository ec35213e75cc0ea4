import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '#platform/ids.ts';
import { appendEvents, type DomainEvent } from '#platform/outbox.ts';
import { consumersOf, type EventName, type OwnerChange } from '../../../schema/events.ts';

/**
 * Identity's own news comes before what it causes here: whoever keeps what was read here meanwhile, found under an old
 * handle for one, hears of it once more.
 */
export async function tellOwnerUpdated(em: EntityManager, news: DomainEvent): Promise<void> {
  const payload: OwnerChange = { ownerId: news.aggregateId };
  const event: DomainEvent = {
    ...news,
    id: newId('evt'),
    name: 'owner.updated' satisfies EventName,
    aggregateType: 'owner',
    payload,
    metadata: { ...news.metadata, causationId: news.id },
    audience: [],
  };
  await appendEvents(em, [event], consumersOf);
}
