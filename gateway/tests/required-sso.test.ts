import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { generateSync } from 'otplib';
import pg from 'pg';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { answerFor, type MockIssuer, startMockIssuer, startOf, whoIsIn } from './kit/issuers.ts';
import { type Mailbox, startMailbox, tokenIn } from './kit/mailbox.ts';
import { Browser, ISSUER } from './kit/oauth.ts';
import { createOrganization, joinOrganization, organizationPage, placeOf } from './kit/organizations.ts';
import { makeSamlKey } from './kit/saml.ts';
import { type Person, type SamlProvider, signInBySaml, startSamlProvider } from './kit/saml-provider.ts';
import { sessionOf } from './kit/sessions.ts';

const person = (id: string, email = `${id}@example.com`): Person => ({ id, email, password: 'secret' });

describe('an organization that requires its own sign-in', () => {
  let graph: TestGraph;
  let mailbox: Mailbox;
  let google: MockIssuer;
  let provider: SamlProvider;
  let count = 0;
  const key = makeSamlKey();
  const people: Person[] = [];

  beforeAll(async () => {
    mailbox = await startMailbox();
    google = await startMockIssuer({ sub: 'g-1' });
    provider = await startSamlProvider(key, people);
    const settings = {
      clientId: 'a',
      secret: 'b',
      scope: 'openid email',
      issuer: google.url,
      postsAnswers: false,
    };
    graph = await startGraph({ publicUrl: ISSUER, smtpUrl: mailbox.url, providers: { GOOGLE: settings } });
  });
  afterAll(async () => {
    await graph?.stop();
    await provider?.stop();
    await google?.stop();
    await mailbox?.stop();
  });

  let founder: TestUser;
  let member: TestUser;
  let outsider: TestUser;
  let organizationId: string;
  let connectionId: string;
  /** The founder's, who has come by the provider. */
  let desk: Browser;

  const employ = (user: TestUser, email?: string) => {
    const employee = person(user.handle, email);
    people.push(employee);
    return employee;
  };
  const employeeOf = ({ handle }: TestUser) => people.find(({ id }) => id === handle) as Person;
  const emailOf = ({ handle }: TestUser) => `${handle}@example.com`;
  const versionOf = async () => (await organizationPage(graph, founder, organizationId)).version;

  /** What a page asks with the cookie of its browser. */
  async function ask<Data, Variables>(
    browser: Browser,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<{ data: Data; code: string | undefined }> {
    const response = await browser.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ISSUER, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ query: print(document), variables }),
    });
    const { data, errors } = (await response.json()) as {
      data: Data;
      errors?: { extensions: { code: string } }[];
    };
    return { data, code: errors?.[0]?.extensions.code };
  }
  const enter = async (user: TestUser, browser = new Browser(graph), start?: string) => {
    const arrived = await signInBySaml(graph, browser, {
      provider,
      start: start ?? (await startOf(graph, { connectionId })),
      person: employeeOf(user),
    });
    return { browser, status: arrived.page?.status, text: (await arrived.page?.text()) ?? '' };
  };
  /** Links an account with the provider from within, while that can still be done. */
  async function link(user: TestUser): Promise<void> {
    const session = (await sessionOf(graph, user)).token;
    const browser = new Browser(graph);
    await browser.keep(session);
    const { text } = await enter(user, browser, await startOf(graph, { connectionId }, session));
    expect(text).toContain('Linked');
  }
  const requireSso = async (browser = desk) =>
    ask(browser, ops.RequireSsoDocument, { input: { organizationId, expectedVersion: await versionOf() } });
  const lift = async () =>
    ask(desk, ops.LiftSsoRequirementDocument, {
      input: { organizationId, expectedVersion: await versionOf() },
    });
  async function mailedTo(user: TestUser): Promise<string> {
    const email = emailOf(user);
    const before = mailbox.mailsTo(email).length;
    await graph.execute(ops.RequestMagicLinkDocument, { input: { email } });
    return tokenIn(await mailbox.mailTo(email, before + 1));
  }
  const takeLink = async (token: string) =>
    (await graph.execute(ops.StartSignInDocument, { input: { token } })).data.signIn;
  const meCode = async (token: string) => {
    const { body } = await graph.execute(ops.MeDocument, {}, { key: token });
    return body.errors?.[0]?.extensions?.['code'] ?? 'OK';
  };
  const openSessions = async (user: TestUser) =>
    graph.database.query<{ method: string }>(
      'select method from identity.sessions where user_id = $1 and revoked_at is null',
      [uuidOf(user.id)],
    );
  const identitiesOf = async (user: TestUser) =>
    (
      await graph.database.query('select id from identity.federated_identities where user_id = $1', [
        uuidOf(user.id),
      ])
    ).length;
  const setPlan = (plan: string) =>
    graph.database.query('update identity.organizations set plan = $1 where id = $2', [
      plan,
      uuidOf(organizationId),
    ]);

  beforeEach(async () => {
    count++;
    founder = await graph.signUp();
    member = await graph.signUp();
    outsider = await graph.signUp();
    organizationId = await createOrganization(graph, founder, `firm-${count}`);
    await joinOrganization(graph, { organizationId, inviter: founder, member });
    await setPlan('ENTERPRISE');
    for (const user of [founder, member, outsider]) employ(user);
    const saml = {
      entityId: provider.entityId,
      signInUrl: provider.signInUrl,
      certificates: [key.certificate],
    };
    const made = await graph.execute(
      ops.CreateSsoConnectionDocument,
      { input: { organizationId, name: 'Firm login', saml } },
      { key: (await sessionOf(graph, founder)).token },
    );
    const created = made.data.createSsoConnection;
    if (created.__typename !== 'SsoConnectionCreated') throw new Error(JSON.stringify(created));
    connectionId = created.connection.id;
    await link(founder);
    desk = (await enter(founder)).browser;
    expect(await whoIsIn(desk)).toBe(founder.handle);
  });

  it('needs the plan, the right, and a session that the provider has opened', async () => {
    const input = { organizationId, expectedVersion: await versionOf() };
    const as = async (token: string) => graph.execute(ops.RequireSsoDocument, { input }, { key: token });
    const mailed = (await sessionOf(graph, founder)).token;
    expect((await as(mailed)).data.requireSso.__typename).toBe('SsoUnproven');
    expect((await as(founder.key)).code).toBe('FORBIDDEN');
    expect((await as((await sessionOf(graph, member)).token)).code).toBe('FORBIDDEN');
    expect((await as((await sessionOf(graph, outsider)).token)).code).toBe('NOT_FOUND');
    await setPlan('TEAM');
    expect((await requireSso()).code).toBe('PLAN_REQUIRED');
    await setPlan('ENTERPRISE');
    const late = { input: { ...input, expectedVersion: input.expectedVersion + 1 } };
    expect((await ask(desk, ops.RequireSsoDocument, late)).data.requireSso.__typename).toBe(
      'VersionConflict',
    );
    expect((await requireSso()).data.requireSso).toMatchObject({ organization: { requiresSso: true } });
    // Lifting it is never out of reach.
    await setPlan('FREE');
    const lifted = await graph.execute(
      ops.LiftSsoRequirementDocument,
      { input: { organizationId, expectedVersion: await versionOf() } },
      { key: mailed },
    );
    expect(lifted.data.liftSsoRequirement).toMatchObject({ organization: { requiresSso: false } });
  });

  it('ends what members began otherwise, and leaves owners, strangers and API keys alone', async () => {
    const tokens = await Promise.all(
      [member, founder, outsider].map(async user => (await sessionOf(graph, user)).token),
    );
    await link(member);
    const { browser } = await enter(member);
    await requireSso();
    expect(await Promise.all(tokens.map(meCode))).toEqual(['SESSION_REVOKED', 'OK', 'OK']);
    expect(await meCode(member.key)).toBe('OK');
    expect(await whoIsIn(browser)).toBe(member.handle);
    const log = await graph.database.query(
      `select after->>'reason' as reason from identity.audit_entries
       where organization_id = $1 and action = 'session.revoked'`,
      [uuidOf(organizationId)],
    );
    expect(log).toContainEqual({ reason: 'SSO_REQUIRED' });
  });

  it("leads the reader of a member's mail to the provider, and links the account by both", async () => {
    const answers = [];
    await requireSso();
    for (const user of [member, outsider])
      answers.push(
        Object.keys(
          (await graph.execute(ops.RequestMagicLinkDocument, { input: { email: emailOf(user) } })).data
            .requestMagicLink,
        ),
      );
    expect(answers[0]).toEqual(answers[1]);
    // Controls: an owner's link and a stranger's sign in.
    for (const user of [founder, outsider])
      expect((await takeLink(await mailedTo(user))).__typename).toBe('SignedIn');
    const token = await mailedTo(member);
    expect(mailbox.mailsTo(emailOf(member)).at(-1)?.text).toContain('sign in by Firm login');
    expect(mailbox.mailsTo(emailOf(founder)).at(-1)?.text).not.toContain('Firm login');
    const led = await takeLink(token);
    if (led.__typename !== 'SsoRequired') throw new Error(JSON.stringify(led));
    expect(led.connectionName).toBe('Firm login');
    expect(await openSessions(member)).toEqual([]);
    expect((await takeLink(token)).__typename).toBe('LinkInvalid');
    const { browser, text } = await enter(member, new Browser(graph), led.url);
    expect(text).toContain('You are signed in');
    expect(await whoIsIn(browser)).toBe(member.handle);
    expect(await identitiesOf(member)).toBe(1);
    // From then on without a mail.
    const later = await enter(member);
    expect(await whoIsIn(later.browser)).toBe(member.handle);
  });

  it('takes neither another address nor the identity of somebody else from the provider', async () => {
    await requireSso();
    const leadTo = async () => {
      const led = await takeLink(await mailedTo(member));
      return led.__typename === 'SsoRequired' ? led.url : '';
    };
    const employee = employeeOf(member);
    employee.email = 'another@example.com';
    const other = await enter(member, new Browser(graph), await leadTo());
    expect([other.status, other.text.includes('Not signed in')]).toEqual([403, true]);
    // The browser's user at the provider is the founder.
    const taken = await enter(founder, new Browser(graph), await leadTo());
    expect([taken.status, taken.text.includes('Another account')]).toEqual([409, true]);
    expect([await openSessions(member), await identitiesOf(member)]).toEqual([[], 0]);
    employee.email = emailOf(member);
    const { browser } = await enter(member, new Browser(graph), await leadTo());
    expect(await whoIsIn(browser)).toBe(member.handle);
  });

  it('lets members in by no other provider', async () => {
    google.person = { sub: `g-${member.handle}` };
    const session = (await sessionOf(graph, member)).token;
    const browser = new Browser(graph);
    await browser.keep(session);
    await browser.open(await answerFor(graph, browser, { provider: 'GOOGLE' }, session));
    const byGoogle = async () => {
      const fresh = new Browser(graph);
      const { page } = await fresh.open(await answerFor(graph, fresh, { provider: 'GOOGLE' }));
      return { fresh, status: page?.status, text: (await page?.text()) ?? '' };
    };
    expect(await whoIsIn((await byGoogle()).fresh)).toBe(member.handle);
    await link(member);
    await requireSso();
    const refused = await byGoogle();
    expect([refused.status, await whoIsIn(refused.fresh)]).toEqual([403, null]);
    const start = (/href="([^"]+\/sso\/start[^"]+)"/.exec(refused.text)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(await whoIsIn((await enter(member, new Browser(graph), start)).browser)).toBe(member.handle);
    await lift();
    expect(await whoIsIn((await byGoogle()).fresh)).toBe(member.handle);
  });

  it('asks for the second factor all the same, and takes no first proof of before', async () => {
    await link(member);
    const session = (await sessionOf(graph, member)).token;
    const { enrolSecondFactor } = (await graph.execute(ops.EnrolSecondFactorDocument, {}, { key: session }))
      .data;
    const secret = enrolSecondFactor.__typename === 'SecondFactorEnrolled' ? enrolSecondFactor.secret : '';
    const codeIn = (seconds: number) =>
      generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + seconds });
    await graph.execute(ops.ConfirmSecondFactorDocument, { input: { code: codeIn(-30) } }, { key: session });
    const before = await takeLink(await mailedTo(member));
    if (before.__typename !== 'SecondFactorRequired') throw new Error(JSON.stringify(before));
    await requireSso();
    const complete = async (pendingToken: string, code: string) =>
      (await graph.execute(ops.CompleteSignInDocument, { input: { pendingToken, code } })).data.completeSignIn
        .__typename;
    expect(await complete(before.pendingToken, codeIn(0))).toBe('SignInExpired');
    const { text } = await enter(member);
    const pendingToken = /name="pendingToken" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(await openSessions(member)).toEqual([]);
    expect(await complete(pendingToken, codeIn(0))).toBe('SignedIn');
  });

  it('unlinks who leaves, and ends what the provider has opened for them', async () => {
    const colleague = await graph.signUp();
    employ(colleague);
    await joinOrganization(graph, { organizationId, inviter: founder, member: colleague });
    await link(member);
    await link(colleague);
    await requireSso();
    const [left, stays] = [(await enter(member)).browser, (await enter(colleague)).browser];
    const input = { membershipId: (await placeOf(graph, founder, organizationId, member)).id };
    await graph.execute(ops.RemoveOrganizationMemberDocument, { input }, { key: founder.key });
    expect(await Promise.all([left, stays].map(whoIsIn))).toEqual([null, colleague.handle]);
    expect([await identitiesOf(member), await identitiesOf(colleague)]).toEqual([0, 1]);
    expect(await openSessions(member)).toEqual([]);
    const again = await enter(member);
    expect([again.text.includes('Whose account is it?'), await whoIsIn(again.browser)]).toEqual([true, null]);
    // The account is theirs still: by mail, and by their keys.
    expect((await takeLink(await mailedTo(member))).__typename).toBe('SignedIn');
    expect(await meCode(member.key)).toBe('OK');
  });

  it('leaves sessions that were begun otherwise to who leaves without a requirement', async () => {
    await link(member);
    const mailed = (await sessionOf(graph, member)).token;
    const { browser } = await enter(member);
    const input = { membershipId: (await placeOf(graph, founder, organizationId, member)).id };
    await graph.execute(ops.RemoveOrganizationMemberDocument, { input }, { key: member.key });
    expect([await meCode(mailed), await whoIsIn(browser), await identitiesOf(member)]).toEqual([
      'OK',
      null,
      0,
    ]);
  });

  it('counts for who joins, and for an owner who is one no longer', async () => {
    await requireSso();
    const [newcomer, owner] = [await graph.signUp(), await graph.signUp()];
    const tokens = await Promise.all(
      [newcomer, owner].map(async user => (await sessionOf(graph, user)).token),
    );
    await joinOrganization(graph, { organizationId, inviter: founder, member: newcomer });
    const membershipId = await joinOrganization(graph, {
      organizationId,
      inviter: founder,
      member: owner,
      role: 'OWNER',
    });
    expect(await Promise.all(tokens.map(meCode))).toEqual(['SESSION_REVOKED', 'OK']);
    await graph.execute(
      ops.ChangeOrganizationMemberRoleDocument,
      { input: { membershipId, role: 'ADMIN' } },
      { key: founder.key },
    );
    // It was used before: the gateway is told within moments.
    await until(async () => (await meCode(tokens[1] ?? '')) === 'SESSION_REVOKED');
  });

  it('keeps the last connection for as long as it is required', async () => {
    await link(member);
    await requireSso();
    const { browser } = await enter(member);
    const remove = async () => ask(desk, ops.DeleteSsoConnectionDocument, { input: { id: connectionId } });
    expect((await remove()).data.deleteSsoConnection.__typename).toBe('SsoConnectionNeeded');
    const saml = { entityId: 'urn:next', signInUrl: provider.signInUrl, certificates: [key.certificate] };
    await ask(desk, ops.CreateSsoConnectionDocument, { input: { organizationId, name: 'Next', saml } });
    expect((await remove()).data.deleteSsoConnection.__typename).toBe('SsoConnectionDeleted');
    // What the former one has opened for a member is over; the owner stays.
    expect([await whoIsIn(browser), await whoIsIn(desk)]).toEqual([null, founder.handle]);
  });

  describe('at the same moment', () => {
    /** Runs statements in a transaction that commits only after somebody has had the time to get past it. */
    async function during<T>(statements: string[], work: () => Promise<T>, last = 'select'): Promise<T> {
      const client = new pg.Client({ connectionString: graph.database.url });
      await client.connect();
      try {
        await client.query('begin');
        await client.query('set local search_path to identity');
        for (const statement of statements) await client.query(statement);
        const working = work();
        await Promise.race([working, sleep(4000)]);
        await client.query(last);
        await client.query('commit');
        return await working;
      } finally {
        await client.end();
      }
    }
    const requiring = () => [
      `update identity.organizations set requires_sso = true where id = '${uuidOf(organizationId)}'`,
      `update identity.sessions set revoked_at = now() where user_id = '${uuidOf(member.id)}' and revoked_at is null`,
    ];

    it('is required of who signs in while it is decided', async () => {
      const token = await mailedTo(member);
      const led = await during(requiring(), () => takeLink(token));
      expect(led.__typename).toBe('SsoRequired');
      expect(await openSessions(member)).toEqual([]);
    });

    it('lets nobody in whose identity is unlinked meanwhile', async () => {
      await link(member);
      const before = (await openSessions(member)).length;
      const leaving = [`delete from identity.federated_identities where user_id = '${uuidOf(member.id)}'`];
      const { text } = await during(leaving, () => enter(member));
      expect(text).toContain('Whose account is it?');
      expect(await openSessions(member)).toHaveLength(before);
    });

    /** Somebody joins while they sign in otherwise: what is left of that. */
    async function joining(): Promise<{ method: string }[]> {
      const newcomer = await graph.signUp();
      await requireSso();
      const hold = `select identity.hold_requirements('${uuidOf(newcomer.id)}')`;
      const begin = `insert into identity.sessions
          (id, organization_id, user_id, hash, method, created_at, last_used_at, expires_at)
        select gen_random_uuid(), organization_id, id, handle, 'MAGIC_LINK', now(), now(), now() + interval '1 day'
        from identity.users where id = '${uuidOf(newcomer.id)}'`;
      const join = () => joinOrganization(graph, { organizationId, inviter: founder, member: newcomer });
      await during([hold], join, begin);
      return openSessions(newcomer);
    }

    it('is required of who signs in while they join', async () => {
      expect(await joining()).toEqual([]);
    });

    // Last, as the guard does not come back.
    it('the control: who does not wait gets a session that nobody ends', async () => {
      await graph.database.query(
        `create or replace function identity.hold_requirements(person uuid) returns void language plpgsql as $$ begin end $$`,
      );
      const token = await mailedTo(member);
      const led = await during(requiring(), () => takeLink(token));
      expect(led.__typename).toBe('SignedIn');
      expect(await openSessions(member)).toEqual([{ method: 'MAGIC_LINK' }]);
      await lift();
      expect(await joining()).toEqual([{ method: 'MAGIC_LINK' }]);
    });
  });
});
