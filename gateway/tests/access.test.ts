import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import * as ops from '../../examples/operations/operations.generated.ts';
import { mintCredential } from '../../subgraphs/identity/authentication/credential-format.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { book, bookable, slotsOf } from './kit/stories.ts';

describe('a subgraph that is called directly', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ topology: 'distributed' });
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterAll(() => graph.stop());

  const call = async (name: string, query: string, token?: string) => {
    const response = await fetch(`${graph.urls[name]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  };

  const sign = (secret: string, claims: Record<string, unknown> = {}, expiry: string | number = '1m') =>
    new SignJWT({
      principal: {
        kind: 'USER',
        id: ada.id,
        credential: null,
        scopes: ['*'],
        organizationId: null,
        roles: {},
      },
      ...claims,
    })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('almanac')
      .setAudience('almanac:subgraph')
      .setIssuedAt()
      .setExpirationTime(expiry)
      .sign(new TextEncoder().encode(secret));

  it.each([
    ['identity', '{ __typename }'],
    ['identity', '{ _service { sdl } }'],
    ['identity', '{ _entities(representations: []) { __typename } }'],
    ['scheduling', '{ _service { sdl } }'],
    ['scheduling', '{ _entities(representations: []) { __typename } }'],
    ['integrations', '{ _service { sdl } }'],
  ])('refuses a caller that did not come through the gateway: %s %s', async (name, query) => {
    const { data, errors } = await call(name, query);
    expect(data).toBeUndefined();
    expect(errors?.map(error => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  it('believes only tokens of our own that are still valid', async () => {
    const good = await sign('a secret for tests that is long enough');
    expect(await call('identity', '{ me { handle } }', good)).toMatchObject({
      data: { me: { handle: 'ada' } },
    });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`;
    const bad = [
      await sign('another secret that is long enough too'),
      await sign('a secret for tests that is long enough', {}, Math.floor(Date.now() / 1000) - 5),
      await sign('a secret for tests that is long enough', { aud: 'somebody else' }).then(token =>
        token.slice(0, -3),
      ),
      unsigned,
      ada.key,
    ];
    for (const token of bad) {
      const { data, errors } = await call('identity', '{ me { handle } }', token);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it('keeps what services tell each other from users', async () => {
    const token = await sign('a secret for tests that is long enough');
    const { errors } = await call('identity', `{ authenticate(credential: "x") { userId } }`, token);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const hidden = await graph.execute(`{ authenticate(credential: "x") { userId } }`);
    expect(hidden.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('a credential', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterAll(() => graph.stop());

  const createKey = async (input: ops.CreateApiKeyInput) =>
    (await graph.execute(ops.CreateApiKeyDocument, { input }, { key: ada.key })).data.createApiKey.secret;

  it.each([
    ['none', undefined, 'UNAUTHENTICATED'],
    ['not a key', 'hello', 'UNAUTHENTICATED'],
    ['a key that never was', mintCredential('alm', 'test'), 'UNAUTHENTICATED'],
    ['a key that does not add up', `alm_test_${'A'.repeat(43)}000000`, 'API_KEY_MALFORMED'],
    ['a key of another product', 'cal_live_0123456789', 'UNAUTHENTICATED'],
  ])('that is %s opens nothing', async (_what, key, code) => {
    const answer = await graph.execute(ops.MeDocument, {}, key ? { key } : {});
    expect([answer.status, answer.code]).toEqual([401, code]);
  });

  it('of another environment is told apart', async () => {
    const answer = await graph.execute(ops.MeDocument, {}, { key: mintCredential('alm', 'live') });
    expect([answer.status, answer.code]).toEqual([401, 'API_KEY_WRONG_ENVIRONMENT']);
  });

  it('ends at its expiry, to the second', async () => {
    const expiresAt = new Date(Date.now() + 1500).toISOString();
    const key = await createKey({ name: 'Short', scopes: ['PROFILE_READ'], expiresAt });
    expect((await graph.execute('{ me { handle } }', {}, { key })).status).toBe(200);
    await new Promise(done => setTimeout(done, 1600));
    const answer = await graph.execute('{ me { handle } }', {}, { key });
    expect([answer.status, answer.code]).toEqual([401, 'API_KEY_EXPIRED']);
  });

  it('does what its scopes say and no more', async () => {
    const key = await createKey({ name: 'Reader', scopes: ['BOOKING_READ'] });
    expect((await graph.execute(ops.PartnerBookingsDocument, {}, { key })).data.bookings.edges).toEqual([]);
    const refused = await graph.execute(ops.MeDocument, {}, { key });
    expect([refused.status, refused.errors[0]?.extensions]).toMatchObject([
      403,
      { code: 'FORBIDDEN', requiredScope: 'PROFILE_READ' },
    ]);
  });

  it('makes no key that can do more than itself', async () => {
    const key = await createKey({ name: 'Minter', scopes: ['PROFILE_WRITE'] });
    const input = { name: 'More', scopes: ['BOOKING_WRITE' as const] };
    const refused = await graph.execute(ops.CreateApiKeyDocument, { input }, { key });
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredScope: 'BOOKING_WRITE',
    });
  });

  it('that is wrong is refused even where none is needed', async () => {
    const answer = await graph.execute(
      ops.EventTypePageDocument,
      { owner: 'ada', slug: 'x' },
      { key: 'alm_test_wrong' },
    );
    expect(answer.status).toBe(401);
  });

  it('lets organizers change their bookings with BOOKING_WRITE only', async () => {
    const type = await bookable(graph, ada);
    const [slot] = await slotsOf(graph, type.id);
    const { id } = await book(graph, type.id, slot);
    const reader = await createKey({ name: 'Reader', scopes: ['BOOKING_READ'] });
    const input = { bookingId: id, idempotencyKey: 'scope test' };
    const refused = await graph.execute(ops.CancelBookingDocument, { input }, { key: reader });
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredScope: 'BOOKING_WRITE',
    });
    const done = await graph.execute(ops.CancelBookingDocument, { input }, { key: ada.key });
    expect(done.data.cancelBooking.__typename).toBe('BookingCancelled');
  });

  it('shows e-mail addresses to those who share a team, and to nobody else', async () => {
    const type = await bookable(graph, ada, { slug: 'private' });
    const page = await graph.execute<
      { eventType: { hosts: { user: { email: string | null } }[] } },
      { id: string }
    >('query ($id: ID!) { eventType(id: $id) { hosts { user { email } } } }', { id: type.id });
    expect(page.data.eventType.hosts).toEqual([{ user: { email: null } }]);
  });
});
