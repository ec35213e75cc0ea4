import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import type { Browser } from 'playwright-core';
import * as ops from '../../examples/operations/operations.generated.ts';
import { openBrowser, openPage } from './kit/browser.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { linkIn, type Mailbox, startMailbox } from './kit/mailbox.ts';
import { createOrganization, organizationPage } from './kit/organizations.ts';
import { sessionOf } from './kit/sessions.ts';

describe('the page behind a mailed link', () => {
  let graph: TestGraph;
  let mailbox: Mailbox;
  let browser: Browser;
  let ada: TestUser;

  beforeAll(async () => {
    mailbox = await startMailbox();
    graph = await startGraph({ smtpUrl: mailbox.url });
    browser = await openBrowser();
    ada = await graph.signUp({ handle: 'ada' });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await graph?.stop();
    await mailbox?.stop();
  });

  const onGateway = (link: string) => link.replace('http://almanac.test', new URL(graph.url).origin);
  const linkTo = async (email: string, count: number) =>
    onGateway(linkIn(await mailbox.mailTo(email, count)));
  const request = (email: string) => graph.execute(ops.RequestMagicLinkDocument, { input: { email } });

  it('signs a browser in when somebody presses the button, and asks for a code where there is one', async () => {
    await request('ada@example.com');
    const { page, complaints, foreignRequests } = await openPage(browser, await linkTo('ada@example.com', 1));
    expect(page.url()).toBe(`${new URL(graph.url).origin}/sign-in`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('You are signed in as ada.').waitFor();
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ name: 'almanac_session', httpOnly: true, sameSite: 'Lax' }]);
    // The page asks with the cookie alone.
    const me = await page.evaluate(`fetch('/graphql', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ me { handle } }"}'
    }).then(response => response.json())`);
    expect(me).toEqual({ data: { me: { handle: 'ada' } } });

    const key = (await sessionOf(graph, ada)).token;
    const { enrolSecondFactor } = (await graph.execute(ops.EnrolSecondFactorDocument, {}, { key })).data;
    const secret = enrolSecondFactor.__typename === 'SecondFactorEnrolled' ? enrolSecondFactor.secret : '';
    const input = { code: generateSync({ secret }) };
    const { confirmSecondFactor } = (await graph.execute(ops.ConfirmSecondFactorDocument, { input }, { key }))
      .data;
    if (confirmSecondFactor.__typename !== 'SecondFactorConfirmed') throw new Error('not confirmed');
    await request('ada@example.com');
    const second = await openPage(browser, await linkTo('ada@example.com', 2));
    await second.page.getByRole('button', { name: 'Sign in' }).click();
    await second.page.getByLabel('Code of your authenticator').fill('000000');
    await second.page.getByRole('button', { name: 'Sign in' }).click();
    await second.page.getByText('The code is wrong').waitFor();
    await second.page
      .getByLabel('Code of your authenticator')
      .fill(confirmSecondFactor.recoveryCodes[0] ?? '');
    await second.page.getByRole('button', { name: 'Sign in' }).click();
    await second.page.getByText('You are signed in as ada.').waitFor();

    // A change of the address is confirmed where one is signed in.
    await graph.execute(ops.RequestEmailChangeDocument, { input: { email: 'new@example.com' } }, { key });
    await page.goto(await linkTo('new@example.com', 1));
    await page.getByRole('button', { name: 'Use this address' }).click();
    await page.getByText('Your address is new@example.com now.').waitFor();
    expect([complaints, foreignRequests, second.complaints]).toEqual([[], [], []]);
  }, 60_000);

  it('lets who was invited join, with a new account or with their own', async () => {
    const founder = await graph.signUp({ handle: 'founder' });
    const organizationId = await createOrganization(graph, founder);
    const invite = (email: string) =>
      graph.execute(
        ops.InviteToOrganizationDocument,
        { input: { organizationId, email, role: 'MEMBER' } },
        { key: founder.key },
      );
    await invite('newcomer@example.com');
    const { page, complaints } = await openPage(browser, await linkTo('newcomer@example.com', 1));
    expect(page.url()).not.toContain('token');
    await page.getByLabel('Your name').fill('New Comer');
    await page.getByLabel('Your handle').fill('founder');
    await page.getByRole('button', { name: 'Open an account and join' }).click();
    await page.getByText('The handle `founder` is taken.').waitFor();
    await page.getByLabel('Your handle').fill('newcomer');
    await page.getByRole('button', { name: 'Open an account and join' }).click();
    await page.getByText('You have joined as newcomer.').waitFor();

    const { handle } = await graph.signUp({ handle: 'member' });
    const email = `${handle}@example.com`;
    await request(email);
    const own = await openPage(browser, await linkTo(email, 1));
    await own.page.getByRole('button', { name: 'Sign in' }).click();
    await own.page.getByText('You are signed in as member.').waitFor();
    await invite(email);
    await own.page.goto(await linkTo(email, 2));
    await own.page.getByRole('button', { name: 'Join with the account I am signed in with' }).click();
    await own.page.getByText('You have joined.').waitFor();
    const { members } = await organizationPage(graph, founder, organizationId);
    expect(members?.nodes.map(({ user }) => user.name).sort()).toEqual(['New Comer', 'founder', 'member']);
    expect([complaints, own.complaints]).toEqual([[], []]);
  }, 60_000);
});
