import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { createOrganization, joinOrganization, placeOf } from './kit/organizations.ts';
import { sessionOf } from './kit/sessions.ts';

describe('the audit log', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;
  let mallory: TestUser;
  let organizationId: string;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
    mallory = await graph.signUp({ handle: 'mallory' });
    organizationId = await createOrganization(graph, ada, 'engines');
    await joinOrganization(graph, { organizationId, inviter: ada, member: grace });
  });
  afterAll(() => graph.stop());

  const ask = (user: TestUser, variables: Partial<ops.AuditLogQueryVariables> = {}) =>
    graph.execute(ops.AuditLogDocument, { organizationId, ...variables }, { key: user.key });
  const read = async (variables: Partial<ops.AuditLogQueryVariables> = {}) =>
    (await ask(ada, variables)).data.auditLog;

  it('says who changed what, from where and in which request', async () => {
    const { id: membershipId } = await placeOf(graph, ada, organizationId, grace);
    const answer = await graph.execute(
      ops.ChangeOrganizationMemberRoleDocument,
      { input: { membershipId, role: 'ADMIN' } },
      { key: ada.key, headers: { 'x-forwarded-for': '198.51.100.7', 'x-request-id': 'role-change-1' } },
    );
    expect(answer.data.changeOrganizationMemberRole.__typename).toBe('OrganizationMemberRoleChanged');
    const { nodes } = await read({ filter: { actions: ['member.role_changed'] } });
    expect(nodes).toMatchObject([
      {
        actorKind: 'USER',
        actorId: ada.id,
        credentialKind: 'API_KEY',
        clientAddress: '198.51.100.7',
        correlationId: answer.headers.get('x-request-id'),
        targetType: 'user',
        targetId: grace.id,
        before: { role: 'MEMBER' },
        after: { role: 'ADMIN' },
      },
    ]);
  });

  it("holds what members do with their keys, and no other tenant's", async () => {
    const input = { name: 'Secret', scopes: ['BOOKING_READ' as const] };
    for (const user of [grace, mallory]) {
      const { createApiKey } = (await graph.execute(ops.CreateApiKeyDocument, { input }, { key: user.key }))
        .data;
      const revoke = { id: createApiKey.apiKey.id };
      await graph.execute(ops.RevokeApiKeyDocument, { input: revoke }, { key: user.key });
    }
    const { nodes } = await read({ filter: { actions: ['api_key.created', 'api_key.revoked'] } });
    expect(nodes.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['api_key.revoked', grace.id],
      ['api_key.created', grace.id],
    ]);
    expect((await read()).nodes.some(({ actorId }) => actorId === mallory.id)).toBe(false);
  });

  it('holds how members sign in and out, in vain, too, and with a second factor', async () => {
    const own = await graph.signUp({ handle: 'signer' });
    await joinOrganization(graph, { organizationId, inviter: ada, member: own });
    const linkOf = async () => {
      const before = graph.sent.mails.length;
      const input = { email: 'signer@example.com' };
      await graph.execute(ops.RequestMagicLinkDocument, { input });
      await until(() => graph.sent.mails.length > before);
      return /#token=(\S+)/.exec(graph.sent.mails.at(-1)?.text ?? '')?.[1] ?? '';
    };
    const signIn = async (token: string) =>
      (await graph.execute(ops.StartSignInDocument, { input: { token } })).data.signIn;
    const token = await linkOf();
    const signedIn = await signIn(token);
    if (signedIn.__typename !== 'SignedIn') throw new Error(signedIn.__typename);
    expect((await signIn(token)).__typename).toBe('LinkInvalid');
    const key = signedIn.sessionToken;
    const other = await signIn(await linkOf());
    const { enrolSecondFactor } = (await graph.execute(ops.EnrolSecondFactorDocument, {}, { key })).data;
    const secret = enrolSecondFactor.__typename === 'SecondFactorEnrolled' ? enrolSecondFactor.secret : '';
    const input = { code: generateSync({ secret }) };
    const confirmed = await graph.execute(ops.ConfirmSecondFactorDocument, { input }, { key });
    expect(confirmed.data.confirmSecondFactor.__typename).toBe('SecondFactorConfirmed');
    const pending = await signIn(await linkOf());
    if (pending.__typename !== 'SecondFactorRequired') throw new Error(pending.__typename);
    const { pendingToken } = pending;
    await graph.execute(ops.CompleteSignInDocument, { input: { pendingToken, code: '000000' } });
    await graph.execute(ops.RevokeOtherSessionsDocument, {}, { key });
    await graph.execute(ops.SignOutDocument, {}, { key });

    const { nodes } = await read({ first: 50 });
    const told = nodes
      .filter(({ actorId, targetId }) => actorId === own.id || targetId === own.id)
      .map(({ action, credentialKind, after }) => [
        action,
        credentialKind,
        (after as { reason?: string } | null)?.reason ?? null,
      ])
      .reverse();
    expect(told).toEqual([
      ['member.joined', 'API_KEY', null],
      ['session.created', 'SESSION', null],
      ['sign_in.refused', null, 'LINK_USED'],
      ['session.created', 'SESSION', null],
      ['second_factor.enabled', 'SESSION', null],
      ['sign_in.refused', null, 'CODE_WRONG'],
      ['session.revoked', 'SESSION', 'REVOKED'],
      ['session.revoked', 'SESSION', 'SIGNED_OUT'],
    ]);
    expect(other.__typename).toBe('SignedIn');
    for (const { before, after } of nodes) {
      expect(JSON.stringify([before, after])).not.toContain(key);
      expect(JSON.stringify([before, after])).not.toContain(secret);
    }
  });

  it('says which address an account had and has, and who asked', async () => {
    const own = await graph.signUp({ handle: 'mover' });
    await joinOrganization(graph, { organizationId, inviter: ada, member: own });
    const { token: key, id } = await sessionOf(graph, own);
    const email = 'moved@example.com';
    await graph.execute(ops.RequestEmailChangeDocument, { input: { email } }, { key });
    const { text } = await graph.sent.mailTo(email);
    const input = { token: /#token=(\S+)/.exec(text)?.[1] ?? '' };
    const changed = await graph.execute(ops.ConfirmEmailChangeDocument, { input }, { key });
    expect(changed.data.confirmEmailChange.__typename).toBe('EmailChanged');
    const { nodes } = await read({ filter: { actions: ['account.email_changed'] } });
    expect(nodes).toMatchObject([
      {
        actorId: own.id,
        credentialId: id,
        targetId: own.id,
        before: { email: 'mover@example.com' },
        after: { email },
      },
    ]);
  });

  it('is filtered and paged, newest first', async () => {
    const all = await read();
    expect(all.totalCount).toBe(all.nodes.length);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page = await read({ first: 2, after });
      paged.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
    } while (after);
    expect(paged).toEqual(all.nodes.map(({ id }) => id));
    expect([...paged].sort().reverse()).toEqual(paged);
    const byGrace = await read({ filter: { actorId: grace.id, targetId: grace.id } });
    expect(byGrace.nodes.map(({ action }) => action)).toEqual(['member.joined']);
    const moment = all.nodes[2]?.occurredAt ?? '';
    expect((await read({ filter: { from: moment, to: moment } })).nodes).toEqual([]);
    expect((await read({ filter: { to: moment } })).totalCount).toBeLessThan(all.totalCount);
    const unknown = await ask(ada, { filter: { actions: ['member.befriended'] } });
    expect([unknown.code, unknown.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'filter.actions']);
  });

  it('is for admins, and for keys with the scope', async () => {
    const member = await graph.signUp();
    await joinOrganization(graph, { organizationId, inviter: ada, member });
    expect((await ask(member)).errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredPermission: 'audit_log.read',
    });
    expect((await ask(mallory)).code).toBe('NOT_FOUND');
    const input = { name: 'Weak', scopes: ['TEAM_READ' as const] };
    const { secret } = (await graph.execute(ops.CreateApiKeyDocument, { input }, { key: ada.key })).data
      .createApiKey;
    expect((await ask({ ...ada, key: secret })).errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredScope: 'AUDIT_READ',
    });
  });

  it.each([
    ['changed', `update identity.audit_entries set action = 'x'`],
    [
      'blamed on somebody else',
      `update identity.audit_entries set actor_id = 'usr_x', erased_at = now(), before = null, after = null, client_address = null`,
    ],
    ['deleted', 'delete from identity.audit_entries'],
    ['emptied', 'truncate identity.audit_entries'],
  ])('cannot be %s', async (_what, statement) => {
    await expect(graph.database.query(statement)).rejects.toThrow('only added to');
  });

  it('has no entry of what did not happen', async () => {
    const before = (await read()).totalCount;
    // Fails at commit, after everything was written.
    await graph.database.query(
      `create function identity.refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
       create constraint trigger refuse after insert on identity.teams deferrable initially deferred
         for each row execute function identity.refuse()`,
    );
    const failed = await graph.execute(
      ops.CreateTeamDocument,
      { input: { organizationId, handle: 'never', name: 'Never' } },
      { key: ada.key },
    );
    expect(failed.code).toBe('INTERNAL');
    expect((await read()).totalCount).toBe(before);
  });
});
