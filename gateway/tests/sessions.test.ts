import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { authenticate } from '../../subgraphs/identity/authentication/authenticate.ts';
import { mintCredential } from '../../subgraphs/identity/authentication/credential-format.ts';
import { revokeSession } from '../../subgraphs/identity/sessions/revoke-session.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { createOrganization, joinOrganization } from './kit/organizations.ts';
import { contextOf, sessionOf } from './kit/sessions.ts';
import { type BookableEventType, book, bookable, slotsOf } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('sessions, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
    intro = await bookable(graph, ada, { slug: 'intro' });
  });
  afterAll(() => graph.stop());

  const me = (key: string) => graph.execute('{ me { handle } }', {}, { key });
  const listOf = async (key: string) =>
    (await graph.execute(ops.SessionsDocument, {}, { key })).data.sessions;
  const age = (id: string, column: string, interval: string) =>
    graph.database.query(`update identity.sessions set ${column} = now() - $2::interval where id = $1`, [
      uuidOf(id),
      interval,
    ]);
  /** The same as `revokeSession`, but not through the gateway, which forgets what it knows of who asks it. */
  const revokeElsewhere = (id: string) => revokeSession(contextOf(graph, ada), { id });

  it('stand for their user, who sees them all and which one asks', async () => {
    const first = await sessionOf(graph, ada, { userAgent: 'Firefox', clientAddress: '192.0.2.7' });
    const second = await sessionOf(graph, ada);
    expect((await me(first.token)).data).toEqual({ me: { handle: 'ada' } });
    const { nodes, totalCount } = await listOf(first.token);
    expect(totalCount).toBe(2);
    expect(nodes).toMatchObject([
      { id: second.id, userAgent: null, address: null, isCurrent: false, revokedAt: null },
      { id: first.id, userAgent: 'Firefox', address: '192.0.2.7', isCurrent: true, method: 'MAGIC_LINK' },
    ]);
    const [days] = nodes.map(node => (Date.parse(node.expiresAt) - Date.parse(node.createdAt)) / 86_400_000);
    expect(days).toBe(14);
    expect((await listOf(ada.key)).nodes.map(node => node.isCurrent)).toEqual([false, false]);
    expect((await listOf(grace.key)).nodes).toEqual([]);
  });

  it('hold the roles that their user has by an organization', async () => {
    const founder = await graph.signUp();
    const organizationId = await createOrganization(graph, founder);
    const admin = await graph.signUp();
    await joinOrganization(graph, { organizationId, inviter: founder, member: admin, role: 'ADMIN' });
    const input = { organizationId, handle: `team-of-${founder.handle}`, name: 'A team' };
    const { createTeam } = (await graph.execute(ops.CreateTeamDocument, { input }, { key: founder.key }))
      .data;
    if (createTeam.__typename !== 'TeamCreated') throw new Error(JSON.stringify(createTeam));
    const teamId = createTeam.team.id;
    const { token } = await sessionOf(graph, admin);
    const rolesOf = async (key: string) =>
      (await authenticate(contextOf(graph, admin), key)).roles.filter(({ groupId }) => groupId === teamId);
    expect(await rolesOf(token)).toEqual([{ groupId: teamId, role: 'ADMIN' }]);
    expect(await rolesOf(token)).toEqual(await rolesOf(admin.key));
  });

  it('are found by what no dump of the database tells', async () => {
    const { token, id } = await sessionOf(graph, ada);
    const [row] = await graph.database.query(
      'select s::text as text from identity.sessions s where id = $1',
      [uuidOf(id)],
    );
    const events = await graph.database.query('select e::text as text from identity.outbox_events e');
    expect(events.some(event => String(event['text']).includes('session.created'))).toBe(true);
    for (const found of [row, ...events]) expect(String(found?.['text'])).not.toContain(token.slice(9, 30));
  });

  it('are ended one by one, by their owner alone', async () => {
    const mine = await sessionOf(graph, ada);
    const other = await sessionOf(graph, ada);
    const revoke = (key: string, id: string) =>
      graph.execute(ops.RevokeSessionDocument, { input: { id } }, { key });
    const [foreign, none] = [
      await revoke(grace.key, mine.id),
      await revoke(grace.key, 'ses_01jc000000e008000000000000'),
    ];
    expect([foreign.status, foreign.errors[0]?.message]).toEqual([none.status, none.errors[0]?.message]);
    expect((await me(mine.token)).status).toBe(200);

    const revoked = (await revoke(other.token, mine.id)).data.revokeSession.session;
    expect(revoked.revokedAt).not.toBeNull();
    expect((await revoke(other.token, mine.id)).data.revokeSession.session).toEqual(revoked);
    await until(async () => (await me(mine.token)).status === 401, 5000);
    expect((await me(mine.token)).code).toBe('SESSION_REVOKED');
    expect((await me(other.token)).status).toBe(200);
    expect((await listOf(other.token)).nodes.map(node => node.id)).not.toContain(mine.id);
  });

  it('are ended all but the one that asks', async () => {
    const others = [await sessionOf(graph, grace), await sessionOf(graph, grace)];
    const kept = await sessionOf(graph, grace);
    const answer = await graph.execute(ops.RevokeOtherSessionsDocument, {}, { key: kept.token });
    expect(answer.data.revokeOtherSessions).toEqual({ revokedCount: 2 });
    expect((await listOf(kept.token)).nodes.map(node => node.id)).toEqual([kept.id]);
    for (const { token } of others) expect((await me(token)).code).toBe('SESSION_REVOKED');
    const again = await graph.execute(ops.RevokeOtherSessionsDocument, {}, { key: kept.token });
    expect(again.data.revokeOtherSessions).toEqual({ revokedCount: 0 });
  });

  it('end with signing out, which an API key has no use for', async () => {
    const { token } = await sessionOf(graph, ada);
    const out = async (key: string) =>
      (await graph.execute(ops.SignOutDocument, {}, { key })).data.signOut.signedOut;
    expect(await out(token)).toBe(true);
    expect((await me(token)).code).toBe('SESSION_REVOKED');
    expect(await out(ada.key)).toBe(false);
    expect((await me(ada.key)).status).toBe(200);
  });

  it('are refused each for its own reason', async () => {
    const codeOf = async (key: string) => {
      const answer = await me(key);
      return [answer.status, answer.code];
    };
    const { token } = await sessionOf(graph, ada);
    expect(await codeOf(token.slice(0, -1))).toEqual([401, 'SESSION_TOKEN_TRUNCATED']);
    expect(await codeOf(token.slice(0, 12))).toEqual([401, 'SESSION_TOKEN_TRUNCATED']);
    expect(await codeOf(`${token}x`)).toEqual([401, 'SESSION_TOKEN_MALFORMED']);
    expect(await codeOf(token.replace(/.$/, last => (last === 'a' ? 'b' : 'a')))).toEqual([
      401,
      'SESSION_TOKEN_MALFORMED',
    ]);
    expect(await codeOf(mintCredential('als', 'live'))).toEqual([401, 'SESSION_WRONG_ENVIRONMENT']);
    expect(await codeOf(mintCredential('als', 'test'))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('are over when nobody used them for two weeks, and after ninety days, and stay over', async () => {
    const idle = await sessionOf(graph, ada);
    await age(idle.id, 'last_used_at', '13 days 23:59');
    expect((await me(idle.token)).status).toBe(200);
    const [used] = await graph.database.query(
      `select now() - last_used_at < interval '1 minute' as is_fresh from identity.sessions where id = $1`,
      [uuidOf(idle.id)],
    );
    expect(used).toEqual({ is_fresh: true });

    const forgotten = await sessionOf(graph, ada);
    await age(forgotten.id, 'last_used_at', '14 days 00:00:01');
    const old = await sessionOf(graph, ada);
    await age(old.id, 'expires_at', '1 second');
    for (const { id, token } of [forgotten, old]) {
      for (let i = 0; i < 2; i++) expect((await me(token)).code).toBe('SESSION_EXPIRED');
      expect((await listOf(ada.key)).nodes.map(node => node.id)).not.toContain(id);
    }
  });

  it('are forgotten by the gateway as soon as identity says so, and not before', async () => {
    const told = await sessionOf(graph, ada);
    const untold = await sessionOf(graph, ada);
    for (const { token } of [told, untold]) expect((await me(token)).status).toBe(200);
    const revokedAt = Date.now();
    await age(untold.id, 'revoked_at', '0');
    await revokeElsewhere(told.id);
    await until(async () => (await me(told.token)).status === 401, 5000);
    const took = Date.now() - revokedAt;
    // Nobody told the gateway of this one, so that it still relies on what it asked a moment ago.
    expect((await me(untold.token)).status).toBe(200);
    await until(async () => (await me(untold.token)).status === 401, 6000);
    process.stdout.write(`${topology}: a revoked session was refused after ${took} ms\n`);
    expect(took).toBeLessThan(3000);
  });

  it('close what they hold open when they are revoked, and nothing else', async () => {
    const [ended, untold, other] = [
      await sessionOf(graph, ada),
      await sessionOf(graph, ada),
      await sessionOf(graph, ada),
    ];
    const watching = [];
    for (const { token } of [ended, untold, other]) {
      watching.push(await graph.watch(token, ops.BookingChangedDocument, {}));
    }
    const [first, second, third] = watching;
    const [slot] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slot);
    for (const watch of watching) await watch.take(1);

    const revokedAt = Date.now();
    await age(untold.id, 'revoked_at', '0');
    await revokeElsewhere(ended.id);
    await until(() => first?.isDone === true, 5000);
    process.stdout.write(`${topology}: a subscription was ended after ${Date.now() - revokedAt} ms\n`);
    expect(first?.results.at(-1)?.errors).toMatchObject([{ extensions: { code: 'SESSION_REVOKED' } }]);
    const [next] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, next);
    await third?.take(2);
    expect(third?.isDone).toBe(false);
    expect(first?.results).toHaveLength(2);
    // The control: what nobody told the gateway goes on.
    await second?.take(2);
    second?.end();
    third?.end();
  });

  it('close what they hold open when they expire', async () => {
    const { token, id } = await sessionOf(graph, ada);
    await graph.database.query(
      `update identity.sessions set expires_at = now() + interval '1500 ms' where id = $1`,
      [uuidOf(id)],
    );
    const watching = await graph.watch(token, ops.BookingChangedDocument, {});
    await sleep(700);
    expect(watching.isDone).toBe(false);
    await until(() => watching.isDone, 5000);
    expect(watching.results.at(-1)?.errors).toMatchObject([{ extensions: { code: 'SESSION_EXPIRED' } }]);
  });

  it('share that with API keys', async () => {
    const input = { name: 'Short', scopes: ['BOOKING_READ' as const] };
    const { createApiKey } = (await graph.execute(ops.CreateApiKeyDocument, { input }, { key: ada.key }))
      .data;
    const watching = await graph.watch(createApiKey.secret, ops.BookingChangedDocument, {});
    await graph.execute(
      ops.RevokeApiKeyDocument,
      { input: { id: createApiKey.apiKey.id } },
      { key: ada.key },
    );
    await until(() => watching.isDone, 5000);
    expect(watching.results.at(-1)?.errors).toMatchObject([{ extensions: { code: 'API_KEY_REVOKED' } }]);
  });
});
