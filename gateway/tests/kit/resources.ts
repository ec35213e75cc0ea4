import * as ops from '../../../examples/operations/operations.generated.ts';
import type { TestGraph, TestUser } from './graph.ts';

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
