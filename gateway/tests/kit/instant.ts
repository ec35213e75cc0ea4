import * as ops from '../../../examples/operations/operations.generated.ts';
import type { TestGraph, TestUser } from './graph.ts';
import { bookable, createTeam, delivered, joinTeam } from './stories.ts';

/** A team's event type that is offered at once to whoever of its hosts is free. */
export async function instantType(
  graph: TestGraph,
  hosts: readonly TestUser[],
  settings: Partial<ops.CreateEventTypeInput> = {},
) {
  const [lead, ...members] = hosts;
  if (!lead) throw new Error('There is nobody.');
  const ownerId = await createTeam(graph, lead, `team-${Math.random().toString(36).slice(2)}`);
  for (const member of members) await joinTeam(graph, { teamId: ownerId, inviter: lead, member });
  await delivered(graph);
  return bookable(graph, lead, {
    ownerId,
    schedulingMode: 'ROUND_ROBIN',
    hostIds: hosts.map(({ id }) => id),
    isInstant: true,
    ...settings,
  });
}

export function instantInput(
  eventTypeId: string,
  change: Partial<ops.CreateInstantBookingInput> = {},
): ops.CreateInstantBookingInput {
  return {
    eventTypeId,
    attendee: { name: 'Grace Hopper', email: 'grace@example.com', timeZone: 'America/New_York' },
    idempotencyKey: `key ${Math.random()}`,
    ...change,
  };
}

/** Asks for a meeting now, whatever comes of it. */
export async function ask(graph: TestGraph, input: ops.CreateInstantBookingInput) {
  return (await graph.execute(ops.CreateInstantBookingDocument, { input })).data.createInstantBooking;
}

/** A meeting that is offered, with the secret of its link. */
export async function offer(
  graph: TestGraph,
  eventTypeId: string,
  change: Partial<ops.CreateInstantBookingInput> = {},
) {
  const outcome = await ask(graph, instantInput(eventTypeId, change));
  if (outcome.__typename !== 'InstantBookingOffered') throw new Error(JSON.stringify(outcome));
  const { booking, manageToken, acceptUntil } = outcome;
  return { ...booking, manageToken, acceptUntil };
}

export async function accept(graph: TestGraph, host: TestUser, bookingId: string, idempotencyKey?: string) {
  const input = { bookingId, idempotencyKey: idempotencyKey ?? `key ${Math.random()}` };
  const answer = await graph.execute(ops.AcceptInstantBookingDocument, { input }, { key: host.key });
  return answer.data.acceptInstantBooking;
}
