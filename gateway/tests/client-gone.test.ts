import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { lockTable } from './kit/locked-table.ts';

describe('a client that goes before it is answered', () => {
  let graph: TestGraph;
  let ada: TestUser;
  /** Requests of the gateway to scheduling that ended without a response. */
  let abandoned = 0;

  beforeAll(async () => {
    graph = await startGraph({ topology: 'distributed' });
    ada = await graph.signUp();
    graph.servers['scheduling']?.server.on('request', (_request, response) => {
      response.on('close', () => {
        if (!response.writableFinished) abandoned++;
      });
    });
  });
  afterAll(() => graph.stop());

  const query = 'query { bookings { totalCount } }';

  function post(body: object, signal: AbortSignal) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ada.key}` };
    return fetch(graph.url, { method: 'POST', headers, body: JSON.stringify(body), signal });
  }

  it('ends its query over HTTP', async () => {
    const { waiting, release } = await lockTable(graph, 'scheduling.bookings');
    const client = new AbortController();
    const answer = post({ query }, client.signal).catch(() => 'gone');
    await until(async () => (await waiting()) === 1);
    expect(abandoned).toBe(0);
    client.abort();
    expect(await answer).toBe('gone');
    await until(() => abandoned === 1);
    await release();
  });

  it.each(['complete', 'close'])('ends its query over a socket by %s', async way => {
    abandoned = 0;
    const { waiting, release } = await lockTable(graph, 'scheduling.bookings');
    const client = graph.connect(ada.key);
    const results: unknown[] = [];
    const complete = client.subscribe(
      { query },
      { next: result => results.push(result), error() {}, complete() {} },
    );
    await until(async () => (await waiting()) === 1);
    if (way === 'complete') complete();
    else client.terminate();
    await until(() => abandoned === 1);
    await release();
    expect(results).toEqual([]);
  });

  it('has its mutation carried out', async () => {
    abandoned = 0;
    const { waiting, release } = await lockTable(graph, 'scheduling.event_types');
    const client = new AbortController();
    const input = { title: 'Kept', slug: 'kept', durationMinutes: 30 };
    const answer = post(
      { query: print(ops.CreateEventTypeDocument), variables: { input } },
      client.signal,
    ).catch(() => 'gone');
    await until(async () => (await waiting()) >= 1);
    client.abort();
    expect(await answer).toBe('gone');
    await release();
    await until(async () => {
      const rows = await graph.database.query(`select 1 from scheduling.event_types where slug = 'kept'`);
      return rows.length === 1;
    });
    expect(abandoned).toBe(0);
  });
});
