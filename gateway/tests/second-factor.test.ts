import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import { transact } from '#platform/transaction.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startPendingSignIn } from '../../subgraphs/identity/second-factor/start-pending-sign-in.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type Mailbox, startMailbox, tokenIn } from './kit/mailbox.ts';
import { contextOf, sessionOf } from './kit/sessions.ts';

const CLIENTS = 20;

describe.each<Topology>(['standalone', 'distributed'])('an authenticator, %s', topology => {
  let graph: TestGraph;
  let mailbox: Mailbox;
  let clock: TestClock;

  beforeAll(async () => {
    mailbox = await startMailbox();
    clock = createTestClock(new Date().toISOString());
    graph = await startGraph({ topology, clock, smtpUrl: mailbox.url });
  });
  afterAll(async () => {
    await graph.stop();
    await mailbox.stop();
  });

  interface Enrolled {
    user: TestUser;
    key: string;
    secret: string;
    recoveryCodes: string[];
  }

  const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(clock.now() / 1000) });
  const enrol = async (key: string) =>
    (await graph.execute(ops.EnrolSecondFactorDocument, {}, { key })).data.enrolSecondFactor;
  const confirm = async (key: string, code: string) =>
    (await graph.execute(ops.ConfirmSecondFactorDocument, { input: { code } }, { key })).data
      .confirmSecondFactor;
  const disable = async (key: string, code: string) =>
    (await graph.execute(ops.DisableSecondFactorDocument, { input: { code } }, { key })).data
      .disableSecondFactor;
  const stateOf = async (key: string) =>
    (await graph.execute(ops.SecondFactorDocument, {}, { key })).data.secondFactor;
  const complete = async (pendingToken: string, code: string) =>
    (await graph.execute(ops.CompleteSignInDocument, { input: { pendingToken, code } })).data.completeSignIn;
  const sent = new Map<string, number>();
  const signIn = async ({ handle }: TestUser) => {
    const email = `${handle}@example.com`;
    const count = (sent.get(email) ?? 0) + 1;
    sent.set(email, count);
    await graph.execute(ops.RequestMagicLinkDocument, { input: { email } });
    const token = tokenIn(await mailbox.mailTo(email, count));
    return (await graph.execute(ops.StartSignInDocument, { input: { token } })).data.signIn;
  };
  /** What a first proof leads to, for tests that are not about that. */
  const pendingOf = async (user: TestUser) => {
    const ctx = contextOf(graph, user);
    return (
      await transact(ctx, unit =>
        startPendingSignIn(ctx, unit, user.id, { method: 'MAGIC_LINK', connectionId: null }),
      )
    ).token;
  };

  async function enrolled(): Promise<Enrolled> {
    const user = await graph.signUp();
    const { token: key } = await sessionOf(graph, user);
    const enrolment = await enrol(key);
    if (enrolment.__typename !== 'SecondFactorEnrolled') throw new Error(JSON.stringify(enrolment));
    const confirmed = await confirm(key, codeOf(enrolment.secret));
    if (confirmed.__typename !== 'SecondFactorConfirmed') throw new Error(JSON.stringify(confirmed));
    clock.advance(30_000);
    return { user, key, secret: enrolment.secret, recoveryCodes: confirmed.recoveryCodes };
  }

  it('counts from the moment that a code of it is confirmed, and is asked for from then on', async () => {
    const user = await graph.signUp();
    const { token: key } = await sessionOf(graph, user);
    const first = await enrol(key);
    const second = await enrol(key);
    if (first.__typename !== 'SecondFactorEnrolled' || second.__typename !== 'SecondFactorEnrolled')
      throw new Error(JSON.stringify([first, second]));
    expect(second.otpauthUri).toBe(
      `otpauth://totp/Almanac:${user.handle}%40example.com?secret=${second.secret}&issuer=Almanac`,
    );
    expect((await signIn(user)).__typename).toBe('SignedIn');
    // The first one was replaced.
    expect((await confirm(key, codeOf(first.secret))).__typename).toBe('CodeInvalid');
    const confirmed = await confirm(key, codeOf(second.secret));
    if (confirmed.__typename !== 'SecondFactorConfirmed') throw new Error(JSON.stringify(confirmed));
    expect(new Set(confirmed.recoveryCodes).size).toBe(10);
    expect(await stateOf(key)).toEqual({ confirmedAt: expect.any(String), recoveryCodesLeft: 10 });
    expect((await enrol(key)).__typename).toBe('SecondFactorActive');

    const proof = await signIn(user);
    if (proof.__typename !== 'SecondFactorRequired') throw new Error(JSON.stringify(proof));
    const asSession = await graph.execute('{ me { handle } }', {}, { key: proof.pendingToken });
    expect([asSession.status, asSession.code]).toEqual([401, 'UNAUTHENTICATED']);
    clock.advance(30_000);
    const signedIn = await complete(proof.pendingToken, codeOf(second.secret));
    if (signedIn.__typename !== 'SignedIn') throw new Error(JSON.stringify(signedIn));
    expect(signedIn.user.id).toBe(user.id);
    expect((await graph.execute('{ me { handle } }', {}, { key: signedIn.sessionToken })).status).toBe(200);
    clock.advance(30_000);
    expect((await complete(proof.pendingToken, codeOf(second.secret))).__typename).toBe('SignInExpired');
  });

  it('takes no code twice, however many send it at once', async () => {
    const { user, secret } = await enrolled();
    const pending: string[] = [];
    for (let i = 0; i < CLIENTS; i++) pending.push(await pendingOf(user));
    const all = async () => {
      const code = codeOf(secret);
      const outcomes = await Promise.all(pending.map(token => complete(token, code)));
      return outcomes.filter(({ __typename }) => __typename === 'SignedIn').length;
    };
    expect(await all()).toBe(1);
    expect(await all()).toBe(0);
    clock.advance(30_000);
    expect(await all()).toBe(1);

    // The control: what does not remember the last code lets it in again.
    await graph.database.query(
      `create function identity.forget_step() returns trigger language plpgsql as
       $$ begin new.last_step = null; return new; end $$`,
    );
    await graph.database.query(
      'create trigger forget_step before update on identity.second_factors for each row execute function identity.forget_step()',
    );
    clock.advance(30_000);
    expect(await all()).toBeGreaterThan(1);
    await graph.database.query('drop trigger forget_step on identity.second_factors');
  });

  it('takes each recovery code once', async () => {
    const { user, key, recoveryCodes } = await enrolled();
    const [code = '', other = ''] = recoveryCodes;
    const pending: string[] = [];
    for (let i = 0; i < CLIENTS; i++) pending.push(await pendingOf(user));
    const outcomes = await Promise.all(pending.map(token => complete(token, code)));
    expect(outcomes.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1);
    expect((await stateOf(key)).recoveryCodesLeft).toBe(9);
    expect((await complete(await pendingOf(user), other.toUpperCase().replaceAll('-', ' '))).__typename).toBe(
      'SignedIn',
    );
  });

  it('takes five codes for each first proof, and the account stays open to its owner', async () => {
    const { user, secret } = await enrolled();
    const pendingToken = await pendingOf(user);
    const fields = Array.from(
      { length: 30 },
      (_, i) =>
        `f${i}: completeSignIn(input: { pendingToken: "${pendingToken}", code: "000000" }) { __typename }`,
    );
    const answer = await graph.execute<Record<string, { __typename: string }>, never>(
      `mutation { ${fields.join(' ')} }`,
    );
    const outcomes = Object.values(answer.data).map(({ __typename }) => __typename);
    expect(outcomes.filter(name => name === 'CodeInvalid')).toHaveLength(5);
    expect(outcomes.filter(name => name === 'SignInExpired')).toHaveLength(25);
    const refused = await graph.database.query(
      `select payload->>'reason' as reason from identity.outbox_events
       where name = 'sign_in.refused' and audience = array[$1]`,
      [user.id],
    );
    expect(refused).toEqual(Array(5).fill({ reason: 'CODE_WRONG' }));
    expect((await complete(pendingToken, codeOf(secret))).__typename).toBe('SignInExpired');
    const proof = await signIn(user);
    if (proof.__typename !== 'SecondFactorRequired') throw new Error(JSON.stringify(proof));
    expect((await complete(proof.pendingToken, codeOf(secret))).__typename).toBe('SignedIn');
  });

  it('is waited for five minutes', async () => {
    const { user, secret } = await enrolled();
    const [soon, late] = [await pendingOf(user), await pendingOf(user)];
    clock.advance(4 * 60_000 + 59_000);
    expect((await complete(soon, codeOf(secret))).__typename).toBe('SignedIn');
    clock.advance(31_000);
    expect((await complete(late, codeOf(secret))).__typename).toBe('SignInExpired');
  });

  it('is not in the database for anybody to read', async () => {
    const { secret, recoveryCodes } = await enrolled();
    const dump = await graph.database.query(
      `select f::text as text from identity.second_factors f
       union all select c::text from identity.recovery_codes c
       union all select e::text from identity.outbox_events e`,
    );
    expect(dump.length).toBeGreaterThan(10);
    for (const { text } of dump) {
      for (const hidden of [secret, ...recoveryCodes, ...recoveryCodes.map(code => code.replaceAll('-', ''))])
        expect(String(text)).not.toContain(hidden);
    }
  });

  it('goes with a code of it only', async () => {
    const { user, key, secret, recoveryCodes } = await enrolled();
    expect((await disable(key, '000000')).__typename).toBe('CodeInvalid');
    expect((await disable(key, 'no such code')).__typename).toBe('CodeInvalid');
    expect((await signIn(user)).__typename).toBe('SecondFactorRequired');
    expect((await disable(key, codeOf(secret))).__typename).toBe('SecondFactorDisabled');
    expect(await stateOf(key)).toEqual({ confirmedAt: null, recoveryCodesLeft: 0 });
    expect((await signIn(user)).__typename).toBe('SignedIn');
    expect((await disable(key, recoveryCodes[0] ?? '')).__typename).toBe('CodeInvalid');

    const again = await enrolled();
    expect((await disable(again.key, again.recoveryCodes[3] ?? '')).__typename).toBe('SecondFactorDisabled');
  });

  const renew = async (key: string, code: string) =>
    (await graph.execute(ops.RenewRecoveryCodesDocument, { input: { code } }, { key })).data
      .renewRecoveryCodes;

  it('gives new recovery codes, and the old ones are void', async () => {
    const { user, key, secret, recoveryCodes } = await enrolled();
    const [first = '', second = '', third = ''] = recoveryCodes;
    // The control: until then they are good.
    expect((await complete(await pendingOf(user), first)).__typename).toBe('SignedIn');
    const code = codeOf(secret);
    const renewed = await renew(key, code);
    if (renewed.__typename !== 'RecoveryCodesRenewed') throw new Error(JSON.stringify(renewed));
    expect(new Set([...renewed.recoveryCodes, ...recoveryCodes]).size).toBe(20);
    expect(await stateOf(key)).toEqual({ confirmedAt: expect.any(String), recoveryCodesLeft: 10 });
    for (const old of [second, third])
      expect((await complete(await pendingOf(user), old)).__typename).toBe('CodeInvalid');
    const [fresh = ''] = renewed.recoveryCodes;
    expect((await complete(await pendingOf(user), fresh)).__typename).toBe('SignedIn');
    // The code was used.
    expect((await renew(key, code)).__typename).toBe('CodeInvalid');
    expect((await stateOf(key)).recoveryCodesLeft).toBe(9);
    const noted = await graph.database.query(
      `select action from identity.audit_entries where actor_id = $1 and action like 'second%' order by id`,
      [user.id],
    );
    expect(noted.map(({ action }) => action)).toEqual([
      'second_factor.enabled',
      'second_factor.recovery_codes_renewed',
    ]);
  });

  it('gives no recovery codes for a recovery code, for a wrong code, or before it was confirmed', async () => {
    const { key, recoveryCodes } = await enrolled();
    for (const code of [recoveryCodes[0] ?? '', '000000', 'no such code'])
      expect((await renew(key, code)).__typename).toBe('CodeInvalid');
    expect((await stateOf(key)).recoveryCodesLeft).toBe(10);

    const { token } = await sessionOf(graph, await graph.signUp());
    expect((await renew(token, '000000')).__typename).toBe('CodeInvalid');
    const begun = await enrol(token);
    if (begun.__typename !== 'SecondFactorEnrolled') throw new Error(JSON.stringify(begun));
    expect((await renew(token, codeOf(begun.secret))).__typename).toBe('CodeInvalid');
    expect(await stateOf(token)).toEqual({ confirmedAt: null, recoveryCodesLeft: 0 });
  });

  it('renews once with one code, however many send it at once, and whoever answers has codes that are good', async () => {
    const { user, key, secret } = await enrolled();
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: CLIENTS }, () => renew(key, code)));
    const renewed = answers.flatMap(answer =>
      answer.__typename === 'RecoveryCodesRenewed' ? [answer.recoveryCodes] : [],
    );
    expect(renewed).toHaveLength(1);
    expect((await complete(await pendingOf(user), renewed[0]?.[0] ?? '')).__typename).toBe('SignedIn');
  });

  it('is nothing that an API key decides over', async () => {
    const { user } = await enrolled();
    for (const [document, variables] of [
      [ops.EnrolSecondFactorDocument, {}],
      [ops.ConfirmSecondFactorDocument, { input: { code: '000000' } }],
      [ops.DisableSecondFactorDocument, { input: { code: '000000' } }],
      [ops.RenewRecoveryCodesDocument, { input: { code: '000000' } }],
    ] as const) {
      const refused = await graph.execute(document as never, variables as never, { key: user.key });
      expect([refused.status, refused.code]).toEqual([403, 'FORBIDDEN']);
    }
  });
});
