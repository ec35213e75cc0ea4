import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../../examples/operations/operations.generated.ts';
import type { TestGraph, TestUser } from './graph.ts';
import { type BookableEventType, bookable, bookingInput } from './stories.ts';
import { teamOf } from './teams.ts';

export interface Crew {
  /** Leads the team, and hosts nothing unless they are named. */
  leader: TestUser;
  teamId: string;
  members: TestUser[];
}

/** A team whose leader manages it and whose members can host. */
export async function crewOf(graph: TestGraph, size: number): Promise<Crew> {
  const leader = await graph.signUp();
  const members: TestUser[] = [];
  for (let count = 0; count < size; count++) members.push(await graph.signUp());
  const teamId = await teamOf(graph, leader, ...members);
  return { leader, teamId, members };
}

type HostSettings = Omit<NonNullable<NonNullable<ops.CreateEventTypeInput['hosts']>[number]>, 'userId'>;

/** An event type whose hosts are the members, in their order, five minutes long: there are many slots. */
export function sharedType(
  graph: TestGraph,
  { leader, teamId, members }: Crew,
  settings: Partial<ops.CreateEventTypeInput> = {},
  hosts: readonly HostSettings[] = [],
): Promise<BookableEventType> {
  return bookable(graph, leader, {
    ownerId: teamId,
    schedulingMode: 'ROUND_ROBIN',
    durationMinutes: 5,
    hosts: members.map(({ id }, index) => ({ userId: id, ...hosts[index] })),
    ...settings,
  });
}

/** Starts of five-minute slots from next week on, nine to five on weekdays. */
export function startAt(type: BookableEventType, index: number): string {
  const day = Math.floor(index / 96);
  const date = Math.floor(day / 5) * 7 + (day % 5);
  const minutes = 9 * 60 + (index % 96) * 5;
  return new Date(Date.parse(type.nextWeek.from) + date * 86_400_000 + minutes * 60_000).toISOString();
}

/** Books the n-th slot. */
export async function bookNth(graph: TestGraph, type: BookableEventType, index: number) {
  const input = bookingInput(type.id, { startsAt: startAt(type, index), endsAt: '' });
  const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
  if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
  const { booking, manageToken } = createBooking;
  return { ...booking, manageToken, hostIds: booking.hosts.map(({ id }) => id) };
}

export async function fairnessOf(graph: TestGraph, { leader }: Crew, eventTypeId: string) {
  const variables = { eventTypeId, from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  return (await graph.execute(ops.FairnessDocument, variables, { key: leader.key })).data.fairness;
}

/** What round robin remembers of each host, in the order of the event type. */
export async function remembered(graph: TestGraph, eventTypeId: string): Promise<number[]> {
  const rows = await graph.database.query<{ assignments: number }>(
    `select h.assignments from scheduling.event_type_hosts h join scheduling.event_types e on e.id = h.event_type_id
     where e.id = $1 and not h.is_fixed order by h.position`,
    [uuidOf(eventTypeId)],
  );
  return rows.map(row => row.assignments);
}
