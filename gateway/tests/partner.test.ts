import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type BookableEventType, book, bookable, cancel, slotsOf } from './kit/stories.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A partner's server that answers what it is told to. */
class Receiver {
  readonly requests: Received[] = [];
  status = 200;
  private server!: Server;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        this.requests.push({ headers: request.headers, body });
        response.writeHead(this.status, { location: 'http://127.0.0.1:1/' }).end();
      });
    });
    await new Promise<void>(done => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }
}

describe.each<Topology>(['standalone', 'distributed'])('a partner, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;
  let receiver: Receiver;
  let url: string;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    intro = await bookable(graph, ada, { slug: 'intro' });
    receiver = new Receiver();
    url = await receiver.start();
  });
  afterEach(() => {
    receiver.requests.length = 0;
    receiver.status = 200;
  });
  afterAll(async () => {
    await graph.stop();
    await receiver.stop();
  });

  async function createEndpoint(eventKinds: ops.EventKind[]) {
    const input = { url, eventKinds };
    const { createWebhookEndpoint } = (
      await graph.execute(ops.CreateWebhookEndpointDocument, { input }, { key: ada.key })
    ).data;
    if (createWebhookEndpoint.__typename !== 'WebhookEndpointCreated')
      throw new Error(JSON.stringify(createWebhookEndpoint));
    return createWebhookEndpoint;
  }

  const deliveriesOf = async (endpointId: string) =>
    (await graph.execute(ops.WebhookDeliveriesDocument, { endpointId, first: 20 }, { key: ada.key })).data
      .webhookEndpoint?.deliveries.nodes ?? [];

  const disable = (id: string) =>
    graph.execute(ops.UpdateWebhookEndpointDocument, { input: { id, isActive: false } }, { key: ada.key });

  it('is told of a booking by a request that its library verifies', async () => {
    const { endpoint, signingSecret } = await createEndpoint(['BOOKING_CREATED', 'BOOKING_CANCELLED']);
    const [slot] = await slotsOf(graph, intro.id);
    const booking = await book(graph, intro.id, slot);
    await until(() => receiver.requests.length === 1);
    await cancel(graph, booking);
    await until(() => receiver.requests.length === 2);

    const verified = receiver.requests.map(({ headers, body }) =>
      new Webhook(signingSecret).verify(body, headers as Record<string, string>),
    );
    expect(verified).toMatchObject([
      {
        type: 'booking.created',
        data: { booking: { id: booking.id, status: 'CONFIRMED', startsAt: slot?.startsAt } },
      },
      { type: 'booking.cancelled', data: { booking: { id: booking.id, status: 'CANCELLED' } } },
    ]);
    const tampered = receiver.requests[0]?.body.replace('CONFIRMED', 'CANCELLED') ?? '';
    const headers = receiver.requests[0]?.headers as Record<string, string>;
    expect(() => new Webhook(signingSecret).verify(tampered, headers)).toThrow('No matching signature found');

    await until(async () =>
      (await deliveriesOf(endpoint.id)).every(delivery => delivery.status === 'SUCCEEDED'),
    );
    const [latest] = await deliveriesOf(endpoint.id);
    expect(latest).toMatchObject({
      eventKind: 'BOOKING_CANCELLED',
      attempts: [{ number: 1, responseStatus: 200, error: null }],
    });
    expect(latest?.eventId).toBe(receiver.requests[1]?.headers['webhook-id']);
    await disable(endpoint.id);
  });

  it('gets the same event again, under the same id, when it asks for it', async () => {
    const { endpoint } = await createEndpoint(['BOOKING_CREATED']);
    receiver.status = 500;
    const [slot] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slot);
    await until(async () => ((await deliveriesOf(endpoint.id))[0]?.attempts.length ?? 0) === 1);
    const [failed] = await deliveriesOf(endpoint.id);
    expect(failed).toMatchObject({
      status: 'PENDING',
      attempts: [{ responseStatus: 500, error: 'The endpoint answered 500.' }],
    });
    const wait = Date.parse(failed?.nextAttemptAt ?? '') - Date.parse(failed?.attempts[0]?.attemptedAt ?? '');
    expect(wait).toBeGreaterThanOrEqual(4000);
    expect(wait).toBeLessThanOrEqual(6000);

    receiver.status = 200;
    await graph.execute(
      ops.ResendWebhookDeliveryDocument,
      { input: { id: failed?.id ?? '' } },
      { key: ada.key },
    );
    await until(async () => (await deliveriesOf(endpoint.id))[0]?.status === 'SUCCEEDED');
    expect(new Set(receiver.requests.map(request => request.headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.requests.map(request => request.body)).size).toBe(1);
    await disable(endpoint.id);
  });

  it('is not led elsewhere by a redirect', async () => {
    const { endpoint } = await createEndpoint(['BOOKING_CREATED']);
    receiver.status = 302;
    const [slot] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slot);
    await until(async () => ((await deliveriesOf(endpoint.id))[0]?.attempts.length ?? 0) === 1);
    expect((await deliveriesOf(endpoint.id))[0]?.attempts[0]).toMatchObject({
      responseStatus: 302,
      error: 'The endpoint answered 302.',
    });
    await disable(endpoint.id);
  });

  it('verifies with either secret while a rotation overlaps', async () => {
    const { endpoint, signingSecret } = await createEndpoint(['BOOKING_CREATED']);
    const input = { id: endpoint.id };
    const rotated = (await graph.execute(ops.RotateWebhookSecretDocument, { input }, { key: ada.key })).data
      .rotateWebhookSecret;
    const [slot] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slot);
    await until(() => receiver.requests.length === 1);
    const [request] = receiver.requests;
    for (const secret of [signingSecret, rotated.signingSecret]) {
      expect(
        new Webhook(secret).verify(request?.body ?? '', request?.headers as Record<string, string>),
      ).toBeTruthy();
    }
    await disable(endpoint.id);
  });

  it('cannot send us into our own network', async () => {
    for (const address of [
      'http://10.0.0.1/',
      'https://169.254.169.254/latest',
      'https://[::ffff:10.0.0.1]/',
      'ftp://example.com/',
    ]) {
      const input = { url: address, eventKinds: ['BOOKING_CREATED' as const] };
      const { createWebhookEndpoint } = (
        await graph.execute(ops.CreateWebhookEndpointDocument, { input }, { key: ada.key })
      ).data;
      expect(createWebhookEndpoint).toMatchObject({ __typename: 'UrlRefused', code: 'URL_REFUSED' });
    }
  });

  it('creates, rotates and revokes keys', async () => {
    const create = { input: { name: 'Sync', scopes: ['BOOKING_READ' as const] } };
    const created = (await graph.execute(ops.CreateApiKeyDocument, create, { key: ada.key })).data
      .createApiKey;
    expect(created.apiKey).toMatchObject({
      name: 'Sync',
      prefix: 'alm_test_',
      last4: created.secret.slice(-4),
      scopes: ['BOOKING_READ'],
    });
    expect((await graph.execute(ops.PartnerBookingsDocument, {}, { key: created.secret })).status).toBe(200);

    const rotate = { input: { id: created.apiKey.id } };
    const rotated = (await graph.execute(ops.RotateApiKeyDocument, rotate, { key: ada.key })).data
      .rotateApiKey;
    if (rotated.__typename !== 'ApiKeyCreated') throw new Error(JSON.stringify(rotated));
    for (const secret of [created.secret, rotated.secret]) {
      expect((await graph.execute(ops.PartnerBookingsDocument, {}, { key: secret })).status).toBe(200);
    }
    await graph.execute(ops.RevokeApiKeyDocument, { input: { id: rotated.apiKey.id } }, { key: ada.key });
    await until(async () => {
      const answer = await graph.execute(ops.PartnerBookingsDocument, {}, { key: rotated.secret });
      return answer.status === 401 && answer.code === 'API_KEY_REVOKED';
    }, 6000);
    const { apiKeys } = (await graph.execute(ops.ApiKeysDocument, {}, { key: ada.key })).data;
    expect(apiKeys.nodes.find(key => key.id === rotated.apiKey.id)?.revokedAt).not.toBeNull();
    expect(JSON.stringify(apiKeys)).not.toContain(created.secret);
    const [stored] = await graph.database.query<{ dump: string }>(
      'select json_agg(k)::text as dump from identity.api_keys k',
    );
    expect(stored?.dump).not.toContain(created.secret.slice(9, -6));
  });
});
