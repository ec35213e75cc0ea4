import * as ops from '../../../examples/operations/operations.generated.ts';
import { until } from './collect.ts';
import type { TestGraph, TestUser } from './graph.ts';
import { createTeam, joinTeam } from './stories.ts';

/** A team whose members are known everywhere, and its owner's first. */
export async function teamOf(graph: TestGraph, owner: TestUser, ...members: TestUser[]): Promise<string> {
  const teamId = await createTeam(graph, owner);
  for (const member of members) await joinTeam(graph, { teamId, inviter: owner, member });
  await until(async () => {
    const known = await graph.database.query(
      'select 1 from scheduling.memberships m join scheduling.owners o on o.uuid = m.team_id where o.id = $1 and not m.is_ended',
      [teamId],
    );
    return known.length === members.length + 1;
  });
  return teamId;
}

export async function createRoom(
  graph: TestGraph,
  owner: TestUser,
  settings: Partial<ops.CreateResourceInput> = {},
) {
  const input = { name: 'Room', ...settings };
  const { createResource } = (await graph.execute(ops.CreateResourceDocument, { input }, { key: owner.key }))
    .data;
  return createResource.resource;
}

export async function resourcesOf(graph: TestGraph, booking: { id: string; manageToken: string }) {
  const variables = { id: booking.id, manageToken: booking.manageToken };
  const found = (await graph.execute(ops.BookingResourcesDocument, variables)).data.booking;
  if (!found) throw new Error(`${booking.id} cannot be seen.`);
  return found;
}

/** What speaks against a time, and what is said of rooms and groups. */
export async function saidOf(graph: TestGraph, eventTypeId: string, startsAt: string | undefined) {
  const variables = { eventTypeId, startsAt: startsAt ?? '' };
  const { explainSlot } = (await graph.execute(ops.ExplainClaimantsDocument, variables)).data;
  return explainSlot.verdicts.filter(
    ({ passed, rule }) => !passed || rule === 'GROUP' || rule === 'RESOURCE',
  );
}
