import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as openid from 'openid-client';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { Browser, ISSUER, registerClient, type TestClient, tokensFor } from './kit/oauth.ts';

describe('refresh tokens', () => {
  let graph: TestGraph;
  let client: TestClient;
  let user: TestUser;
  let browser: Browser;

  beforeAll(async () => {
    graph = await startGraph({ publicUrl: ISSUER });
    user = await graph.signUp();
    client = await registerClient(graph, user);
    browser = new Browser(graph);
    await browser.signIn(graph, user);
  });
  afterAll(() => graph.stop());

  const codeOf = async (key: string) => {
    const { body } = await graph.execute('{ me { id } }', undefined, { key });
    return body.errors?.[0]?.extensions?.['code'] ?? 'OK';
  };
  const first = async () => (await tokensFor(browser, client)).refresh_token ?? '';
  const refresh = (token: string) => openid.refreshTokenGrant(client.config, token);
  /** The next token, or why there is none. */
  const next = (token: string): Promise<string> =>
    refresh(token).then(
      answer => answer.refresh_token ?? 'none',
      error => error.error,
    );
  /** As if the last use of every token had been so long ago. */
  const pass = (seconds: number) =>
    graph.database.query(
      `update identity.oauth_artifacts set consumed_at = consumed_at - make_interval(secs => ${seconds})`,
    );

  it('are replaced at each use', async () => {
    const one = await first();
    const answer = await refresh(one);
    expect(answer.refresh_token).not.toBe(one);
    expect(await codeOf(answer.access_token)).toBe('OK');
    expect((await refresh(answer.refresh_token ?? '')).refresh_token).not.toBe(answer.refresh_token);
  });

  it('make one chain, however many tabs refresh at once', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await first();
      const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(one)));
      const successors = new Set(answers.map(answer => answer.refresh_token));
      expect(successors.size).toBe(1);
      for (const { access_token } of answers) expect(await codeOf(access_token)).toBe('OK');
      // Nobody was signed out.
      expect(await next([...successors][0] ?? '')).not.toBe('invalid_grant');
    }
  });

  it('control: can be used for ever where uses are forgotten', async () => {
    const one = await first();
    await graph.database.query(`create function identity.forget() returns trigger language plpgsql as
      $$ begin new.consumed_at = null; return new; end $$`);
    await graph.database.query(`create trigger forget before update on identity.oauth_artifacts
      for each row execute function identity.forget()`);
    const two = await next(one);
    const three = await next(two);
    await graph.database.query('drop function identity.forget() cascade');
    // With the guard off, the first one is still taken after the third was made.
    expect(await next(one)).toBe(two);
    expect(three).not.toBe('invalid_grant');
  });

  it('that are used after their successor was end the family', async () => {
    const one = await first();
    const two = await next(one);
    const answer = await refresh(two);
    expect(await codeOf(answer.access_token)).toBe('OK');
    expect(await next(one)).toBe('invalid_grant');
    expect(await next(answer.refresh_token ?? '')).toBe('invalid_grant');
    expect(await next(two)).toBe('invalid_grant');
    const { access_token } = await openid.refreshTokenGrant(client.config, await first());
    expect(await codeOf(access_token)).toBe('OK');
  });

  it('that are used once more within the grace get the same successor, and after it end the family', async () => {
    const [one, kept] = [await first(), await first()];
    const two = await next(one);
    expect(await next(one)).toBe(two);
    await pass(9);
    expect(await next(one)).toBe(two);
    await pass(2);
    expect(await next(one)).toBe('invalid_grant');
    expect(await next(two)).toBe('invalid_grant');
    // Another sign-in of the same user and client is another family.
    expect(await next(kept)).not.toBe('invalid_grant');
  });

  it('end the access tokens of their family too', async () => {
    const { access_token, refresh_token = '' } = await tokensFor(browser, client);
    const two = await next(refresh_token);
    await next(two);
    expect(await next(refresh_token)).toBe('invalid_grant');
    expect(await codeOf(access_token)).toBe('ACCESS_TOKEN_REVOKED');
  });
});
