import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { bookable, bookingInput } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('what strangers may ask for, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let eventTypeId: string;
  const run = Math.random().toString(16).slice(2, 6);
  /** An address that no other run counts for in the Redis that tests share. */
  const address = (client: string) => `2001:db8:${run}:${client}::1`;

  beforeAll(async () => {
    graph = await startGraph({
      topology,
      limits: { PUBLIC_MUTATIONS_PER_MINUTE: 3, PUBLIC_QUERIES_PER_MINUTE: 5 },
    });
    ada = await graph.signUp({ handle: 'ada' });
    eventTypeId = (await bookable(graph, ada, { slug: 'intro' })).id;
  });
  afterAll(() => graph.stop());

  const from = (client: string) => ({ headers: { 'x-forwarded-for': address(client) } });
  const page = (options: object) =>
    graph.execute(ops.EventTypePageDocument, { owner: 'ada', slug: 'intro' }, options);
  const tryToBook = (options: object) => {
    const input = bookingInput(eventTypeId, { startsAt: '2030-01-01T03:00:00Z', endsAt: '' });
    return graph.execute(ops.CreateBookingDocument, { input }, options);
  };

  it('is three changes a minute for each address, and the rest is told when to come again', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tryToBook(from('a'))));
    const refused = answers.filter(answer => answer.status === 429);
    expect(refused).toHaveLength(7);
    const [error] = refused[0]?.errors ?? [];
    expect(error?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    expect(error?.extensions.retryAfter).toBeLessThanOrEqual(60);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await tryToBook(from('b'))).data.createBooking.__typename).toBe('SlotUnavailable');
  });

  it('is counted apart for questions', async () => {
    const codes = [];
    for (let i = 0; i < 7; i++) codes.push((await page(from('c'))).body.errors?.[0]?.extensions.code);
    expect(codes).toEqual([...Array(5), 'RATE_LIMITED', 'RATE_LIMITED']);
    expect((await tryToBook(from('c'))).status).toBe(200);
  });

  it('is not got round with aliases', async () => {
    const fields = Array.from(
      { length: 10 },
      (_, i) => `f${i}: eventTypeBySlug(owner: "ada", slug: "intro") { slug }`,
    );
    const answer = await graph.execute(`{ ${fields.join(' ')} }`, undefined, from('d'));
    expect(answer.errors).toHaveLength(5);
  });

  it('is as much as they like for callers who are known', async () => {
    for (let i = 0; i < 10; i++) {
      expect((await page({ ...from('c'), key: ada.key })).status).toBe(200);
      expect((await tryToBook({ ...from('a'), key: ada.key })).status).toBe(200);
    }
  });
});

describe('an address that a stranger makes up', () => {
  it('is believed of trusted proxies only', async () => {
    const graph = await startGraph({ limits: { PUBLIC_QUERIES_PER_MINUTE: 2 }, trustedProxies: [] });
    try {
      const codes = [];
      for (let i = 0; i < 4; i++) {
        const headers = { 'x-forwarded-for': `203.0.113.${i}` };
        const document = ops.EventTypePageDocument;
        const answer = await graph.execute(document, { owner: 'nobody', slug: 'none' }, { headers });
        codes.push(answer.body.errors?.[0]?.extensions.code);
      }
      expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED']);
    } finally {
      await graph.stop();
    }
  });
});
