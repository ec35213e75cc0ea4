import type * as ops from '../../../examples/operations/operations.generated.ts';
import { until } from './collect.ts';
import type { TestGraph, TestUser } from './graph.ts';
import { createTeam, joinTeam } from './stories.ts';

/** Waits until scheduling has heard of so many members. */
async function membersKnown(graph: TestGraph, teamId: string, count: number): Promise<void> {
  await until(async () => {
    const known = await graph.database.query(
      `select 1 from scheduling.memberships m join scheduling.owners o on o.uuid = m.team_id
        where o.id = $1 and not m.is_ended`,
      [teamId],
    );
    return known.length === count;
  });
}

/** A team of its owner and these members, whom scheduling knows. */
export async function teamOf(graph: TestGraph, owner: TestUser, ...members: TestUser[]): Promise<string> {
  const teamId = await createTeam(graph, owner);
  for (const member of members) await joinTeam(graph, { teamId, inviter: owner, member });
  await membersKnown(graph, teamId, members.length + 1);
  return teamId;
}

/** A team of people whose roles are known everywhere, to the gateway's cache of credentials too. */
export async function team(
  graph: TestGraph,
  owner: TestUser,
  members: Partial<Record<Exclude<ops.MemberRole, 'OWNER'>, TestUser>>,
): Promise<string> {
  const id = await createTeam(graph, owner, `team-of-${owner.handle}`);
  const joining = Object.entries(members) as [ops.MemberRole, TestUser][];
  for (const [role, member] of joining) await joinTeam(graph, { teamId: id, inviter: owner, member, role });
  await membersKnown(graph, id, joining.length + 1);
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
