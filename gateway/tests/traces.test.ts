import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logger.ts';
import { inSpan, startTracing } from '#platform/telemetry/tracing.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { type ReceivedSpan, startOtlpReceiver } from './kit/otlp-receiver.ts';
import { type BookableEventType, book, bookable, bookingInput, slotsOf } from './kit/stories.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const traceparent = `00-${TRACE}-${PARENT}-01`;

describe.each(['standalone', 'distributed'] as const)('traces, %s', topology => {
  let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;
  let stopTracing: () => Promise<void>;
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    receiver = await startOtlpReceiver();
    stopTracing = await startTracing('almanac-test', {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_SDK_DISABLED: false,
    });
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada' });
    intro = await bookable(graph, ada, { slug: 'intro' });
    const [slot] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slot);
  });
  afterAll(async () => {
    await graph.stop();
    await stopTracing();
    await receiver.stop();
  });

  /** The spans of an operation's trace, once its root is there; spans are sent every few seconds. */
  async function traceOf(root: string, traceId?: string): Promise<ReceivedSpan[]> {
    const find = () =>
      receiver.spans.findLast(({ name, traceId: id }) => name === root && (!traceId || id === traceId));
    await until(() => find() !== undefined, 25_000);
    return receiver.spans.filter(span => span.traceId === find()?.traceId);
  }
  /** Names from a span up to its root. */
  function lineOf(trace: readonly ReceivedSpan[], span: ReceivedSpan | undefined): string[] {
    if (!span) return [];
    return [
      span.name,
      ...lineOf(
        trace,
        trace.find(({ spanId }) => spanId === span.parentSpanId),
      ),
    ];
  }

  it('go from the gateway through subgraphs to their statements, with the right parents', async () => {
    const name = 'query DashboardBookings';
    await graph.execute(ops.DashboardBookingsDocument, {}, { key: ada.key, headers: { traceparent } });
    const trace = await traceOf(name, TRACE);
    const root = trace.find(span => span.name === name);
    expect(root).toMatchObject({ parentSpanId: PARENT, kind: 2, service: 'almanac-test' });
    for (const step of ['parse', 'validate', 'plan'])
      expect(
        lineOf(
          trace,
          trace.find(span => span.name === step),
        ),
      ).toEqual([step, name]);
    for (const subgraph of ['scheduling', 'identity']) {
      const lines = trace
        .filter(span => span.name === 'select' && span.attributes['db.namespace'] === subgraph)
        .map(span => lineOf(trace, span).join(' < '));
      expect(lines.length).toBeGreaterThan(0);
      expect(new Set(lines)).toEqual(new Set([`select < execute ${subgraph} < fetch ${subgraph} < ${name}`]));
    }
    expect(
      lineOf(
        trace,
        trace.find(span => span.name === 'execute integrations'),
      ),
    ).toEqual(['execute integrations', 'fetch integrations', name]);
    const executed = trace.find(span => span.name === 'execute scheduling');
    expect(executed?.attributes).toMatchObject({ 'graphql.operation.outcome': 'OK' });
  });

  it('begin anew where nobody who is trusted sent one', async () => {
    const other = await startGraph({ topology, trustedProxies: [] });
    const headers = { traceparent: `00-${'ab'.repeat(16)}-${PARENT}-01` };
    await other.execute('query Untrusted { __typename }', {}, { headers });
    await other.stop();
    const [root] = (await traceOf('query Untrusted')).filter(({ name }) => name === 'query Untrusted');
    expect(root?.traceId).not.toBe('ab'.repeat(16));
    expect(root?.parentSpanId || undefined).toBeUndefined();
  }, 60_000);

  it('tell what was booked, and what failed', async () => {
    const [slot] = await slotsOf(graph, intro.id);
    const booked = await book(graph, intro.id, slot);
    await graph.execute(ops.CreateBookingDocument, { input: bookingInput(intro.id, slot) });
    await graph.execute(ops.CreateBookingDocument, {
      input: { ...bookingInput(intro.id, slot), eventTypeId: 'etp_00000000000000000000000000' },
    });
    const spans = () => receiver.spans.filter(({ name }) => name === 'createBooking').slice(-3);
    await until(() => spans().length === 3 && spans()[2]?.attributes['error.type'] === 'NOT_FOUND', 25_000);
    const [created, taken, failed] = spans();
    expect(created).toMatchObject({
      attributes: { event_type_id: intro.id },
      events: [{ name: 'booking_created', attributes: { booking_id: booked.id } }],
    });
    expect(created?.status.code ?? 0).toBe(0);
    expect(taken).toMatchObject({ attributes: { refusal: 'SLOT_UNAVAILABLE' }, events: [] });
    expect(failed).toMatchObject({ status: { code: 2 }, events: [] });
  });

  it('hold a job, and what it asks of another subgraph', async () => {
    const isDelivery = ({ name, attributes }: ReceivedSpan) =>
      name === 'job deliver-event' && attributes['job.subgraph'] === 'identity';
    await until(() => receiver.spans.some(isDelivery), 25_000);
    const job = receiver.spans.find(isDelivery);
    const trace = () => receiver.spans.filter(({ traceId }) => traceId === job?.traceId);
    await until(() => trace().some(({ name }) => name === 'execute scheduling'), 25_000);
    const received = trace().find(({ name }) => name === 'execute scheduling');
    expect(lineOf(trace(), received)).toEqual(['execute scheduling', 'job deliver-event']);
  });

  it('are named in the log', async () => {
    const lines: string[] = [];
    const log = createLogger('test', 'info', { write: line => lines.push(line) });
    const traceId = await inSpan('work', {}, async span => {
      log.info('within');
      return span?.spanContext().traceId;
    });
    log.info('without');
    expect(lines.map(line => JSON.parse(line).trace_id)).toEqual([traceId, undefined]);
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('begin where a subscription or a query arrives over a socket', async () => {
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {});
    const trace = await traceOf('subscription');
    expect(trace.map(({ name }) => name)).toContain('subscription');
    watching.end();
  });

  it('are of each event that is told: what its subgraph did, and what the gateway fetched for all', async () => {
    const all = [await graph.watch(ada.key, ops.BookingChangedDocument, {})];
    all.push(await graph.watch(ada.key, ops.BookingChangedDocument, {}));
    const opening = receiver.spans.length;
    const [slot] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slot);
    for (const watching of all) expect(JSON.stringify(await watching.take(1))).not.toContain('traceparent');
    const isEvent = ({ name, attributes }: ReceivedSpan) =>
      name === 'subscription event' && Number(attributes['subscribers']) === 2;
    await until(() => receiver.spans.some(isEvent), 25_000);
    const events = receiver.spans.slice(opening).filter(isEvent);
    expect(events).toHaveLength(1);
    const [event] = events;
    const trace = receiver.spans.filter(({ traceId }) => traceId === event?.traceId);
    const lines = trace.map(span => lineOf(trace, span).join(' < '));
    expect(lines).toContain('subscription event < event scheduling');
    expect(lines).toContain('fetch integrations < subscription event < event scheduling');
    expect(event?.attributes).toMatchObject({ 'graphql.subgraph': 'scheduling' });
    const [link] = event?.links ?? [];
    expect(link?.traceId).not.toBe(event?.traceId);
    const subscriptions = () => receiver.spans.filter(({ name }) => name === 'subscription');
    await until(() => subscriptions().some(({ traceId }) => traceId === link?.traceId), 25_000);
    // What goes on behind it belongs to no trace of those who were there first.
    const began = receiver.spans.filter(({ traceId }) => traceId === link?.traceId);
    expect(began.filter(({ name }) => name.startsWith('fetch'))).toEqual([]);
    for (const watching of all) watching.end();
  }, 60_000);

  it('hold nothing of what was said: no variables, no names, no addresses, no keys', async () => {
    const canary = 'canary-4711';
    const [slot] = await slotsOf(graph, intro.id);
    const attendee = { name: `Name ${canary}`, email: `${canary}@example.com`, timeZone: 'UTC' };
    const answer = await graph.execute(
      ops.CreateBookingDocument,
      { input: { ...bookingInput(intro.id, slot), attendee, idempotencyKey: `key-${canary}-long-enough` } },
      { headers: { cookie: `a=${canary}`, 'user-agent': canary } },
    );
    expect(answer.data.createBooking.__typename).toBe('BookingCreated');
    await graph.execute(`query Literal { publicProfile(handle: "${canary}") { handle } }`);
    await graph.execute('query Last { __typename }');
    await traceOf('query Last');
    const sent = receiver.bodies.join('\n');
    expect(sent).toContain('mutation CreateBooking');
    expect(sent).toContain('insert');
    for (const secret of [canary, ada.key, 'ada@example.com']) expect(sent).not.toContain(secret);
  });
});
