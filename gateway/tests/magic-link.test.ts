import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { servicePrincipal } from '#platform/principal.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { pruneSignIns } from '../../subgraphs/identity/sign-in/prune-sign-ins.ts';
import { collect, until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { linkIn, type Mailbox, startMailbox, tokenIn } from './kit/mailbox.ts';

describe.each<Topology>(['standalone', 'distributed'])('a magic link, %s', topology => {
  let graph: TestGraph;
  let mailbox: Mailbox;
  let ada: TestUser;

  beforeAll(async () => {
    mailbox = await startMailbox();
    graph = await startGraph({ topology, smtpUrl: mailbox.url });
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterAll(async () => {
    await graph.stop();
    await mailbox.stop();
  });

  const request = (email: string) => graph.execute(ops.RequestMagicLinkDocument, { input: { email } });
  const signIn = async (input: ops.SignInInput, headers: Record<string, string> = {}) =>
    (await graph.execute(ops.SignInDocument, { input }, { headers })).data.signIn;
  const tokenFor = async (email: string) => {
    const before = mailbox.mailsTo(email).length;
    await request(email);
    return tokenIn(await mailbox.mailTo(email, before + 1));
  };

  it('signs in whoever reads the mail, as the browser that they are', async () => {
    const { sent, expiresAt } = (await request('Ada@Example.com')).data.requestMagicLink;
    expect(sent).toBe(true);
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 15 * 60_000)).toBeLessThan(10_000);
    const mail = await mailbox.mailTo('ada@example.com');
    expect(mail.raw).toMatch(/^Subject: Sign in to Almanac\r?$/m);
    expect(linkIn(mail)).toMatch(/^http:\/\/almanac\.test\/sign-in#token=[\w-]{43}$/);
    const signedIn = await signIn(
      { token: tokenIn(mail) },
      { 'user-agent': 'Netscape 4', 'x-forwarded-for': '192.0.2.44' },
    );
    if (signedIn.__typename !== 'SignedIn') throw new Error(JSON.stringify(signedIn));
    expect(signedIn.user).toEqual({ id: ada.id, handle: 'ada' });
    const key = signedIn.sessionToken;
    expect((await graph.execute(ops.MeDocument, {}, { key })).data.me.email).toBe('ada@example.com');
    const { nodes } = (await graph.execute(ops.SessionsDocument, {}, { key })).data.sessions;
    expect(nodes).toMatchObject([
      { isCurrent: true, userAgent: 'Netscape 4', address: '192.0.2.44', method: 'MAGIC_LINK' },
    ]);
  });

  it('works once, and not after fifteen minutes', async () => {
    const token = await tokenFor('ada@example.com');
    expect((await signIn({ token })).__typename).toBe('SignedIn');
    expect(await signIn({ token })).toMatchObject({ __typename: 'LinkInvalid', code: 'LINK_INVALID' });
    const late = await tokenFor('ada@example.com');
    const [{ lifetime } = {}] = await graph.database.query(
      `update identity.sign_in_links set expires_at = now() where used_at is null
       returning extract(epoch from expires_at - created_at)::int as lifetime`,
    );
    expect(Number(lifetime)).toBeLessThanOrEqual(900);
    expect((await signIn({ token: late })).__typename).toBe('LinkInvalid');
    expect((await signIn({ token: 'never sent' })).__typename).toBe('LinkInvalid');
    const refused = await graph.database.query(
      `select payload->>'reason' as reason, audience from identity.outbox_events
       where name = 'sign_in.refused' order by sequence`,
    );
    expect(refused).toEqual([
      { reason: 'LINK_USED', audience: [ada.id] },
      { reason: 'LINK_EXPIRED', audience: [ada.id] },
    ]);
  });

  it('gives an account to an address that has none, once it is proved', async () => {
    const email = `New.Person-${topology}@example.com`;
    const accounts = () =>
      graph.database.query('select handle from identity.users where email = $1', [email.toLowerCase()]);
    const token = await tokenFor(email.toLowerCase());
    expect(await accounts()).toEqual([]);
    expect(mailbox.mailsTo(email.toLowerCase())[0]?.text).toMatch(/no account with this address/);
    const taken = await graph.execute(ops.SignInDocument, { input: { token, handle: 'ada' } });
    expect(taken.data.signIn.__typename).toBe('HandleTaken');
    expect(await accounts()).toEqual([]);
    const signedIn = await signIn({ token, name: 'New Person', timeZone: 'Asia/Tokyo', locale: 'ja' });
    if (signedIn.__typename !== 'SignedIn') throw new Error(JSON.stringify(signedIn));
    const key = signedIn.sessionToken;
    await until(
      async () =>
        ((await graph.execute(ops.MeDocument, {}, { key })).body.data?.me.schedules?.length ?? 0) > 0,
    );
    expect((await graph.execute(ops.MeDocument, {}, { key })).data.me).toMatchObject({
      handle: `new-person-${topology}`,
      name: 'New Person',
      timeZone: 'Asia/Tokyo',
      locale: 'ja',
    });
    // Another one of that name gets another handle.
    const other = await signIn({ token: await tokenFor(`new.person-${topology}@other.example`) });
    expect(other).toMatchObject({ user: { handle: expect.stringMatching(/^new-person-\w+-\d+$/) } });
  });

  it('is not in the database, nor in the job that sends it', async () => {
    const token = await tokenFor('ada@example.com');
    const dump = await graph.database.query(
      'select l::text as text from identity.sign_in_links l union all select e::text from identity.outbox_events e',
    );
    expect(dump.length).toBeGreaterThan(0);
    for (const { text } of dump) expect(String(text)).not.toContain(token);
  });

  it('is sent again when the mail server did not take it, and counts once', async () => {
    const email = `later-${topology}@example.com`;
    mailbox.refuse(1);
    await request(email);
    const mail = await mailbox.mailTo(email);
    const open = await graph.database.query('select 1 from identity.sign_in_links where email = $1', [email]);
    expect(open).toHaveLength(1);
    expect((await signIn({ token: tokenIn(mail) })).__typename).toBe('SignedIn');
  });

  it('is forgotten a month after it ended, and sessions are', async () => {
    const signedIn = await signIn({ token: await tokenFor('ada@example.com') });
    const kept = await signIn({ token: await tokenFor('ada@example.com') });
    if (signedIn.__typename !== 'SignedIn' || kept.__typename !== 'SignedIn')
      throw new Error('not signed in');
    const count = async (table: string) =>
      (await graph.database.query(`select 1 from identity.${table}`)).length;
    const before = [await count('sign_in_links'), await count('sessions')];
    const [old, young] = ['31 days', '29 days'];
    await graph.database.query(
      `with l as (select id, row_number() over (order by id desc) as n from identity.sign_in_links)
       update identity.sign_in_links set expires_at = now() - (case n when 1 then $1 else $2 end)::interval
       from l where l.id = sign_in_links.id and n <= 2`,
      [old, young],
    );
    await graph.database.query(
      `with s as (select id, row_number() over (order by id desc) as n from identity.sessions)
       update identity.sessions set revoked_at = now() - (case n when 1 then $1 else $2 end)::interval
       from s where s.id = sessions.id and n <= 2`,
      [old, young],
    );
    const { openContext } = graph.apps.identity;
    await pruneSignIns(openContext(servicePrincipal('test')));
    expect([await count('sign_in_links'), await count('sessions')]).toEqual(before.map(number => number - 1));
  });

  it('comes five times at most, and a flood of requests keeps nobody out', async () => {
    const email = `flooded-${topology}@example.com`;
    const answers = [];
    for (let i = 0; i < 8; i++) {
      answers.push((await request(email)).data.requestMagicLink.sent);
      if (i < 5) await mailbox.mailTo(email, i + 1);
    }
    expect(answers).toEqual(Array(8).fill(true));
    await until(async () => {
      const jobs = await graph.database.query(
        `select 1 from identity_jobs.jobs where task_identifier = 'send-sign-in-link'`,
      );
      return jobs.length === 0;
    });
    expect(mailbox.mailsTo(email)).toHaveLength(5);
    const [oldest] = mailbox.mailsTo(email);
    if (!oldest) throw new Error('There is no mail.');
    expect((await signIn({ token: tokenIn(oldest) })).__typename).toBe('SignedIn');
    // One link was used: there is room for another.
    await request(email);
    await mailbox.mailTo(email, 6);
  });
});

describe('what a client may try', () => {
  let graph: TestGraph;
  let mailbox: Mailbox;

  beforeAll(async () => {
    mailbox = await startMailbox();
    graph = await startGraph({ smtpUrl: mailbox.url, limits: { SIGN_INS_PER_MINUTE: 5 } });
    await graph.signUp({ handle: 'ada' });
  });
  afterAll(async () => {
    await graph.stop();
    await mailbox.stop();
  });

  const aliased = (fields: readonly string[]) =>
    `mutation { ${fields.map((field, i) => `f${i}: ${field}`).join(' ')} }`;
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const linkFields = (email: string) =>
    Array(30).fill(`requestMagicLink(input: { email: "${email}" }) { sent }`);
  const jobsAreDone = () =>
    until(async () => (await graph.database.query('select 1 from identity_jobs.jobs')).length === 0);

  it('is five links a minute, however many aliases a request has', async () => {
    const answer = await graph.execute(aliased(linkFields('a@example.com')), undefined, from('192.0.2.1'));
    expect([answer.status, answer.code]).toEqual([429, 'RATE_LIMITED']);
    await jobsAreDone();
    expect(mailbox.mailsTo('a@example.com')).toHaveLength(5);
  });

  it('is that over a socket as well', async () => {
    const asked = collect(graph.connect(), aliased(linkFields('b@example.com')));
    await until(() => asked.isDone);
    expect(asked.results[0]?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    await jobsAreDone();
    expect(mailbox.mailsTo('b@example.com')).toHaveLength(5);
  });

  it('is five tokens a minute: a right one behind five wrong ones is not even looked at', async () => {
    await graph.execute(
      ops.RequestMagicLinkDocument,
      { input: { email: 'c@example.com' } },
      from('192.0.2.3'),
    );
    const token = tokenIn(await mailbox.mailTo('c@example.com'));
    const guesses = [...Array(5).fill('guess'), token, ...Array(24).fill('guess')];
    const fields = guesses.map(guess => `signIn(input: { token: "${guess}" }) { __typename }`);
    const answer = await graph.execute(aliased(fields), undefined, from('192.0.2.3'));
    expect(answer.code).toBe('RATE_LIMITED');
    const own = await graph.execute(ops.SignInDocument, { input: { token } }, from('192.0.2.4'));
    expect(own.data.signIn.__typename).toBe('SignedIn');
  });

  it('is nothing to others: the account stays open to its owner', async () => {
    const flood = () =>
      graph.execute(
        ops.RequestMagicLinkDocument,
        { input: { email: 'ada@example.com' } },
        from('198.51.100.1'),
      );
    for (let i = 0; i < 5; i++) await flood();
    const refused = await flood();
    expect([refused.status, refused.code]).toEqual([429, 'RATE_LIMITED']);
    const own = await graph.execute(
      ops.RequestMagicLinkDocument,
      { input: { email: 'ada@example.com' } },
      from('203.0.113.9'),
    );
    expect(own.data.requestMagicLink.sent).toBe(true);
    const mail = await mailbox.mailTo('ada@example.com');
    const answer = await graph.execute(
      ops.SignInDocument,
      { input: { token: tokenIn(mail) } },
      from('203.0.113.9'),
    );
    expect(answer.data.signIn.__typename).toBe('SignedIn');
  });
});
