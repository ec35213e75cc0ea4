import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from './clock.ts';
import { newId } from './ids.ts';
import { appendEvents, type DomainEvent } from './outbox.ts';
import { withRetries } from './postgres-errors.ts';
import type { Operation } from './subgraph.ts';

/** What every use case gets as its first argument; each subgraph adds its loaders and settings. */
export interface RequestContext extends Operation {
  /** A fork of its own: nothing is shared between operations. */
  readonly em: EntityManager;
  readonly clock: Clock;
  /** Tells readers of the event log that something was committed. */
  wake(): void;
  /** Keeps whoever is concerned from reading what is older than a commit, where there are replicas. */
  committed(): Promise<void>;
  /** Of this operation so far. */
  readonly emitted: DomainEvent[];
  consumersOf(name: string): readonly string[];
}

/** An event as a use case knows it; the rest of it is the same for every event of an operation. */
export interface NewEvent extends Omit<DomainEvent, 'id' | 'metadata'> {
  organizationId: string;
}

export function completeEvent(ctx: RequestContext, { organizationId, ...event }: NewEvent): DomainEvent {
  const completed = {
    ...event,
    id: newId('evt'),
    metadata: {
      actor: { kind: ctx.viewer.kind, id: ctx.viewer.id },
      organizationId,
      occurredAt: new Date(ctx.clock.now()).toISOString(),
      correlationId: ctx.requestId,
      causationId: null,
    },
  };
  ctx.emitted.push(completed);
  return completed;
}

export interface UnitOfWork {
  em: EntityManager;
  /** Writes events that commit together with the rows, in one statement. */
  emit(...events: NewEvent[]): Promise<void>;
}

/** Carries a refusal out of a transaction that must not commit. */
class Rollback extends Error {
  constructor(readonly refusal: { readonly ok: false }) {
    super('rolled back');
  }
}

const isRefusal = (value: unknown): value is { readonly ok: false } =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

/**
 * One use case, one transaction: rows, events and the jobs that deliver them commit together or not at all.
 * A refusal (`err(…)`) rolls back. Deadlocks and serialization failures are tried again from the start.
 */
export async function transact<T>(ctx: RequestContext, work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
  let hasEmitted = false;
  const attempt = (em: EntityManager) => {
    const emit = async (...events: NewEvent[]) => {
      hasEmitted ||= events.length > 0;
      const news = events.map(event => completeEvent(ctx, event));
      await appendEvents(em, news, ctx.consumersOf);
    };
    return work({ em, emit }).then(value => {
      if (isRefusal(value)) throw new Rollback(value);
      return value;
    });
  };
  try {
    const value = await withRetries(() => ctx.em.transactional(em => attempt(em as EntityManager)));
    await ctx.committed();
    if (hasEmitted) ctx.wake();
    return value;
  } catch (error) {
    if (error instanceof Rollback) return error.refusal as T;
    throw error;
  }
}
