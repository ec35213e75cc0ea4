import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from './ids.ts';
import { statements } from './orm.ts';
import type { DomainEvent } from './outbox.ts';

/** Reacts to an event inside the transaction that marks it as received. Calls nothing outside the database. */
export type EventHandler = (em: EntityManager, event: DomainEvent) => Promise<void>;

/**
 * Takes an event exactly once: its id and the handler's rows commit together, and a second delivery finds the
 * id. An event nobody handles here is remembered too, so that it is not sent again.
 */
export function receiveEvent(
  em: EntityManager,
  event: DomainEvent,
  handlers: Readonly<Record<string, EventHandler>>,
): Promise<'handled' | 'duplicate'> {
  return em.transactional(async tx => {
    const { rows } = await sql`
      insert into inbox_events (id, name) values (${uuidOf(event.id)}::uuid, ${event.name})
      on conflict (id) do nothing returning id`.execute(statements(tx));
    if (rows.length === 0) return 'duplicate';
    await handlers[event.name]?.(tx, event);
    return 'handled';
  });
}
