import { listen } from '#platform/server.ts';
import * as ops from '../../../examples/operations/operations.generated.ts';
import type { ResponseCacheOverrides } from '../../response-cache/open-response-cache.ts';
import { until } from './collect.ts';
import type { TestGraph } from './graph.ts';

export type Read = (url?: string) => Promise<unknown>;

/** What anybody reads, as a function of the gateway that is asked. */
export function reader(graph: TestGraph, query: string, variables: Record<string, unknown>): Read {
  return async url => {
    const answer = await graph.execute<unknown, Record<string, unknown>>(
      query,
      variables,
      url ? { url } : {},
    );
    return answer.body.errors ?? answer.body.data;
  };
}

export const pageOf = (graph: TestGraph, owner: string, slug: string): Read => {
  return async url =>
    (await graph.execute(ops.EventTypePageDocument, { owner, slug }, url ? { url } : {})).data
      .eventTypeBySlug;
};

/** How many fetches a read takes. Deliveries of events are none of its, so that the least of three is told. */
export async function fetchesOf(graph: TestGraph, read: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let i = 0; i < 3; i++) {
    graph.resetFetches();
    await read();
    counts.push(Object.values(graph.fetches).reduce((sum, count) => sum + count, 0));
  }
  return Math.min(...counts);
}

/** Reads until it is answered from the cache, and returns that answer. */
export async function warm(graph: TestGraph, read: Read, url?: string): Promise<unknown> {
  await until(async () => (await fetchesOf(graph, () => read(url))) === 0);
  return read(url);
}

/** Another gateway before the same subgraphs. */
export async function anotherGateway(graph: TestGraph, overrides?: ResponseCacheOverrides) {
  const gateway = await graph.startGateway({}, overrides);
  const url = `http://127.0.0.1:${await listen(gateway, '127.0.0.1', 0)}/graphql`;
  return { gateway, url, close: () => gateway.close() };
}
