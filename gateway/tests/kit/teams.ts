import * as ops from '../../../examples/operations/operations.generated.ts';
import { until } from './collect.ts';
import type { TestGraph, TestUser } from './graph.ts';

async function join(
  graph: TestGraph,
  teamId: string,
  owner: TestUser,
  member: TestUser,
  role: ops.MemberRole,
) {
  const input = { teamId, email: `${member.handle}@example.com`, role };
  const { inviteMember } = (await graph.execute(ops.InviteMemberDocument, { input }, { key: owner.key }))
    .data;
  if (inviteMember.__typename !== 'MemberInvited') throw new Error(JSON.stringify(inviteMember));
  const accept = { input: { invitationId: inviteMember.invitation.id } };
  const accepted = (await graph.execute(ops.AcceptInvitationDocument, accept, { key: member.key })).data;
  if (accepted.acceptInvitation.__typename !== 'InvitationAccepted')
    throw new Error(JSON.stringify(accepted));
}

/** A team of people whose roles are known everywhere, to the gateway's cache of credentials too. */
export async function team(
  graph: TestGraph,
  owner: TestUser,
  members: Partial<Record<Exclude<ops.MemberRole, 'OWNER'>, TestUser>>,
): Promise<string> {
  const input = { handle: `team-of-${owner.handle}`, name: 'A team' };
  const { createTeam } = (await graph.execute(ops.CreateTeamDocument, { input }, { key: owner.key })).data;
  if (createTeam.__typename !== 'TeamCreated') throw new Error(JSON.stringify(createTeam));
  const { id } = createTeam.team;
  const joining = Object.entries(members) as [ops.MemberRole, TestUser][];
  for (const [role, member] of joining) await join(graph, id, owner, member, role);
  await until(async () => {
    const known = await graph.database.query(
      `select 1 from scheduling.memberships m join identity.teams t on t.id = m.team_id where t.handle = $1`,
      [input.handle],
    );
    return known.length === joining.length + 1;
  });
  for (const { key } of [owner, ...joining.map(([, member]) => member)]) {
    await until(async () => {
      const asked = await graph.execute<{ team: { eventTypes: unknown } }, { id: string }>(
        'query ($id: ID!) { team(id: $id) { eventTypes { totalCount } } }',
        { id },
        { key },
      );
      return asked.body.data?.team.eventTypes != null;
    });
  }
  return id;
}
