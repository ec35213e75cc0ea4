import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { openBrowser, openPage, screenshot } from './kit/browser.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { type MockIssuer, startMockIssuer } from './kit/issuers.ts';
import { linkIn, type Mailbox, startMailbox } from './kit/mailbox.ts';
import { createOrganization, joinOrganization } from './kit/organizations.ts';
import { makeSamlKey } from './kit/saml.ts';
import { type SamlProvider, startSamlProvider } from './kit/saml-provider.ts';
import { sessionOf } from './kit/sessions.ts';

/** Browsers trust names below `localhost` without TLS. */
const SITE = 'http://almanac.localhost';
const ADA = { id: 'ada', email: 'ada@example.com', password: 'lovelace' };
const GRACE = { id: 'grace', email: 'grace@example.com', password: 'hopper' };

/** A real browser, which finds the gateway, a mail and two identity providers at their own addresses. */
describe('the page where people sign in', () => {
  let graph: TestGraph;
  let mailbox: Mailbox;
  let google: MockIssuer;
  let provider: SamlProvider;
  let browser: Browser;
  let ada: TestUser;
  let organizationId: string;

  beforeAll(async () => {
    mailbox = await startMailbox();
    google = await startMockIssuer({
      sub: 'g-1',
      email: 'augusta@example.com',
      email_verified: true,
      name: 'Augusta',
    });
    const key = makeSamlKey();
    provider = await startSamlProvider(key, [ADA, GRACE]);
    const settings = {
      clientId: 'a',
      secret: 'b',
      scope: 'openid email',
      issuer: google.url,
      postsAnswers: false,
    };
    graph = await startGraph({ publicUrl: SITE, smtpUrl: mailbox.url, providers: { GOOGLE: settings } });
    browser = await openBrowser({ 'almanac.localhost': new URL(graph.url).host });
    ada = await graph.signUp({ handle: 'ada' });
    organizationId = await createOrganization(graph, ada, 'acme');
    const saml = {
      entityId: provider.entityId,
      signInUrl: provider.signInUrl,
      certificates: [key.certificate],
    };
    const input = { organizationId, name: 'Acme staff', saml };
    const own = (await sessionOf(graph, ada)).token;
    const made = await graph.execute(ops.CreateSsoConnectionDocument, { input }, { key: own });
    expect(made.data.createSsoConnection.__typename).toBe('SsoConnectionCreated');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await graph?.stop();
    await google?.stop();
    await provider?.stop();
    await mailbox?.stop();
  });

  /** The pages of a provider's answer ask nothing; ours may. */
  const whoIsIn = async (page: Page) => {
    await page.goto(`${SITE}/sign-in`);
    return page.evaluate(`fetch('/graphql', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ me { handle } }"}'
    }).then(response => response.json()).then(({ data }) => data?.me?.handle ?? null)`);
  };
  const open = (path = '/sign-in') => openPage(browser, SITE + path);
  const ask = async (page: Page, email: string) => {
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    return page.getByRole('status').filter({ hasText: 'link is on its way' }).textContent();
  };

  it('mails a link, says the same to everybody, and signs in and out', async () => {
    const { page, complaints, foreignRequests } = await open();
    await page.getByRole('button', { name: 'Continue with Google' }).waitFor();
    expect(await page.getByRole('button', { name: /Microsoft|Apple/ }).count()).toBe(0);
    await screenshot(page, 'sign-in');
    const known = await ask(page, 'ada@example.com');
    await page.goto(`${SITE}/sign-in`);
    const unknown = await ask(page, 'nobody@example.com');
    expect(unknown?.replace('nobody@', 'ada@')).toBe(known);
    expect(await page.getByRole('button').count()).toBe(0);

    await page.goto(linkIn(await mailbox.mailTo('ada@example.com')));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('You are signed in as ada.').waitFor();
    expect(await page.context().cookies()).toMatchObject([{ name: 'almanac_session', httpOnly: true }]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    await page.getByLabel('Handle of your organization').waitFor();
    expect(complaints).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(foreignRequests).toEqual([]);
  }, 60_000);

  it('leads to Google and back', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await page.getByText('You are signed in as Augusta.').waitFor();
    expect(await whoIsIn(page)).toBe('augusta');
  }, 60_000);

  it("leads to an organization's own identity provider and back", async () => {
    const { page } = await open('/sign-in?organization=ACME');
    await page.getByRole('button', { name: 'Continue with Acme staff of ACME' }).click();
    await page.getByLabel('User').fill(ADA.id);
    await page.getByLabel('Password').fill(ADA.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    // Her account was never linked with it: a mail decides.
    await page.getByText('Whose account is it?').waitFor();
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await page.getByText('Look into your mail').waitFor();
    const mailed = await page.context().newPage();
    await mailed.goto(linkIn(await mailbox.mailTo('ada@example.com', 2)));
    await mailed.getByRole('button', { name: 'Sign in' }).click();
    await mailed.getByText('You are signed in as ada.').waitFor();
    await page.getByRole('link', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Link' }).click();
    await page.getByText('From now on you can sign in this way.').waitFor();

    // In a browser that has never been here.
    const { page: later } = await open();
    await later.getByLabel('Handle of your organization').fill('acme');
    await later.getByRole('button', { name: 'Find it' }).click();
    await later.getByRole('button', { name: 'Continue with Acme staff' }).click();
    await later.getByLabel('User').fill(ADA.id);
    await later.getByLabel('Password').fill(ADA.password);
    await later.getByRole('button', { name: 'Log in' }).click();
    await later.getByText('You are signed in as').waitFor();
    expect(await whoIsIn(later)).toBe('ada');
  }, 90_000);

  it('leads on who has to sign in by the provider of their organization', async () => {
    const grace = await graph.signUp({ handle: 'grace' });
    await joinOrganization(graph, { organizationId, inviter: ada, member: grace });
    await graph.database.query('update identity.organizations set requires_sso = true where id = $1', [
      uuidOf(organizationId),
    ]);
    const { page, complaints } = await open();
    await ask(page, 'grace@example.com');
    await page.goto(linkIn(await mailbox.mailTo('grace@example.com', 2)));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('User').fill(GRACE.id);
    await page.getByLabel('Password').fill(GRACE.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('You are signed in as').waitFor();
    expect([await whoIsIn(page), complaints]).toEqual(['grace', []]);
  }, 60_000);

  it('says what went wrong, and what to do then', async () => {
    const { page } = await open('/sign-in#token=made-up');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: 'The link has expired, was used, or was never sent.' }).waitFor();
    // Another one can be asked for right here.
    await page.getByLabel('E-mail address').waitFor();
    for (const handle of ['nowhere', 'ada']) {
      await page.getByLabel('Handle of your organization').fill(handle);
      await page.getByRole('button', { name: 'Find it' }).click();
      await alert.filter({ hasText: 'No organization with this handle' }).waitFor();
    }
    await page.context().setOffline(true);
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await alert.filter({ hasText: 'The server cannot be reached.' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await page.getByText('a link is on its way').waitFor();
    expect(await alert.textContent()).toBe('');
  }, 60_000);

  it('is named, labelled and reached by the keyboard alone', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Continue with Google' }).waitFor();
    const controls = page.locator('input:visible, button:visible');
    const nameless = await controls.evaluateAll(all =>
      all.filter(each => !(each.textContent?.trim() || (each as HTMLInputElement).labels?.[0]?.textContent)),
    );
    expect([await controls.count(), nameless]).toEqual([5, []]);
    await page.keyboard.type('ada@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('a link is on its way').waitFor();
    const style = (await fetch(new URL('/sign-in', graph.url))).headers.get('content-security-policy');
    expect(style).toContain("script-src 'self'");
  }, 60_000);
});
