import type { Pool } from 'pg';
import { readings } from './metrics.ts';

const connections = readings('db_pool_connections', 'Database connections, by what they do.', [
  'pool',
  'state',
]);
const limit = readings('db_pool_connections_max', 'Database connections that there may be.', ['pool']);
const waiting = readings('db_pool_waiting', 'Callers that wait for a database connection.', ['pool']);

/** Shows a pool's connections until it is closed. */
export function watchPool(name: string, pool: Pool): void {
  const stops: (() => void)[] = [];
  const whileOpen = <Figure>(figures: () => Figure[]) => {
    return () => {
      if (!pool.ended) return figures();
      for (const stop of stops) stop();
      return [];
    };
  };
  const figure = (value: number) => ({ labels: { pool: name }, value });
  const inState = (state: string, value: number) => ({ labels: { pool: name, state }, value });
  stops.push(
    connections.watch(
      whileOpen(() => [inState('idle', pool.idleCount), inState('used', pool.totalCount - pool.idleCount)]),
    ),
    limit.watch(whileOpen(() => [figure(pool.options.max)])),
    waiting.watch(whileOpen(() => [figure(pool.waitingCount)])),
  );
}
