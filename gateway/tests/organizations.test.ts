import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { createOrganization, joinOrganization, organizationPage, placeOf } from './kit/organizations.ts';

const DAY_MS = 86_400_000;

describe('organizations', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let grace: TestUser;
  let mallory: TestUser;
  let organizationId: string;

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ clock });
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
    mallory = await graph.signUp({ handle: 'mallory' });
    organizationId = await createOrganization(graph, ada, 'engines');
    await joinOrganization(graph, { organizationId, inviter: ada, member: grace });
  });
  afterAll(() => graph.stop());

  const createTeamIn = (user: TestUser, handle: string) =>
    graph.execute(
      ops.CreateTeamDocument,
      { input: { handle, name: 'A team', organizationId } },
      { key: user.key },
    );
  async function teamIn(user: TestUser, handle: string): Promise<string> {
    const { createTeam } = (await createTeamIn(user, handle)).data;
    if (createTeam.__typename !== 'TeamCreated') throw new Error(JSON.stringify(createTeam));
    return createTeam.team.id;
  }
  const update = (user: TestUser, input: Omit<ops.UpdateOrganizationInput, 'organizationId'>) =>
    graph.execute(ops.UpdateOrganizationDocument, { input: { organizationId, ...input } }, { key: user.key });
  /** The invitation and the token that its mail carries. */
  async function invite(email: string, role: ops.MemberRole = 'MEMBER') {
    const input = { organizationId, email, role };
    const { inviteToOrganization } = (
      await graph.execute(ops.InviteToOrganizationDocument, { input }, { key: ada.key })
    ).data;
    if (inviteToOrganization.__typename !== 'MemberInvited')
      throw new Error(JSON.stringify(inviteToOrganization));
    const { text } = await graph.sent.mailTo(email);
    const [, token = '', invitationId = ''] =
      /http:\/\/almanac\.test\/invitation#token=([\w-]+)&invitation=(inv_\w+)/.exec(text) ?? [];
    expect(invitationId).toBe(inviteToOrganization.invitation.id);
    return { invitationId, token };
  }
  const signUpBy = (invitation: { invitationId: string; token: string }, handle: string) =>
    graph.execute(ops.SignUpByInvitationDocument, {
      input: { ...invitation, handle, name: 'Somebody New', timeZone: 'Europe/Paris' },
    });

  it('are seen by their members, with what these may do', async () => {
    const mine = (await graph.execute(ops.MyOrganizationsDocument, {}, { key: ada.key })).data.me;
    expect(
      mine.organizationMemberships?.nodes.map(({ role, organization }) => [role, organization.isPersonal]),
    ).toEqual([
      ['OWNER', true],
      ['OWNER', false],
    ]);
    expect(await organizationPage(graph, grace, organizationId)).toMatchObject({
      handle: 'engines',
      viewerRole: 'MEMBER',
      viewerPermissions: ['member.read', 'team.read'],
      members: { totalCount: 2 },
      invitations: null,
    });
    const asOwner = await organizationPage(graph, ada, organizationId);
    expect(asOwner.viewerPermissions).toContain('organization.transfer');
    expect(asOwner.members?.nodes.map(({ user }) => user.email)).toContain('grace@example.com');
  });

  it('are renamed by those who may, and only from the version that they saw', async () => {
    const { version } = await organizationPage(graph, ada, organizationId);
    const refused = await update(grace, { expectedVersion: version, name: 'Mine' });
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredPermission: 'organization.update',
    });
    const taken = (await update(ada, { expectedVersion: version, handle: 'grace' })).data;
    expect(taken.updateOrganization.__typename).toBe('HandleTaken');
    const done = (await update(ada, { expectedVersion: version, name: 'Difference Engines' })).data;
    expect(done.updateOrganization).toMatchObject({
      organization: { name: 'Difference Engines', handle: 'engines' },
    });
    const late = (await update(ada, { expectedVersion: version, name: 'Late' })).data;
    expect(late.updateOrganization.__typename).toBe('VersionConflict');
  });

  it('let an admin of theirs lead a team that they do not belong to', async () => {
    expect((await createTeamIn(grace, 'graces-team')).errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredPermission: 'team.create',
    });
    const admin = await graph.signUp();
    await joinOrganization(graph, { organizationId, inviter: ada, member: admin, role: 'ADMIN' });
    const teamId = await teamIn(ada, 'looms');
    const rename = (user: TestUser) =>
      graph.execute(
        ops.UpdateTeamDocument,
        { input: { teamId, expectedVersion: 1, name: 'Looms' } },
        { key: user.key },
      );
    expect((await rename(grace)).code).toBe('NOT_FOUND');
    expect((await rename(admin)).data.updateTeam).toMatchObject({ team: { name: 'Looms' } });
    // In the other subgraphs, too: what the gateway tells them comes from the same view.
    const eventTypes = await graph.execute<{ team: { eventTypes: unknown } }, { id: string }>(
      'query ($id: ID!) { team(id: $id) { eventTypes { totalCount } } }',
      { id: teamId },
      { key: admin.key },
    );
    expect(eventTypes.data.team.eventTypes).toEqual({ totalCount: 0 });
  });

  it('make a member of whoever joins one of their teams', async () => {
    const joiner = await graph.signUp();
    const teamId = await teamIn(ada, 'joined');
    const input = { teamId, email: `${joiner.handle}@example.com`, role: 'MEMBER' as const };
    const { inviteMember } = (await graph.execute(ops.InviteMemberDocument, { input }, { key: ada.key }))
      .data;
    if (inviteMember.__typename !== 'MemberInvited') throw new Error(JSON.stringify(inviteMember));
    const accept = { input: { invitationId: inviteMember.invitation.id } };
    await graph.execute(ops.JoinByInvitationDocument, accept, { key: joiner.key });
    const place = await placeOf(graph, ada, organizationId, joiner);
    expect(place.role).toBe('MEMBER');
    const leave = { input: { membershipId: place.id } };
    const left = (await graph.execute(ops.RemoveOrganizationMemberDocument, leave, { key: joiner.key })).data;
    expect(left.removeOrganizationMember).toEqual({
      __typename: 'OrganizationMemberRemoved',
      removedId: place.id,
    });
    const { data } = await graph.execute(
      'query ($id: ID!) { team(id: $id) { members { totalCount } } }',
      { id: teamId },
      { key: joiner.key },
    );
    expect(data).toEqual({ team: { members: null } });
  });

  it('give no role that can do more than its giver', async () => {
    const admin = await graph.signUp();
    const membershipId = await joinOrganization(graph, {
      organizationId,
      inviter: ada,
      member: admin,
      role: 'ADMIN',
    });
    const change = (input: ops.ChangeOrganizationMemberRoleInput) =>
      graph.execute(ops.ChangeOrganizationMemberRoleDocument, { input }, { key: admin.key });
    const owner = await placeOf(graph, ada, organizationId, ada);
    for (const input of [
      { membershipId, role: 'OWNER' as const },
      { membershipId: owner.id, role: 'MEMBER' as const },
    ]) {
      expect((await change(input)).errors[0]?.extensions).toMatchObject({
        code: 'FORBIDDEN',
        requiredPermission: 'organization.delete',
      });
    }
    const email = 'owner@example.com';
    const invited = await graph.execute(
      ops.InviteToOrganizationDocument,
      { input: { organizationId, email, role: 'OWNER' } },
      { key: admin.key },
    );
    expect(invited.code).toBe('FORBIDDEN');
    const removed = await graph.execute(
      ops.RemoveOrganizationMemberDocument,
      { input: { membershipId: owner.id } },
      { key: admin.key },
    );
    expect(removed.code).toBe('FORBIDDEN');
  });

  it('are handed over, and keep their last owner', async () => {
    const heir = await graph.signUp();
    const founder = await graph.signUp();
    const id = await createOrganization(graph, founder, 'handed-over');
    const membershipId = await joinOrganization(graph, {
      organizationId: id,
      inviter: founder,
      member: heir,
    });
    const own = await placeOf(graph, founder, id, founder);
    for (const [document, input] of [
      [ops.ChangeOrganizationMemberRoleDocument, { membershipId: own.id, role: 'ADMIN' as const }],
      [ops.RemoveOrganizationMemberDocument, { membershipId: own.id }],
    ] as const) {
      const { data } = await graph.execute(document as never, { input } as never, { key: founder.key });
      expect(Object.values(data as object)).toMatchObject([{ __typename: 'LastOwner', code: 'LAST_OWNER' }]);
    }
    const transfer = (user: TestUser, to: string) =>
      graph.execute(ops.TransferOrganizationDocument, { input: { membershipId: to } }, { key: user.key });
    expect((await transfer(heir, membershipId)).code).toBe('FORBIDDEN');
    expect((await transfer(founder, membershipId)).data.transferOrganization.membership.role).toBe('OWNER');
    const roles = (await organizationPage(graph, heir, id)).members?.nodes.map(({ role }) => role).sort();
    expect(roles).toEqual(['ADMIN', 'OWNER']);
  });

  it('keep personal ones to one person', async () => {
    const { me } = (await graph.execute(ops.MyOrganizationsDocument, {}, { key: grace.key })).data;
    const personal = me.organizationMemberships?.nodes.find(({ organization }) => organization.isPersonal);
    const input = { organizationId: personal?.organization.id ?? '', email: 'x@example.com' };
    const refused = await graph.execute(ops.InviteToOrganizationDocument, { input }, { key: grace.key });
    expect([refused.code, refused.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'organizationId']);
  });

  describe('an invitation', () => {
    it('makes an account for its address, once, and stores no token', async () => {
      const invitation = await invite('new@example.com', 'ADMIN');
      const stored = await graph.database.query(
        'select row_to_json(i)::text as row from identity.invitations i',
      );
      expect(JSON.stringify(stored)).not.toContain(invitation.token);
      const jobs = await graph.database.query('select * from identity_jobs._private_jobs');
      expect(JSON.stringify(jobs)).not.toContain(invitation.token);
      const done = (await signUpBy(invitation, 'newcomer')).data.signUpByInvitation;
      expect(done).toMatchObject({ __typename: 'SignedUp', user: { handle: 'newcomer' } });
      const roles = (await organizationPage(graph, ada, organizationId)).members?.nodes;
      expect(roles?.find(({ user }) => user.email === 'new@example.com')?.role).toBe('ADMIN');
      expect((await signUpBy(invitation, 'newcomer-2')).data.signUpByInvitation.__typename).toBe(
        'InvitationInvalid',
      );
    });

    it('never takes an existing account over: its owner signs in and accepts', async () => {
      const victim = await graph.signUp({ handle: 'victim', name: 'The Victim' });
      const invitation = await invite('victim@example.com');
      const before = await graph.database.query(`select * from identity.users where handle = 'victim'`);
      const taken = (await signUpBy(invitation, 'attacker')).data.signUpByInvitation;
      expect(taken).toMatchObject({ __typename: 'AccountExists', code: 'ACCOUNT_EXISTS' });
      expect(await graph.database.query(`select * from identity.users where handle = 'victim'`)).toEqual(
        before,
      );
      expect(await graph.database.query(`select 1 from identity.handles where handle = 'attacker'`)).toEqual(
        [],
      );
      // Somebody else who is signed in cannot accept it.
      const accept = (user: TestUser) =>
        graph.execute(
          ops.JoinByInvitationDocument,
          { input: { invitationId: invitation.invitationId } },
          { key: user.key },
        );
      expect((await accept(mallory)).data.acceptInvitation.__typename).toBe('InvitationInvalid');
      expect((await accept(victim)).data.acceptInvitation.__typename).toBe('OrganizationJoined');
    });

    it('tells nobody without its token whether the address has an account', async () => {
      const known = await invite(`${(await graph.signUp()).handle}@example.com`);
      const unknown = await invite('nobody@example.com');
      const answers = await Promise.all(
        [
          { ...known, token: 'guessed' },
          { ...unknown, token: 'guessed' },
          { ...known, token: unknown.token },
          { invitationId: newId('inv'), token: known.token },
        ].map(guess => signUpBy(guess, 'guesser')),
      );
      for (const { data } of answers) {
        expect(data.signUpByInvitation).toEqual({
          __typename: 'InvitationInvalid',
          code: 'INVITATION_INVALID',
          message: 'The invitation has expired, was withdrawn or is for another address.',
        });
      }
    });

    it('ends after seven days, or when it is withdrawn', async () => {
      const withdrawn = await invite('withdrawn@example.com');
      const withdraw = (user: TestUser) =>
        graph.execute(
          ops.WithdrawInvitationDocument,
          { input: { invitationId: withdrawn.invitationId } },
          { key: user.key },
        );
      expect((await withdraw(mallory)).code).toBe('NOT_FOUND');
      expect((await withdraw(grace)).code).toBe('FORBIDDEN');
      expect((await withdraw(ada)).data.withdrawInvitation.withdrawnId).toBe(withdrawn.invitationId);
      expect((await signUpBy(withdrawn, 'late')).data.signUpByInvitation.__typename).toBe(
        'InvitationInvalid',
      );
      const old = await invite('old@example.com');
      clock.advance(7 * DAY_MS - 1);
      const again = { organizationId, email: 'old@example.com' };
      const early = await graph.execute(ops.InviteToOrganizationDocument, { input: again }, { key: ada.key });
      expect(early.data.inviteToOrganization.__typename).toBe('AlreadyMember');
      clock.advance(1);
      expect((await signUpBy(old, 'late')).data.signUpByInvitation.__typename).toBe('InvitationInvalid');
      const anew = await graph.execute(ops.InviteToOrganizationDocument, { input: again }, { key: ada.key });
      expect(anew.data.inviteToOrganization.__typename).toBe('MemberInvited');
    });
  });

  it("answer for every id of another tenant's what they answer for a random one", async () => {
    const team = await teamIn(ada, 'secret-team');
    const page = await organizationPage(graph, ada, organizationId);
    const membership = page.members?.nodes[0]?.id ?? '';
    const invitation = (await invite('tenant@example.com')).invitationId;
    const [teamMember] = (
      await graph.execute<{ team: { members: { nodes: { id: string }[] } } }, { id: string }>(
        'query ($id: ID!) { team(id: $id) { members { nodes { id } } } }',
        { id: team },
        { key: ada.key },
      )
    ).data.team.members.nodes;
    const calls: [string, unknown, (id: string) => object][] = [
      [organizationId, ops.OrganizationPageDocument, id => ({ id })],
      [
        organizationId,
        ops.UpdateOrganizationDocument,
        id => ({ input: { organizationId: id, expectedVersion: 1, name: 'X' } }),
      ],
      [
        organizationId,
        ops.InviteToOrganizationDocument,
        id => ({ input: { organizationId: id, email: 'm@example.com' } }),
      ],
      [
        organizationId,
        ops.CreateTeamDocument,
        id => ({ input: { organizationId: id, handle: 'mallorys', name: 'X' } }),
      ],
      [
        membership,
        ops.ChangeOrganizationMemberRoleDocument,
        id => ({ input: { membershipId: id, role: 'MEMBER' } }),
      ],
      [membership, ops.RemoveOrganizationMemberDocument, id => ({ input: { membershipId: id } })],
      [membership, ops.TransferOrganizationDocument, id => ({ input: { membershipId: id } })],
      [invitation, ops.WithdrawInvitationDocument, id => ({ input: { invitationId: id } })],
      [invitation, ops.JoinByInvitationDocument, id => ({ input: { invitationId: id } })],
      [team, ops.InviteMemberDocument, id => ({ input: { teamId: id, email: 'm@example.com' } })],
      [team, ops.UpdateTeamDocument, id => ({ input: { teamId: id, expectedVersion: 1, name: 'X' } })],
      [
        teamMember?.id ?? '',
        ops.ChangeMemberRoleDocument,
        id => ({ input: { membershipId: id, role: 'MEMBER' } }),
      ],
      [teamMember?.id ?? '', ops.TransferTeamDocument, id => ({ input: { membershipId: id } })],
      [
        teamMember?.id ?? '',
        'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }',
        id => ({ input: { membershipId: id } }),
      ],
    ];
    for (const [foreign, document, variables] of calls) {
      const ask = async (id: string) => {
        const { status, body } = await graph.execute(document as string, variables(id), { key: mallory.key });
        return {
          status,
          body: JSON.parse(JSON.stringify(body).replaceAll(/"requestId":"[^"]*"/g, '"requestId":""')),
        };
      };
      const prefix = foreign.slice(0, foreign.indexOf('_'));
      expect(prefix.length).toBeGreaterThan(1);
      expect(await ask(foreign)).toEqual(await ask(newId(prefix)));
    }
  });
});
