import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { createOrganization, joinOrganization, placeOf } from './kit/organizations.ts';
import { createTeam, joinTeam } from './kit/stories.ts';

const ROUNDS = 8;
const REDEEMERS = 50;

describe('memberships that change at once', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
  });
  afterAll(() => graph.stop());

  /** Both owners of each organization take the ownership from the other one at once; how many owners are left. */
  async function ownersOfOrganizations(name: string): Promise<number[]> {
    const left: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const organizationId = await createOrganization(graph, ada, `${name}-${round}`);
      const graces = await joinOrganization(graph, {
        organizationId,
        inviter: ada,
        member: grace,
        role: 'OWNER',
      });
      const adas = (await placeOf(graph, ada, organizationId, ada)).id;
      const demote = (by: TestUser, membershipId: string) =>
        graph.execute(
          ops.ChangeOrganizationMemberRoleDocument,
          { input: { membershipId, role: 'MEMBER' } },
          { key: by.key },
        );
      await Promise.all([demote(ada, adas), demote(grace, graces)]);
      const [row] = await graph.database.query<{ owners: number }>(
        `select count(*)::int as owners from identity.organization_memberships m
         join identity.organizations o on o.id = m.organization_id where o.handle = $1 and m.role = 'OWNER'`,
        [`${name}-${round}`],
      );
      left.push(row?.owners ?? -1);
    }
    return left;
  }

  async function ownersOfTeams(name: string): Promise<number[]> {
    const left: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const handle = `${name}-${round}`;
      const teamId = await createTeam(graph, ada, handle);
      const graces = await joinTeam(graph, { teamId, inviter: ada, member: grace, role: 'OWNER' });
      const { team } = (
        await graph.execute<{ team: { members: { nodes: { id: string }[] } } }, { id: string }>(
          'query ($id: ID!) { team(id: $id) { members { nodes { id } } } }',
          { id: teamId },
          { key: ada.key },
        )
      ).data;
      const adas = team.members.nodes.find(({ id }) => id !== graces)?.id ?? '';
      const leave = (by: TestUser, membershipId: string) =>
        graph.execute(
          'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }',
          { input: { membershipId } },
          { key: by.key },
        );
      await Promise.all([leave(ada, adas), leave(grace, graces)]);
      const [row] = await graph.database.query<{ owners: number }>(
        `select count(*)::int as owners from identity.memberships m
         join identity.teams t on t.id = m.team_id where t.handle = $1 and m.role = 'OWNER'`,
        [handle],
      );
      left.push(row?.owners ?? -1);
    }
    return left;
  }

  /** Both owners of an organization end their accounts at once; how many owners are left. */
  async function ownersAfterDeletions(name: string): Promise<number[]> {
    const left: number[] = [];
    for (let round = 0; round < 3; round++) {
      const [one, other] = [await graph.signUp(), await graph.signUp()];
      const organizationId = await createOrganization(graph, one, `${name}-${round}`);
      await joinOrganization(graph, { organizationId, inviter: one, member: other, role: 'OWNER' });
      await Promise.all(
        [one, other].map(({ handle, key }) =>
          graph.execute(ops.DeleteAccountDocument, { input: { handle } }, { key }),
        ),
      );
      const [row] = await graph.database.query<{ owners: number }>(
        `select count(*)::int as owners from identity.organization_memberships m
         join identity.organizations o on o.id = m.organization_id where o.handle = $1 and m.role = 'OWNER'`,
        [`${name}-${round}`],
      );
      left.push(row?.owners ?? -1);
    }
    return left;
  }

  /** Fifty times at once: how often it was accepted, and how many memberships came of it. */
  async function redeem(handle: string) {
    const guest = await graph.signUp();
    const organizationId = await createOrganization(graph, ada, handle);
    const input = { organizationId, email: `${guest.handle}@example.com` };
    const { inviteToOrganization } = (
      await graph.execute(ops.InviteToOrganizationDocument, { input }, { key: ada.key })
    ).data;
    if (inviteToOrganization.__typename !== 'MemberInvited')
      throw new Error(JSON.stringify(inviteToOrganization));
    const { id: invitationId } = inviteToOrganization.invitation;
    const answers = await Promise.all(
      Array.from({ length: REDEEMERS }, () =>
        graph.execute(ops.JoinByInvitationDocument, { input: { invitationId } }, { key: guest.key }),
      ),
    );
    const [row] = await graph.database.query<{ count: number }>(
      `select count(*)::int as count from identity.organization_memberships m join identity.users u on u.id = m.user_id
       join identity.organizations o on o.id = m.organization_id where u.handle = $1 and o.handle = $2`,
      [guest.handle, handle],
    );
    const accepted = answers.filter(
      ({ body }) => body.data?.acceptInvitation.__typename === 'OrganizationJoined',
    ).length;
    return { accepted, memberships: row?.count };
  }

  it('leave an organization one owner', async () => {
    expect(await ownersOfOrganizations('kept')).toEqual(Array(ROUNDS).fill(1));
  }, 60_000);

  it('leave a team one owner', async () => {
    expect(await ownersOfTeams('kept-team')).toEqual(Array(ROUNDS).fill(1));
  }, 60_000);

  it('leave an organization one owner where both end their accounts', async () => {
    expect(await ownersAfterDeletions('survived')).toEqual([1, 1, 1]);
  }, 60_000);

  it('use an invitation up once, and a GET does not use it at all', async () => {
    expect(await redeem('redeemed')).toEqual({ accepted: 1, memberships: 1 });
    const guest = await graph.signUp();
    const organizationId = await createOrganization(graph, ada, 'not-by-get');
    const input = { organizationId, email: `${guest.handle}@example.com` };
    const invited = (await graph.execute(ops.InviteToOrganizationDocument, { input }, { key: ada.key })).data;
    if (invited.inviteToOrganization.__typename !== 'MemberInvited') throw new Error('not invited');
    const { id } = invited.inviteToOrganization.invitation;
    const url = new URL(graph.url);
    url.searchParams.set(
      'query',
      `mutation { acceptInvitation(input: {invitationId: "${id}"}) { __typename } }`,
    );
    const headers = { authorization: `Bearer ${guest.key}`, 'apollo-require-preflight': 'yes' };
    for (const method of ['GET', 'HEAD'])
      for (let time = 0; time < 5; time++)
        expect((await fetch(url, { method, headers })).status).toBeGreaterThanOrEqual(400);
    const accepted = await graph.execute(
      ops.JoinByInvitationDocument,
      { input: { invitationId: id } },
      { key: guest.key },
    );
    expect(accepted.data.acceptInvitation.__typename).toBe('OrganizationJoined');
  }, 60_000);

  it('do all of this without the lock: without it the tests above would fail', async () => {
    await graph.database.query(
      `create or replace function identity.lock_for_change(ids uuid[]) returns void language plpgsql
       as $$ begin perform pg_sleep(0.05); end $$`,
    );
    expect(await ownersOfOrganizations('lost')).toContain(0);
    expect(await ownersOfTeams('lost-team')).toContain(0);
    expect(await ownersAfterDeletions('orphaned')).toContain(0);
    expect((await redeem('redeemed-often')).accepted).toBeGreaterThan(1);
  }, 60_000);
});
