import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { createClient } from 'graphql-sse';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type BookableEventType, book, bookable, slotsOf } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('subscriptions over HTTP, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada' });
    intro = await bookable(graph, ada, { slug: 'intro' });
  });
  afterAll(() => graph.stop());

  const stats = () => graph.gateway.subscriptions.stats();
  const bookNext = async () => book(graph, intro.id, (await slotsOf(graph, intro.id))[0]);

  const stream = (accept: string, body: object, init: RequestInit = {}) =>
    fetch(graph.url, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json', authorization: `Bearer ${ada.key}` },
      body: JSON.stringify(body),
      ...init,
    });

  it('come as server-sent events to the client of graphql-sse, and end with it', async () => {
    const client = createClient({
      url: graph.url,
      headers: { authorization: `Bearer ${ada.key}` },
      retryAttempts: 0,
    });
    const { started } = stats();
    const events = client.iterate<ops.BookingChangedSubscription>({
      query: print(ops.BookingChangedDocument),
      variables: {},
    });
    const first = events.next();
    await until(() => stats().started > started);
    const { id } = await bookNext();
    expect((await first).value?.data?.bookingChanged.booking.id).toBe(id);
    expect(stats().active).toBe(1);
    await events.return?.();
    await until(() => stats().feeds === 0);
    client.dispose();
  });

  it('share with those of sockets', async () => {
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {});
    const before = stats();
    const cancelled = new AbortController();
    const query = print(ops.BookingChangedDocument);
    const response = await stream(
      'text/event-stream',
      { query, variables: {} },
      { signal: cancelled.signal },
    );
    await until(() => stats().started > before.started);
    expect(stats().feeds).toBe(before.feeds);
    await bookNext();
    const [seen] = await watching.take(1);
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes('event: next')) break;
    }
    expect(text).toContain(`data: ${JSON.stringify({ data: seen })}`);
    expect(stats().executed - before.executed).toBe(1);
    cancelled.abort();
    watching.end();
    await until(() => stats().feeds === 0);
  });

  it('are open before the first event', async () => {
    const cancelled = new AbortController();
    const response = await stream(
      'text/event-stream',
      { query: print(ops.BookingChangedDocument) },
      { signal: cancelled.signal },
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-request-id')).not.toBeNull();
    cancelled.abort();
    await until(() => stats().active === 0);
  });

  it('come in parts to clients of Apollo', async () => {
    const cancelled = new AbortController();
    const response = await stream(
      'multipart/mixed;boundary="graphql";subscriptionSpec=1.0,application/json',
      { query: 'subscription { bookingChanged { booking { id } } }' },
      { signal: cancelled.signal },
    );
    expect(response.headers.get('content-type')).toBe(
      'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
    );
    await until(() => stats().active === 1);
    const { id } = await bookNext();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes(id)) break;
    }
    const payload = JSON.stringify({ payload: { data: { bookingChanged: { booking: { id } } } } });
    expect(text).toBe(`\r\n--graphql\r\ncontent-type: application/json\r\n\r\n${payload}\r\n--graphql`);
    cancelled.abort();
    await until(() => stats().active === 0);
  });

  it('answer queries, and mistakes, as one event', async () => {
    const me = await (await stream('text/event-stream', { query: '{ me { handle } }' })).text();
    expect(me).toBe(':\n\nevent: next\ndata: {"data":{"me":{"handle":"ada"}}}\n\nevent: complete\ndata:\n\n');
    const wrong = await (await stream('text/event-stream', { query: 'subscription { nothing }' })).text();
    expect(wrong).toContain('"code":"GRAPHQL_VALIDATION_FAILED"');
    expect(wrong).toContain('event: complete');
    const refused = await stream('text/event-stream', { query: 5 });
    expect(refused.status).toBe(400);
  });

  it('change nothing by GET', async () => {
    const url = new URL(graph.url);
    url.searchParams.set('query', 'mutation { signOut { __typename } }');
    const answer = await fetch(url, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${ada.key}` },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('are cut without a last word when the gateway stops, so that clients come again', async () => {
    const response = await stream('text/event-stream', { query: print(ops.BookingChangedDocument) });
    await until(() => stats().active === 1);
    const text = response.text();
    await graph.gateway.close();
    expect(await text.catch(() => ':\n\n')).toBe(':\n\n');
  });
});
