import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../errors.ts';
import type { DomainEvent } from '../outbox.ts';
import { sqlState, translateDatabaseError } from '../postgres-errors.ts';
import type { Operation, PlannedOperation } from '../subgraph.ts';
import type { Replica } from './replica.ts';

/**
 * Whether the database said no, which the primary may not: a replica cancels statements that are in the way of what it
 * replays, lacks what a migration has just made, refuses to write, or is gone.
 */
function isOfDatabase(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'UNAVAILABLE';
  return sqlState(error) !== undefined || translateDatabaseError(error) instanceof AppError;
}

/** What comes of the work; nothing where the replica is lost before. What is still asked there ends by itself. */
function untilLost<T>(replica: Replica, work: () => Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const leave = replica.onLost(() => resolve(null));
    work().then(resolve, reject).finally(leave);
  });
}

/**
 * The one place that decides where an operation reads: once for the whole of it, so that what it shows is of one
 * server. Resolvers and use cases do not know.
 */
export function splitReads<Context>(
  replica: Replica,
  createContext: (operation: Operation, em?: EntityManager, emitted?: DomainEvent[]) => Context,
) {
  return async ({ kind, operation, mustBeCurrent, run }: PlannedOperation<Context>) => {
    const em = kind === 'query' && !mustBeCurrent ? await replica.reader(operation.viewer) : null;
    if (em) {
      const result = await untilLost(replica, async () => run(createContext(operation, em)));
      if (result && !result.errors?.some(({ originalError }) => isOfDatabase(originalError))) return result;
      replica.failed();
    }
    const emitted: DomainEvent[] = [];
    const result = await run(createContext(operation, undefined, emitted));
    // Refusals, too: one of several fields may have written, and not every write goes through `transact`.
    if (kind === 'mutation') await replica.wrote(operation.viewer, emitted);
    return result;
  };
}
