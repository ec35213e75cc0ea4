import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from './ids.ts';
import { jobsSchema } from './jobs.ts';
import { statements } from './orm.ts';

/** Something that happened, told in the past tense, and everything a listener needs to act on it. */
export interface DomainEvent<Name extends string = string, Payload = unknown> {
  /** `evt_…`; a listener that has seen it does nothing. */
  readonly id: string;
  /** `<noun>.<past participle>`. */
  readonly name: Name;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** The aggregate's version after the event: listeners drop what is older than what they hold. */
  readonly version: number;
  readonly payload: Payload;
  readonly metadata: EventMetadata;
  /** Ids of the users who may see the event, as known when it was written. */
  readonly audience: readonly string[];
}

export interface EventMetadata {
  readonly actor: { readonly kind: 'ANONYMOUS' | 'USER' | 'SERVICE' | 'CLIENT'; readonly id: string };
  readonly organizationId: string | null;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  /** The request that started the chain of events. */
  readonly correlationId: string;
  /** The event that caused this one, where one did. */
  readonly causationId: string | null;
}

/**
 * Tables and the function behind this file, for a subgraph's first migration.
 *
 * `transaction_id` orders the log: a bare sequence is handed out before commit, so a reader that remembers the
 * highest number seen would skip an event whose transaction commits late.
 */
export const eventTables = (schema: string) => [
  `create table outbox_events (
    transaction_id xid8 not null default pg_current_xact_id(),
    sequence bigint not null generated always as identity,
    id uuid not null primary key,
    name text not null,
    aggregate_type text not null,
    aggregate_id text not null,
    version int not null,
    payload jsonb not null,
    metadata jsonb not null,
    audience text[] not null,
    occurred_at timestamptz not null
  )`,
  'create unique index outbox_events_position on outbox_events (transaction_id, sequence)',
  'create index outbox_events_aggregate on outbox_events (aggregate_id, version)',
  `create table inbox_events (
    id uuid not null primary key,
    name text not null,
    received_at timestamptz not null default now()
  )`,
  `create function append_event(event jsonb, consumers text[]) returns void language plpgsql as $$
  declare
    consumer text;
  begin
    insert into outbox_events (id, name, aggregate_type, aggregate_id, version, payload, metadata, audience, occurred_at)
    select (event->>'id')::uuid, event->>'name', event->>'aggregateType', event->>'aggregateId',
      (event->>'version')::int, event->'payload', event->'metadata',
      array(select jsonb_array_elements_text(event->'audience')), (event->'metadata'->>'occurredAt')::timestamptz;
    foreach consumer in array consumers loop
      perform ${jobsSchema(schema)}.add_job(
        'deliver-event', json_build_object('eventId', event->>'id', 'consumer', consumer));
    end loop;
  end $$`,
];

/** The event as `append_event` and the wire take it: ids of rows are plain UUIDs in the database. */
export function appendEvent(event: DomainEvent, consumers: readonly string[]) {
  const stored = JSON.stringify({ ...event, id: uuidOf(event.id) });
  return sql`append_event(${stored}::jsonb, ${consumers as string[]}::text[])`;
}

/** The same for many events of one name, as a statement. */
export function appendAll(events: readonly DomainEvent[], consumers: readonly string[]) {
  const stored = JSON.stringify(events.map(event => ({ ...event, id: uuidOf(event.id) })));
  return sql`select append_event(news.event, ${consumers as string[]}::text[])
    from jsonb_array_elements(${stored}::jsonb) as news(event)`;
}

/** Writes events, and the jobs that deliver them, into the current transaction. */
export async function appendEvents(
  em: EntityManager,
  events: readonly DomainEvent[],
  consumersOf: (name: string) => readonly string[],
): Promise<void> {
  if (events.length === 0) return;
  // One statement, however many; in their order, which is that of the log.
  const news = events.map(event => ({
    event: { ...event, id: uuidOf(event.id) },
    consumers: consumersOf(event.name),
  }));
  await sql`
    select append_event(item->'event', array(select jsonb_array_elements_text(item->'consumers')))
    from jsonb_array_elements(${JSON.stringify(news)}::jsonb) with ordinality as news(item, position)
    order by position`.execute(statements(em));
}

export interface EventRow {
  id: string;
  name: string;
  aggregate_type: string;
  aggregate_id: string;
  version: number;
  payload: unknown;
  metadata: EventMetadata;
  audience: string[];
}

export function eventFromRow(row: EventRow): DomainEvent {
  return {
    id: fromUuid('evt', row.id),
    name: row.name,
    aggregateType: row.aggregate_type,
    aggregateId: row.aggregate_id,
    version: row.version,
    payload: row.payload,
    metadata: row.metadata,
    audience: row.audience,
  };
}

/** Hands one event to one consumer; it rejects when the consumer did not take it. */
export type DeliverEvent = (event: DomainEvent) => Promise<void>;

/** The job behind `append_event`: at least once, with the queue's own retries. */
export function deliverEventTask(orm: MikroORM, consumers: Readonly<Record<string, DeliverEvent>>) {
  return async (payload: unknown) => {
    const { eventId, consumer } = payload as { eventId: string; consumer: string };
    const deliver = consumers[consumer];
    if (!deliver) throw new Error(`No consumer is called ${consumer}.`);
    const { rows } = await sql<EventRow>`
      select id, name, aggregate_type, aggregate_id, version, payload, metadata, audience
      from outbox_events where id = ${eventId}::uuid`.execute(statements(orm.em.fork()));
    // A pruned event has nobody left to tell.
    if (rows[0]) await deliver(eventFromRow(rows[0]));
  };
}
