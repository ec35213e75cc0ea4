import * as ops from '../../../examples/operations/operations.generated.ts';
import { until } from './collect.ts';
import type { TestGraph, TestUser } from './graph.ts';

export interface BookableEventType {
  id: string;
  /** A whole week, Monday to Sunday in UTC, that is far enough ahead for the minimum notice. */
  nextWeek: { from: string; to: string };
}

export interface TestSlot {
  startsAt: string;
  endsAt: string;
}

function nextWeek(now = Date.now()): { from: string; to: string } {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').startOfDay();
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const instant = (day: Temporal.ZonedDateTime) => day.toInstant().toString({ fractionalSecondDigits: 3 });
  return { from: instant(monday), to: instant(monday.add({ days: 7 })) };
}

/** An event type of a user, half an hour long unless told otherwise. */
export async function bookable(
  graph: TestGraph,
  owner: TestUser,
  settings: Partial<ops.CreateEventTypeInput> = {},
): Promise<BookableEventType> {
  const slug = settings.slug ?? `type-${Math.random().toString(36).slice(2)}`;
  const input = { title: 'Meeting', durationMinutes: 30, ...settings, slug };
  const { createEventType } = (
    await graph.execute(ops.CreateEventTypeDocument, { input }, { key: owner.key })
  ).data;
  if (createEventType.__typename !== 'EventTypeCreated') throw new Error(JSON.stringify(createEventType));
  return { id: createEventType.eventType.id, nextWeek: nextWeek(graph.now()) };
}

/** What can be booked next week. */
export async function slotsOf(
  graph: TestGraph,
  eventTypeId: string,
  page: { first?: number } = {},
): Promise<TestSlot[]> {
  const variables = { ...nextWeek(graph.now()), eventTypeId, timeZone: 'UTC', ...page };
  const { slots } = (await graph.execute(ops.SlotsDocument, variables)).data;
  return slots.edges.map(edge => edge.node);
}

export function bookingInput(eventTypeId: string, slot: TestSlot | undefined): ops.CreateBookingInput {
  return {
    eventTypeId,
    startsAt: slot?.startsAt ?? '',
    attendee: { name: 'Grace Hopper', email: 'grace@example.com', timeZone: 'America/New_York' },
    idempotencyKey: `key ${Math.random()}`,
  };
}

/** A booking at a slot, with the secret of its link. */
export async function book(graph: TestGraph, eventTypeId: string, slot: TestSlot | undefined) {
  const answer = await graph.execute(ops.CreateBookingDocument, { input: bookingInput(eventTypeId, slot) });
  const { createBooking } = answer.data;
  if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
  return { ...createBooking.booking, manageToken: createBooking.manageToken };
}

export async function cancel(graph: TestGraph, booking: { id: string; manageToken: string }) {
  const input = {
    bookingId: booking.id,
    manageToken: booking.manageToken,
    idempotencyKey: `cancel ${booking.id}`,
  };
  const { cancelBooking } = (await graph.execute(ops.CancelBookingDocument, { input })).data;
  if (cancelBooking.__typename !== 'BookingCancelled') throw new Error(JSON.stringify(cancelBooking));
  return cancelBooking.booking;
}

interface Joining {
  teamId: string;
  inviter: TestUser;
  member: TestUser;
  role?: ops.MemberRole;
}

/** Invites somebody to a team, who accepts; the id of the membership. */
export async function joinTeam(graph: TestGraph, { teamId, inviter, member, role = 'MEMBER' }: Joining) {
  const input = { teamId, email: `${member.handle}@example.com`, role };
  const { inviteMember } = (await graph.execute(ops.InviteMemberDocument, { input }, { key: inviter.key }))
    .data;
  if (inviteMember.__typename !== 'MemberInvited') throw new Error(JSON.stringify(inviteMember));
  const accept = { input: { invitationId: inviteMember.invitation.id } };
  const { acceptInvitation } = (
    await graph.execute(ops.AcceptInvitationDocument, accept, { key: member.key })
  ).data;
  if (acceptInvitation.__typename !== 'InvitationAccepted') throw new Error(JSON.stringify(acceptInvitation));
  return acceptInvitation.membership.id;
}

export async function createTeam(graph: TestGraph, owner: TestUser, handle = `team-${owner.handle}`) {
  const input = { handle, name: 'Team' };
  const { createTeam: outcome } = (await graph.execute(ops.CreateTeamDocument, { input }, { key: owner.key }))
    .data;
  if (outcome.__typename !== 'TeamCreated') throw new Error(JSON.stringify(outcome));
  await delivered(graph);
  return outcome.team.id;
}

/** Waits until no event is on its way between subgraphs: its delivery would count as statements. */
export async function delivered(graph: TestGraph): Promise<void> {
  const schemas = ['identity_jobs', 'scheduling_jobs', 'integrations_jobs'];
  const count = schemas
    .map(schema => `(select count(*) from ${schema}.jobs where run_at <= now())`)
    .join(' + ');
  await until(async () => {
    const [row] = await graph.database.query<{ jobs: number }>(`select (${count})::int as jobs`);
    return row?.jobs === 0;
  });
}
