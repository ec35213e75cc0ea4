import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, newId, uuidOf } from '#platform/ids.ts';
import type { EventHandler } from '#platform/inbox.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import type { DomainEvent } from '#platform/outbox.ts';
import { type BookingChange, eventKindOf } from '../../../schema/events.ts';
import { erasePeople, tellableChange } from './erase-people.ts';

/** What is sent: `type`, `timestamp` and `data` as Standard Webhooks recommends. */
function bodyOf(event: DomainEvent, change: BookingChange): string {
  const { booking, previous, reason, attendee } = change;
  return JSON.stringify({
    type: event.name,
    timestamp: event.metadata.occurredAt,
    data: { id: event.id, actor: event.metadata.actor, booking, previous, reason, attendee },
  });
}

/** The active endpoints of everybody who may see the event and that want to hear of its kind. */
async function interestedEndpoints(em: EntityManager, event: DomainEvent): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from webhook_endpoints
    where user_id = any(${event.audience.map(uuidOf)}::uuid[]) and is_active
      and event_kinds @> ${[eventKindOf(event.name)]}::text[]`.execute(statements(em));
  return rows.map(({ id }) => fromUuid('whe', id));
}

/** One delivery and one job an endpoint, in the transaction that remembers the event. */
const notifyEndpoints: EventHandler = async (em, event) => {
  const body = bodyOf(event, await tellableChange(em, event));
  const now = new Date();
  for (const endpointId of await interestedEndpoints(em, event)) {
    const deliveryId = newId('whd');
    const job = addJob('integrations', { task: 'deliver-webhook', payload: { deliveryId } });
    await sql`
      with delivery as (
        insert into webhook_deliveries (id, endpoint_id, event_id, event_kind, aggregate_id, body, status, next_attempt_at, created_at)
        values (${uuidOf(deliveryId)}::uuid, ${uuidOf(endpointId)}::uuid, ${uuidOf(event.id)}::uuid,
          ${eventKindOf(event.name)}, ${event.aggregateId}, ${body}, 'PENDING', ${now}, ${now})
        on conflict (endpoint_id, event_id) do nothing returning id
      ) select ${job} from delivery`.execute(statements(em));
  }
};

/** What this subgraph does with scheduling's news. */
export const schedulingEventHandlers: Record<string, EventHandler> = {
  'booking.created': notifyEndpoints,
  'booking.attendee_added': notifyEndpoints,
  'booking.attendee_removed': notifyEndpoints,
  'booking.rescheduled': notifyEndpoints,
  'booking.cancelled': notifyEndpoints,
  'booking.person_erased': async (em, event) => {
    await erasePeople(em, event);
    await notifyEndpoints(em, event);
  },
};
