import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jwtVerify } from 'jose';
import { generateSync } from 'otplib';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import {
  answerFor,
  connect,
  countSessions,
  type MockIssuer,
  organizationOf,
  postForm,
  startForeignProvider,
  startMockIssuer,
  startOf,
  whoIsIn,
} from './kit/issuers.ts';
import { type Mailbox, startMailbox, tokenIn } from './kit/mailbox.ts';
import { Browser, ISSUER } from './kit/oauth.ts';
import { sessionOf } from './kit/sessions.ts';

const CLIENT = { id: 'almanac', secret: 'a secret between the two of them' };

describe.each<Topology>(['standalone', 'distributed'])('signing in by others, %s', topology => {
  let graph: TestGraph;
  let mailbox: Mailbox;
  let google: MockIssuer;
  let admin: { user: TestUser; session: string };
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  beforeAll(async () => {
    mailbox = await startMailbox();
    google = await startMockIssuer({ sub: 'g-1', email: 'new@example.com', email_verified: true });
    const settings = { clientId: CLIENT.id, secret: CLIENT.secret, scope: 'openid email profile' };
    graph = await startGraph({
      topology,
      publicUrl: ISSUER,
      smtpUrl: mailbox.url,
      providers: {
        GOOGLE: { ...settings, issuer: google.url, postsAnswers: false },
        APPLE: {
          ...settings,
          issuer: google.url,
          postsAnswers: true,
          secret: {
            teamId: 'TEAM',
            keyId: 'KEY',
            privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
          },
        },
      },
    });
    const user = await graph.signUp();
    admin = { user, session: (await sessionOf(graph, user)).token };
  });
  afterAll(async () => {
    await graph?.stop();
    await google?.stop();
    await mailbox.stop();
  });

  const identitiesOf = async (session: string) =>
    (await graph.execute(ops.FederatedIdentitiesDocument, {}, { key: session })).data.federatedIdentities;

  /** Reads the mail that somebody was sent, in the browser that they are at. */
  async function openMail(browser: Browser, email: string): Promise<void> {
    const input = { token: tokenIn(await mailbox.mailTo(email)) };
    const { signIn } = (await graph.execute(ops.SignInDocument, { input })).data;
    if (signIn.__typename !== 'SignedIn') throw new Error(JSON.stringify(signIn));
    await browser.keep(signIn.sessionToken);
  }

  it('opens an account for an address that Google has proved, and lets the same person in again', async () => {
    google.person = { sub: 'g-1', email: 'Newcomer@example.com', email_verified: true, name: 'New Person' };
    const browser = new Browser(graph);
    const arrived = await browser.open(await answerFor(graph, browser, { provider: 'GOOGLE' }));
    expect(await arrived.page?.text()).toContain('You are signed in as New Person.');
    expect(arrived.page?.headers.get('x-almanac-session')).toBeNull();
    expect(await whoIsIn(browser)).toBe('newcomer');
    // The address has moved on; who it is has not.
    google.person = { sub: 'g-1', email: 'renamed@example.com', email_verified: true };
    const again = new Browser(graph);
    await again.open(await answerFor(graph, again, { provider: 'GOOGLE' }));
    expect(await whoIsIn(again)).toBe('newcomer');
    // Another provider may use the same name for somebody else.
    google.person = { sub: 'g-1', email: 'apple-user@example.com', email_verified: 'true' };
    const other = new Browser(graph);
    const callback = await answerFor(graph, other, { provider: 'APPLE' });
    const fields = Object.fromEntries(callback.searchParams);
    // Without the cookie that browsers keep to themselves when a foreign page posts.
    const posted = await postForm(new Browser(graph), callback.pathname, fields);
    expect(posted.status).toBe(303);
    await other.open(posted.headers.get('location') ?? '');
    expect(await whoIsIn(other)).toBe('apple-user');
    // Apple is given a token by our key instead of a secret.
    const { payload, protectedHeader } = await jwtVerify(google.clientSecret, publicKey, {
      issuer: 'TEAM',
      subject: CLIENT.id,
      audience: google.url,
      algorithms: ['ES256'],
    });
    expect([protectedHeader.kid, Number(payload.exp) - Number(payload.iat)]).toEqual(['KEY', 3600]);
  });

  it('never takes an account over, and links it once its user says so', async () => {
    const user = await graph.signUp();
    const email = `${user.handle}@example.com`;
    google.person = { sub: `g-${user.handle}`, email, email_verified: true };
    const browser = new Browser(graph);
    const arrived = await browser.open(await answerFor(graph, browser, { provider: 'GOOGLE' }));
    expect(await arrived.page?.text()).toContain('Whose account is it?');
    expect(await whoIsIn(browser)).toBeNull();
    const token = arrived.url.searchParams.get('token') ?? '';
    // Nothing is sent by opening a page.
    expect(mailbox.mailsTo(email)).toHaveLength(0);
    expect((await postForm(browser, '/sso/link', { token, decision: 'link' })).status).toBe(200);
    expect((await postForm(browser, '/sso/link', { token, decision: 'mail' })).status).toBe(200);
    await openMail(browser, email);
    const asked = await browser.open(arrived.url);
    expect(await asked.page?.text()).toContain('Let Google sign you in?');
    // Neither another browser nor another site's form decides it.
    const stranger = new Browser(graph);
    await stranger.signIn(graph, user);
    expect((await postForm(stranger, '/sso/link', { token, decision: 'link' })).status).toBe(400);
    const foreign = await postForm(
      browser,
      '/sso/link',
      { token, decision: 'link' },
      { origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
    const linked = await postForm(browser, '/sso/link', { token, decision: 'link' });
    expect(await linked.text()).toContain('Linked');
    expect((await postForm(browser, '/sso/link', { token, decision: 'link' })).status).toBe(400);
    const later = new Browser(graph);
    await later.open(await answerFor(graph, later, { provider: 'GOOGLE' }));
    expect(await whoIsIn(later)).toBe(user.handle);
  });

  it('links nothing for somebody else, nor an address that is not proved', async () => {
    const [user, other] = [await graph.signUp(), await graph.signUp()];
    const email = `${user.handle}@example.com`;
    google.person = { sub: `g-${user.handle}`, email, email_verified: true };
    const browser = new Browser(graph);
    await browser.signIn(graph, other);
    const arrived = await browser.open(await answerFor(graph, browser, { provider: 'GOOGLE' }));
    expect(arrived.page?.status).toBe(403);
    const token = arrived.url.searchParams.get('token') ?? '';
    expect((await postForm(browser, '/sso/link', { token, decision: 'link' })).status).toBe(403);
    expect(await identitiesOf((await sessionOf(graph, other)).token)).toEqual([]);

    google.person = { sub: `u-${user.handle}`, email, email_verified: false };
    const own = new Browser(graph);
    await own.signIn(graph, user);
    const unproven = await own.open(await answerFor(graph, own, { provider: 'GOOGLE' }));
    expect(await unproven.page?.text()).toContain('not linked yet');
    const unprovenToken = unproven.url.searchParams.get('token') ?? '';
    await postForm(own, '/sso/link', { token: unprovenToken, decision: 'link' });
    expect(await identitiesOf((await sessionOf(graph, user)).token)).toEqual([]);
  });

  it('links whatever a signed-in user asks for, shows and unlinks it', async () => {
    const user = await graph.signUp();
    const { token: session } = await sessionOf(graph, user);
    google.person = { sub: `l-${user.handle}`, email: 'elsewhere@example.net' };
    const browser = new Browser(graph);
    await browser.keep(session);
    const arrived = await browser.open(await answerFor(graph, browser, { provider: 'GOOGLE' }, session));
    expect(await arrived.page?.text()).toContain('Linked');
    const [identity] = await identitiesOf(session);
    expect(identity).toMatchObject({
      provider: 'GOOGLE',
      connectionId: null,
      issuer: google.url,
      email: 'elsewhere@example.net',
    });
    const later = new Browser(graph);
    await later.open(await answerFor(graph, later, { provider: 'GOOGLE' }));
    expect(await whoIsIn(later)).toBe(user.handle);

    const id = identity?.id ?? '';
    const { token: foreign } = await sessionOf(graph, await graph.signUp());
    const unlink = (key: string) =>
      graph.execute(ops.UnlinkFederatedIdentityDocument, { input: { id } }, { key });
    expect((await unlink(foreign)).code).toBe('NOT_FOUND');
    expect((await unlink(user.key)).code).toBe('FORBIDDEN');
    expect((await unlink(session)).data.unlinkFederatedIdentity.id).toBe(id);
    expect(await identitiesOf(session)).toEqual([]);
    const after = new Browser(graph);
    await after.open(await answerFor(graph, after, { provider: 'GOOGLE' }));
    expect(await whoIsIn(after)).toBeNull();
  });

  it('links only to the account that asked, whoever is in the browser by then', async () => {
    const [user, other] = [await graph.signUp(), await graph.signUp()];
    const { token: session } = await sessionOf(graph, user);
    google.person = { sub: `x-${user.handle}` };
    const browser = new Browser(graph);
    await browser.signIn(graph, other);
    const arrived = await browser.open(await answerFor(graph, browser, { provider: 'GOOGLE' }, session));
    expect(arrived.page?.status).toBe(403);
    const refused = await graph.execute(
      ops.StartFederatedLinkDocument,
      { input: { provider: 'GOOGLE' } },
      { key: user.key },
    );
    expect(refused.code).toBe('FORBIDDEN');
    expect(await identitiesOf(session)).toEqual([]);
  });

  it('asks for the second factor', async () => {
    const user = await graph.signUp();
    const { token: session } = await sessionOf(graph, user);
    google.person = { sub: `2-${user.handle}` };
    const browser = new Browser(graph);
    await browser.keep(session);
    await browser.open(await answerFor(graph, browser, { provider: 'GOOGLE' }, session));
    const enrolled = (await graph.execute(ops.EnrolSecondFactorDocument, {}, { key: session })).data
      .enrolSecondFactor;
    if (enrolled.__typename !== 'SecondFactorEnrolled') throw new Error(JSON.stringify(enrolled));
    const codeIn = (seconds: number) =>
      generateSync({ secret: enrolled.secret, epoch: Math.floor(Date.now() / 1000) + seconds });
    await graph.execute(ops.ConfirmSecondFactorDocument, { input: { code: codeIn(0) } }, { key: session });

    const later = new Browser(graph);
    const before = await countSessions(graph);
    const asked = await later.open(await answerFor(graph, later, { provider: 'GOOGLE' }));
    const html = (await asked.page?.text()) ?? '';
    expect(await whoIsIn(later)).toBeNull();
    expect(await countSessions(graph)).toBe(before);
    const pendingToken = /name="pendingToken" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const wrong = await postForm(later, '/sso/code', { pendingToken, code: '000000' });
    expect(await wrong.text()).toContain('The code is wrong');
    const right = await postForm(later, '/sso/code', { pendingToken, code: codeIn(30) });
    expect(await right.text()).toContain('You are signed in');
    expect(await whoIsIn(later)).toBe(user.handle);
  });

  it("speaks to an organization's own OpenID provider", async () => {
    const email = `employee-${topology}@corp.example`;
    const provider = await startForeignProvider({ sub: 'e-1', email, email_verified: true }, CLIENT);
    const oidc = { issuer: provider.url, clientId: CLIENT.id, clientSecret: CLIENT.secret };
    const connection = await connect(graph, admin, { oidc });
    expect(connection.callbackUrl).toBe(`${ISSUER}/sso/callback/${connection.id}`);
    provider.answerTo(connection.callbackUrl);
    const input = { connectionId: connection.id };
    const browser = new Browser(graph);
    const arrived = await browser.open(await answerFor(graph, browser, input));
    // What an organization's issuer says of an address opens no account by itself.
    expect(await arrived.page?.text()).toContain('Whose account is it?');
    expect(await whoIsIn(browser)).toBeNull();
    const token = arrived.url.searchParams.get('token') ?? '';
    await postForm(browser, '/sso/link', { token, decision: 'mail' });
    await openMail(browser, email);
    await postForm(browser, '/sso/link', { token, decision: 'link' });
    const later = new Browser(graph);
    await later.open(await answerFor(graph, later, input));
    expect(await whoIsIn(later)).toBe(`employee-${topology}`);
    const [stored] = await graph.database.query(
      'select client_secret from identity.sso_connections where name = $1',
      ['Example Inc.'],
    );
    expect(String(stored?.['client_secret'])).not.toContain(CLIENT.secret);

    const remove = await graph.execute(
      ops.DeleteSsoConnectionDocument,
      { input: { id: connection.id } },
      { key: admin.session },
    );
    expect(remove.data.deleteSsoConnection.id).toBe(connection.id);
    const gone = await graph.execute(ops.StartFederatedSignInDocument, { input });
    expect(gone.code).toBe('NOT_FOUND');
    await provider.stop();
  });

  it('is set up by admins alone, with addresses of the public internet', async () => {
    const organizationId = await organizationOf(graph, admin.user);
    const oidc = { issuer: google.url, clientId: 'a', clientSecret: 'b' };
    const create = (session: string, terms: Partial<ops.CreateSsoConnectionInput>) =>
      graph.execute(
        ops.CreateSsoConnectionDocument,
        { input: { organizationId, name: 'X', oidc, ...terms } },
        { key: session },
      );
    const { token: stranger } = await sessionOf(graph, await graph.signUp());
    expect((await create(stranger, {})).code).toBe('NOT_FOUND');
    expect((await create(admin.user.key, {})).code).toBe('FORBIDDEN');
    for (const issuer of [
      'https://10.0.0.1',
      'https://169.254.169.254/latest',
      'http://example.com',
      'ftp://x.example',
    ]) {
      const refused = await create(admin.session, { oidc: { ...oidc, issuer } });
      expect([issuer, refused.code]).toEqual([issuer, 'BAD_USER_INPUT']);
    }
    const unusable = await create(admin.session, { oidc: { ...oidc, issuer: `${google.url}/nowhere` } });
    expect(unusable.data.createSsoConnection.__typename).toBe('IssuerUnusable');
    expect((await create(admin.session, { oidc: null })).code).toBe('BAD_USER_INPUT');

    const { id, version } = await connect(graph, admin, { oidc });
    const update = (session: string, changes: Partial<ops.UpdateSsoConnectionInput>) =>
      graph.execute(
        ops.UpdateSsoConnectionDocument,
        { input: { id, expectedVersion: version, name: 'Y', ...changes } },
        { key: session },
      );
    expect((await update(stranger, {})).code).toBe('NOT_FOUND');
    expect((await update(admin.session, {})).data.updateSsoConnection.__typename).toBe(
      'SsoConnectionUpdated',
    );
    expect((await update(admin.session, {})).data.updateSsoConnection.__typename).toBe('VersionConflict');
    const list = (key: string) => graph.execute(ops.SsoConnectionsDocument, { organizationId }, { key });
    expect((await list(stranger)).code).toBe('NOT_FOUND');
    expect((await list(admin.session)).data.ssoConnections.map(({ name }) => name)).toContain('Y');
    const foreign = await graph.execute(
      ops.DeleteSsoConnectionDocument,
      { input: { id } },
      { key: stranger },
    );
    expect(foreign.code).toBe('NOT_FOUND');
    const log = await graph.database.query(
      `select action from identity.audit_entries where target_id = $1 order by id`,
      [id],
    );
    expect(log).toEqual([{ action: 'sso_connection.created' }, { action: 'sso_connection.updated' }]);
    expect(await startOf(graph, { connectionId: id })).toMatch(
      /^https:\/\/almanac\.test\/sso\/start\?attempt=/,
    );
  });
});
