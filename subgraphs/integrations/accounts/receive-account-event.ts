import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import type { EventHandler } from '#platform/inbox.ts';
import { statements } from '#platform/orm.ts';
import type { DomainEvent } from '#platform/outbox.ts';
import type { UserDeletion } from '../../../schema/events.ts';

/** Nothing is sent in the name of somebody who is gone; what was sent goes with the endpoint. */
async function removeEndpoints(em: EntityManager, event: DomainEvent): Promise<void> {
  const { id } = event.payload as UserDeletion;
  await sql`delete from webhook_endpoints where user_id = ${uuidOf(id)}::uuid`.execute(statements(em));
}

/** What this subgraph does with identity's news. */
export const accountEventHandlers: Record<string, EventHandler> = { 'user.deleted': removeEndpoints };
