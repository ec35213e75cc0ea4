import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type Mailbox, startMailbox, tokenIn } from './kit/mailbox.ts';
import { sessionOf } from './kit/sessions.ts';

describe.each<Topology>(['standalone', 'distributed'])('another address, %s', topology => {
  let graph: TestGraph;
  let mailbox: Mailbox;
  let ada: TestUser;
  let mallory: TestUser;
  let adaKey: string;
  let malloryKey: string;

  beforeAll(async () => {
    mailbox = await startMailbox();
    graph = await startGraph({ topology, smtpUrl: mailbox.url });
    ada = await graph.signUp({ handle: 'ada' });
    mallory = await graph.signUp({ handle: 'mallory' });
    adaKey = (await sessionOf(graph, ada)).token;
    malloryKey = (await sessionOf(graph, mallory)).token;
  });
  afterAll(async () => {
    await graph.stop();
    await mailbox.stop();
  });

  const request = (key: string, email: string) =>
    graph.execute(ops.RequestEmailChangeDocument, { input: { email } }, { key });
  const confirm = async (key: string, token: string) =>
    (await graph.execute(ops.ConfirmEmailChangeDocument, { input: { token } }, { key })).data
      .confirmEmailChange;
  const emailOf = async (key: string) =>
    (await graph.execute('{ me { email } }', {}, { key })).data as unknown;
  const signInAs = async (email: string) => {
    const before = mailbox.mailsTo(email).length;
    await graph.execute(ops.RequestMagicLinkDocument, { input: { email } });
    const token = tokenIn(await mailbox.mailTo(email, before + 1));
    const { signIn } = (await graph.execute(ops.SignInDocument, { input: { token } })).data;
    return signIn.__typename === 'SignedIn' ? signIn.user.handle : signIn.__typename;
  };

  it('counts from the moment that its reader confirms it, and the old one is told', async () => {
    expect((await request(adaKey, 'New@Example.com')).data.requestEmailChange.sent).toBe(true);
    const token = tokenIn(await mailbox.mailTo('new@example.com'));
    expect(await emailOf(adaKey)).toEqual({ me: { email: 'ada@example.com' } });
    // Whoever else reads the mail can do nothing with it.
    expect((await confirm(malloryKey, token)).__typename).toBe('LinkInvalid');
    expect(await confirm(adaKey, token)).toMatchObject({
      __typename: 'EmailChanged',
      user: { id: ada.id, email: 'new@example.com' },
    });
    expect((await confirm(adaKey, token)).__typename).toBe('LinkInvalid');
    expect((await mailbox.mailTo('ada@example.com')).text).toMatch(/another address now/);
    expect(await signInAs('new@example.com')).toBe('ada');
    // The old address is nobody's now.
    expect(await signInAs('ada@example.com')).not.toBe('ada');
  });

  it('is not taken from anybody', async () => {
    expect((await request(malloryKey, 'new@example.com')).data.requestEmailChange.sent).toBe(true);
    await until(() =>
      mailbox.mailsTo('new@example.com').some(({ text }) => /belongs to your account/.test(text)),
    );
    const told = mailbox.mailsTo('new@example.com').at(-1);
    expect(told?.text).not.toContain('token');
    expect(await signInAs('new@example.com')).toBe('ada');

    // The address gets an account between the mail and its confirmation.
    await request(malloryKey, 'soon@example.com');
    const token = tokenIn(await mailbox.mailTo('soon@example.com'));
    await signInAs('soon@example.com');
    expect(await confirm(malloryKey, token)).toMatchObject({ __typename: 'EmailTaken', code: 'EMAIL_TAKEN' });
    expect(await emailOf(malloryKey)).toEqual({ me: { email: 'mallory@example.com' } });
  });

  it('is not for API keys, whatever their scopes', async () => {
    const refused = await request(ada.key, 'stolen@example.com');
    expect([refused.status, refused.code]).toEqual([403, 'FORBIDDEN']);
    const confirmed = await graph.execute(
      ops.ConfirmEmailChangeDocument,
      { input: { token: 'x' } },
      { key: ada.key },
    );
    expect(confirmed.code).toBe('FORBIDDEN');
  });

  it('cannot be had by any change of the profile, nor can another user be changed', async () => {
    const attempts: Record<string, unknown>[] = [
      { email: 'stolen@example.com' },
      { id: ada.id, name: 'Stolen' },
      { userId: ada.id, name: 'Stolen' },
      { user: { id: ada.id }, name: 'Stolen' },
      { name: { $ne: null } },
      { name: ['Stolen'] },
    ];
    for (const input of attempts) {
      const answer = await graph.execute(
        ops.UpdateProfileDocument,
        { input: input as ops.UpdateProfileInput },
        { key: malloryKey },
      );
      expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
    }
    expect((await graph.execute('{ me { name email } }', {}, { key: adaKey })).data).toEqual({
      me: { name: 'ada', email: 'new@example.com' },
    });
    // The control: what is theirs can be changed.
    const input = { name: 'Mal', timeZone: 'Asia/Kolkata', locale: 'en-IN' };
    const own = await graph.execute(ops.UpdateProfileDocument, { input }, { key: malloryKey });
    expect(own.data.updateProfile).toMatchObject({
      user: { name: 'Mal', timeZone: 'Asia/Kolkata', locale: 'en-IN' },
    });
  });

  it.each([
    ['timeZone', 'Mars/Olympus_Mons'],
    ['timeZone', '+25:00'],
    ['timeZone', ''],
    ['locale', 'not a locale'],
    ['locale', 'e'],
    ['name', ''],
    ['name', 'two\nlines'],
    ['avatarUrl', 'http://example.com/a.png'],
    ['handle', 'Admin'],
  ])('(a profile takes no %s like %j)', async (field, value) => {
    const answer = await graph.execute(
      ops.UpdateProfileDocument,
      { input: { [field]: value } },
      { key: adaKey },
    );
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
