import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { openRawSocket } from './kit/raw-socket.ts';
import { type BookableEventType, book, bookable, cancel, slotsOf } from './kit/stories.ts';

/** An event of 200 kB, so that what the kernel keeps for a reader is soon full. */
const LARGE = `subscription { bookingChanged { cursor booking { id eventType {
  ${Array.from({ length: 45 }, (_, index) => `a${index}: description`).join(' ')}
} } } }`;
const SMALL = 'subscription { bookingChanged { cursor booking { id status } } }';

describe('clients that do not read', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    graph = await startGraph({ readerLimits: { maxBuffered: 65_536, maxWaiting: 4, stallMs: 2_000 } });
    ada = await graph.signUp();
    intro = await bookable(graph, ada, { description: 'x'.repeat(4_500) });
  });
  afterAll(() => graph.stop());

  async function changeOften(times: number) {
    for (let i = 0; i < times; i++) {
      const [slot] = await slotsOf(graph, intro.id);
      await cancel(graph, await book(graph, intro.id, slot));
    }
  }

  it('are cut off, and cost nobody else an event', async () => {
    const { started } = graph.gateway.subscriptions.stats();
    const stuck = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const socket = await openRawSocket(graph.url);
        socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${ada.key}` } });
        await until(() => socket.received().includes('connection_ack'));
        socket.send({ id: '1', type: 'subscribe', payload: { query: LARGE } });
        return socket;
      }),
    );
    await until(() => graph.gateway.subscriptions.stats().started === started + stuck.length);
    for (const socket of stuck) socket.stopReading();
    const [large, small] = [
      await graph.watch(ada.key, LARGE as never),
      await graph.watch(ada.key, SMALL as never),
    ];
    await changeOften(20);
    await large.take(40);
    await small.take(40);
    for (const { results } of [large, small]) {
      expect(results).toHaveLength(40);
      expect(results.filter(result => 'extensions' in result)).toEqual([]);
    }
    await until(() => graph.gateway.subscriptions.stats().active === 2);
    expect(graph.gateway.subscriptions.stats().missed).toBeGreaterThan(0);
    for (const socket of stuck) socket.destroy();
    large.end();
    small.end();
    await until(() => graph.gateway.subscriptions.stats().feeds === 0);
  });
});
