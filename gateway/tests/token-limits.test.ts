import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { Browser, ISSUER, publicFetch, registerClient, type TestClient, tokensFor } from './kit/oauth.ts';
import { createOrganization } from './kit/organizations.ts';

const LIMIT = 4;

describe.each<Topology>(['standalone', 'distributed'])('limits of the token endpoint, %s', topology => {
  let graph: TestGraph;
  let user: TestUser;
  let platform: TestClient;
  const run = Math.random().toString(16).slice(2, 6);
  let addresses = 0;
  /** One that nothing was counted for, also in the Redis that tests share. */
  const freshAddress = () => `2001:db8:${run}:${(++addresses).toString(16)}::1`;

  const register = () =>
    registerClient(graph, user, { isPlatform: true, redirectUris: [], scopes: ['MANAGED_USER_READ'] });

  beforeAll(async () => {
    const limits = { TOKEN_REQUESTS_PER_MINUTE: LIMIT, SIGN_INS_PER_MINUTE: 3 };
    graph = await startGraph({ topology, publicUrl: ISSUER, limits });
    user = await graph.signUp();
    platform = await register();
  });
  afterAll(() => graph.stop());

  interface Request {
    address: string;
    secret?: string;
    path?: string;
    form?: Record<string, string>;
  }
  const own = { grant_type: 'client_credentials', scope: 'MANAGED_USER_READ' };
  const post = ({ id, secret: known }: TestClient, { address, path = '/oauth/token', ...rest }: Request) => {
    const { secret = known, form = own } = rest;
    return publicFetch(graph)(ISSUER + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': address,
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      },
      body: new URLSearchParams(form).toString(),
    });
  };
  const statusesOf = async (count: number, send: () => Promise<Response>) => {
    const statuses: number[] = [];
    for (let n = 0; n < count; n++) statuses.push((await send()).status);
    return statuses;
  };

  it('are counted for an address, whatever it asks and whoever it poses as', async () => {
    const address = freshAddress();
    const wrong = { address, secret: 'guessed' };
    expect(await statusesOf(LIMIT, () => post(platform, wrong))).toEqual(Array(LIMIT).fill(401));
    for (const path of ['/oauth/token', '/oauth/revoke', '/oauth/introspect']) {
      const refused = await post(platform, { address, path, form: { ...own, token: 'x' } });
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' });
    }
  });

  it('lock nobody out: however often a stranger guesses, the client gets its tokens elsewhere', async () => {
    const client = await register();
    for (let n = 0; n < 3 * LIMIT; n++) await post(client, { address: freshAddress(), secret: 'guessed' });
    expect((await post(client, { address: freshAddress() })).status).toBe(200);
  });

  it('are counted for a client that proved itself, from however many addresses it comes', async () => {
    const client = await register();
    const statuses = await statusesOf(LIMIT + 2, () => post(client, { address: freshAddress() }));
    expect(statuses).toEqual([...Array(LIMIT).fill(200), 429, 429]);
    const refused = await post(client, { address: freshAddress() });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' });
    expect((await post(await register(), { address: freshAddress() })).status).toBe(200);
  });

  it('use nothing up: a refresh token that came too often is good afterwards', async () => {
    const browser = new Browser(graph);
    await browser.signIn(graph, user);
    const client = await registerClient(graph, user);
    const { refresh_token = '' } = await tokensFor(browser, client);
    const form = { grant_type: 'refresh_token', refresh_token };
    const about = { path: '/oauth/introspect', form: { token: 'x' } };
    // The code was the first request.
    await statusesOf(LIMIT - 1, () => post(client, { ...about, address: freshAddress() }));
    expect((await post(client, { address: freshAddress(), form })).status).toBe(429);
    const [row] = await graph.database.query<{ count: string }>(
      `select count(*) from identity.oauth_artifacts where kind = 'RefreshToken' and consumed_at is not null`,
    );
    expect(row?.count).toBe('0');
  });

  it('are for sign-ups by invitation, too: an address tries three tokens a minute, a reader elsewhere gets in', async () => {
    const organizationId = await createOrganization(graph, user);
    const invite = { organizationId, email: `invited-${topology}@example.com`, role: 'MEMBER' as const };
    await graph.execute(ops.InviteToOrganizationDocument, { input: invite }, { key: user.key });
    const { text } = await graph.sent.mailTo(invite.email);
    const [, token = '', invitationId = ''] =
      /invitation#token=([\w-]+)&invitation=(inv_\w+)/.exec(text) ?? [];
    const signUp = (given: string, address: string) => {
      const person = { handle: `invited-${topology}`, name: 'Somebody New', timeZone: 'UTC' };
      const input = { invitationId, token: given, ...person };
      const headers = { 'x-forwarded-for': address };
      return graph.execute(ops.SignUpByInvitationDocument, { input }, { headers });
    };
    const address = freshAddress();
    const outcomes: (string | undefined)[] = [];
    for (let n = 0; n < 5; n++) {
      const { body } = await signUp('guessed', address);
      outcomes.push(body.errors?.[0]?.extensions.code ?? body.data?.signUpByInvitation.__typename);
    }
    expect(outcomes).toEqual([...Array(3).fill('InvitationInvalid'), 'RATE_LIMITED', 'RATE_LIMITED']);
    expect((await signUp(token, address)).status).toBe(429);
    expect((await signUp(token, freshAddress())).data.signUpByInvitation.__typename).toBe('SignedUp');
  });
});

describe('without limits', () => {
  it('control: as many tokens and tries as anybody likes', async () => {
    const graph = await startGraph({ publicUrl: ISSUER });
    try {
      const user = await graph.signUp();
      const client = await registerClient(graph, user, {
        isPlatform: true,
        redirectUris: [],
        scopes: ['MANAGED_USER_READ'],
      });
      const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'MANAGED_USER_READ' });
      const authorization = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`;
      const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization };
      for (let n = 0; n < 3 * LIMIT; n++) {
        const init = { method: 'POST', headers, body: body.toString() };
        expect((await publicFetch(graph)(`${ISSUER}/oauth/token`, init)).status).toBe(200);
      }
      const input = {
        invitationId: 'inv_01h455vb4pex5vsknk084sn02q',
        token: 'guessed',
        handle: 'guesser',
        name: 'Nobody',
        timeZone: 'UTC',
      };
      for (let n = 0; n < 3 * LIMIT; n++) {
        const { data } = await graph.execute(ops.SignUpByInvitationDocument, { input });
        expect(data.signUpByInvitation.__typename).toBe('InvitationInvalid');
      }
    } finally {
      await graph.stop();
    }
  });
});
