import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { connect, countSessions, postForm, startOf, whoIsIn } from './kit/issuers.ts';
import { type Mailbox, startMailbox, tokenIn } from './kit/mailbox.ts';
import { Browser, ISSUER } from './kit/oauth.ts';
import { makeSamlKey, newSamlId } from './kit/saml.ts';
import { tamperings, wrappings } from './kit/saml-attacks.ts';
import {
  deliver,
  logInAt,
  type SamlForm,
  type SamlProvider,
  startSamlProvider,
} from './kit/saml-provider.ts';
import { sessionOf } from './kit/sessions.ts';

const ADA = { id: 'ada', email: 'ada@example.com', password: 'lovelace' };
const GRACE = { id: 'grace', email: 'grace@corp.example', password: 'hopper' };

/**
 * An identity provider that is not ours (`samlp`, on HTTP, with logins of its own). Every refused response is tried
 * next to one that differs in nothing but the attack, which signs in.
 */
describe('signing in by the identity provider of somebody else', () => {
  let graph: TestGraph;
  let mailbox: Mailbox;
  let provider: SamlProvider;
  let other: SamlProvider;
  let admin: TestUser;
  let connectionId: string;
  let otherConnectionId: string;
  const [key, otherKey] = [makeSamlKey(), makeSamlKey()];

  beforeAll(async () => {
    mailbox = await startMailbox();
    graph = await startGraph({ publicUrl: ISSUER, smtpUrl: mailbox.url });
    provider = await startSamlProvider(key, [ADA, GRACE]);
    other = await startSamlProvider(otherKey, [ADA]);
    admin = await graph.signUp();
    const session = (await sessionOf(graph, admin)).token;
    const connectTo = async ({ entityId, signInUrl }: SamlProvider, { certificate }: typeof key) => {
      const saml = { entityId, signInUrl, certificates: [certificate] };
      return (await connect(graph, { user: admin, session }, { saml })).id;
    };
    connectionId = await connectTo(provider, key);
    otherConnectionId = await connectTo(other, otherKey);
    const browser = new Browser(graph);
    await browser.keep(session);
    await deliver(graph, browser, await answerFor(browser, { ownSession: session }));
  });
  beforeEach(() => {
    provider.misbehaviour = { signatureNamespacePrefix: 'ds' };
  });
  afterAll(async () => {
    await graph?.stop();
    await provider?.stop();
    await other?.stop();
    await mailbox?.stop();
  });

  /** From us by a redirect to the provider, and back to us with a form, which is not yet sent. */
  async function answerFor(
    browser: Browser,
    { person = ADA, ownSession = undefined as string | undefined } = {},
  ) {
    const { url } = await browser.open(await startOf(graph, { connectionId }, ownSession));
    expect(url.href.startsWith(`${provider.signInUrl}?SAMLRequest=`)).toBe(true);
    const form = await logInAt(provider, url, person);
    expect(form.action.href).toBe(`${ISSUER}/sso/callback/${connectionId}`);
    return form;
  }

  /** Whether an answer signs in, as far as browser, graph and database can tell. */
  async function signsIn(change: (form: SamlForm) => SamlForm = form => form): Promise<boolean> {
    const browser = new Browser(graph);
    const form = change(await answerFor(browser));
    const before = await countSessions(graph);
    const { page } = await deliver(graph, browser, form);
    const isIn = (await whoIsIn(browser)) === admin.handle;
    expect(page?.status).toBe(isIn ? 200 : 400);
    expect((await countSessions(graph)) - before).toBe(isIn ? 1 : 0);
    return isIn;
  }
  const control = async () => {
    provider.misbehaviour = { signatureNamespacePrefix: 'ds' };
    expect(await signsIn()).toBe(true);
  };
  const rewrite = (change: (xml: string) => string) => (form: SamlForm) => {
    const xml = change(Buffer.from(form.SAMLResponse, 'base64').toString());
    return { ...form, SAMLResponse: Buffer.from(xml).toString('base64') };
  };

  it('links an account that its reader of mails confirms, and lets the same person in again', async () => {
    provider.misbehaviour = {};
    const wrong = await fetch(`${provider.url}/login`, {
      method: 'POST',
      body: new URLSearchParams({ user: 'grace', password: 'guessed' }),
    });
    expect(wrong.status).toBe(401);
    const browser = new Browser(graph);
    const arrived = await deliver(graph, browser, await answerFor(browser, { person: GRACE }));
    expect(await arrived.page?.text()).toContain(
      'Example Inc.</strong> says that you are grace@corp.example',
    );
    expect(await whoIsIn(browser)).toBeNull();
    const token = arrived.url.searchParams.get('token') ?? '';
    await postForm(browser, '/sso/link', { token, decision: 'mail' });
    const input = { token: tokenIn(await mailbox.mailTo(GRACE.email)) };
    const { signIn } = (await graph.execute(ops.SignInDocument, { input })).data;
    if (signIn.__typename !== 'SignedIn') throw new Error(JSON.stringify(signIn));
    await browser.keep(signIn.sessionToken);
    const linked = await postForm(browser, '/sso/link', { token, decision: 'link' });
    expect(await linked.text()).toContain('Linked');
    const identities = (
      await graph.execute(ops.FederatedIdentitiesDocument, {}, { key: signIn.sessionToken })
    ).data.federatedIdentities;
    expect(identities).toMatchObject([
      { connectionId, provider: null, issuer: provider.entityId, email: GRACE.email },
    ]);

    const later = new Browser(graph);
    const again = await deliver(graph, later, await answerFor(later, { person: GRACE }));
    expect(await again.page?.text()).toContain('You are signed in as grace');
    expect(await whoIsIn(later)).toBe(signIn.user.handle);
    const colleague = new Browser(graph);
    await deliver(graph, colleague, await answerFor(colleague, { person: ADA }));
    expect(await whoIsIn(colleague)).toBe(admin.handle);
  });

  it.each<[string, SamlProvider['misbehaviour']]>([
    ['for another audience', { audience: 'https://other.example' }],
    ['for another recipient', { recipient: 'https://other.example/acs' }],
    ['about another request', { inResponseTo: newSamlId() }],
    ['by another issuer', { issuer: 'https://evil.example' }],
    ['by the issuer of another connection', { cert: otherKey.certificate, key: otherKey.privateKey }],
    ['that is over', { lifetimeInSeconds: -120 }],
    ['that is not yet', { ahead: 5 }],
    ['that is too old', { ahead: -30, lifetimeInSeconds: 3600 }],
    ['that is not signed, in a signed response', { signAssertion: false, signResponse: true }],
    ['that nobody has signed', { signAssertion: false }],
    ['that is signed by SHA-1', { signatureAlgorithm: 'rsa-sha1', digestAlgorithm: 'sha1' }],
    ['that is digested by SHA-1', { digestAlgorithm: 'sha1' }],
  ])('refuses an assertion %s', async (_what, misbehaviour) => {
    provider.misbehaviour = misbehaviour;
    expect(await signsIn()).toBe(false);
    await control();
  });

  it('takes a response that is signed besides, and clocks that are less than a minute apart', async () => {
    for (const misbehaviour of [
      { signResponse: true },
      { ahead: 0.8 },
      { ahead: -0.8, lifetimeInSeconds: 1 },
    ]) {
      provider.misbehaviour = misbehaviour;
      expect(await signsIn()).toBe(true);
    }
  });

  it.each(tamperings)('refuses a response %s', async (_what, change) => {
    let changed = false;
    const attack = rewrite(xml => {
      changed = change(xml) !== xml;
      return change(xml);
    });
    expect(await signsIn(attack)).toBe(false);
    expect(changed).toBe(true);
    await control();
  });

  it.each(wrappings)('is not fooled by wrapping %s', async (_what, wrap) => {
    let forged = '';
    const attack = rewrite(xml => {
      forged = wrap(xml);
      return forged;
    });
    expect(await signsIn(attack)).toBe(false);
    // The forged name is in it, and the honest provider's signature.
    expect(forged).toContain('>eve</saml:NameID>');
    expect(forged).toContain('<ds:SignatureValue>');
    await control();
  });

  it('refuses a response a second time, for another attempt, in another browser, and for another connection', async () => {
    const browser = new Browser(graph);
    const form = await answerFor(browser);
    expect((await deliver(graph, browser, form)).page?.status).toBe(200);
    const before = await countSessions(graph);
    expect((await deliver(graph, browser, form)).page?.status).toBe(400);
    const second = await answerFor(browser);
    expect((await deliver(graph, browser, { ...form, RelayState: second.RelayState })).page?.status).toBe(
      400,
    );
    const stolen = await answerFor(new Browser(graph));
    expect((await deliver(graph, browser, stolen)).page?.status).toBe(400);
    const { url } = await browser.open(await startOf(graph, { connectionId: otherConnectionId }));
    const elsewhere = await logInAt(other, url, ADA);
    const mixed = { ...(await answerFor(browser)), action: elsewhere.action };
    expect((await deliver(graph, browser, mixed)).page?.status).toBe(400);
    const swapped = { ...mixed, RelayState: elsewhere.RelayState };
    expect((await deliver(graph, browser, swapped)).page?.status).toBe(400);
    expect(await countSessions(graph)).toBe(before);
    await control();
  });
});
