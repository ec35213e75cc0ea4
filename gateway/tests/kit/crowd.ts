import { anonymous, type Principal } from '#platform/principal.ts';
import { cancelBooking } from '../../../subgraphs/scheduling/bookings/cancel-booking.ts';
import { createBooking } from '../../../subgraphs/scheduling/bookings/create-booking.ts';
import { rescheduleBooking } from '../../../subgraphs/scheduling/bookings/reschedule-booking.ts';
import { confirmBooking } from '../../../subgraphs/scheduling/confirmation/confirm-booking.ts';
import type { SchedulingContext } from '../../../subgraphs/scheduling/context.ts';
import { holdSlot } from '../../../subgraphs/scheduling/holds/hold-slot.ts';
import { releaseHold } from '../../../subgraphs/scheduling/holds/release-hold.ts';
import { createSeries } from '../../../subgraphs/scheduling/series/create-series.ts';
import type { Dice } from './dice.ts';
import type { TestGraph, TestUser } from './graph.ts';
import { createRoom } from './resources.ts';
import { bookable, createTeam, joinTeam } from './stories.ts';

const HOSTS = 5;
const QUARTER_MS = 15 * 60_000;
/** Quarters of an hour of two working days: few enough that everybody is in everybody's way. */
const QUARTERS_A_DAY = 30;

interface Known {
  id: string;
  manageToken: string;
}

export interface Crowd {
  lead: TestUser;
  eventTypeIds: string[];
  /** Those among them that can be held. */
  holdableIds: string[];
  /** Of the lead; bookings take no time before they are confirmed. */
  onRequestId: string;
  seriesId: string;
  monday: number;
  /** Bookings that take place, as far as is known: somebody else may have ended them just now. */
  made: Known[];
  /** Requests that wait to be confirmed. */
  asked: Known[];
}

/** A team whose members meet in every way at once: alone, in turn, together, in rooms, with shared seats, with buffers. */
export async function createCrowd(graph: TestGraph): Promise<Crowd> {
  const people: TestUser[] = [];
  for (let index = 0; index < HOSTS; index++) people.push(await graph.signUp());
  const [lead] = people;
  if (!lead) throw new Error('There is nobody.');
  const teamId = await createTeam(graph, lead);
  for (const member of people.slice(1)) await joinTeam(graph, { teamId, inviter: lead, member });
  const ids = people.map(({ id }) => id);
  const often = { slotIntervalMinutes: 15, minimumNoticeMinutes: 0 };
  const alone = await Promise.all(people.map(person => bookable(graph, person, often)));
  const padded = await bookable(graph, lead, { ...often, bufferBeforeMinutes: 15, bufferAfterMinutes: 5 });
  const seats = await bookable(graph, lead, { ...often, seatsPerSlot: 3 });
  const ofTeam = { ...often, ownerId: teamId };
  const inTurn = await bookable(graph, lead, { ...ofTeam, schedulingMode: 'ROUND_ROBIN', hostIds: ids });
  const together = await bookable(graph, lead, {
    ...ofTeam,
    schedulingMode: 'COLLECTIVE',
    hostIds: ids.slice(0, 3),
    durationMinutes: 45,
  });
  const backwards = await bookable(graph, lead, {
    ...ofTeam,
    schedulingMode: 'COLLECTIVE',
    hostIds: ids.toReversed().slice(1),
  });
  const rooms = [
    await createRoom(graph, lead, { ownerId: teamId, name: 'Small' }),
    await createRoom(graph, lead, { ownerId: teamId, name: 'Large' }),
  ];
  const resourceRequirements = [{ resourceIds: rooms.map(({ id }) => id), required: 1 }];
  const inRooms = await bookable(graph, lead, {
    ...ofTeam,
    schedulingMode: 'ROUND_ROBIN',
    hostIds: ids,
    resourceRequirements,
  });
  const onRequest = await bookable(graph, lead, {
    ...often,
    requiresConfirmation: true,
    pendingTakesTime: false,
  });
  const weekly = await bookable(graph, lead, {
    ...often,
    recurrence: { frequencies: ['WEEKLY'], maxOccurrences: 3 },
  });
  const holdable = [...alone, padded, inTurn, together, backwards, inRooms];
  return {
    lead,
    holdableIds: holdable.map(({ id }) => id),
    eventTypeIds: [...holdable, seats].map(({ id }) => id),
    onRequestId: onRequest.id,
    seriesId: weekly.id,
    monday: Date.parse(padded.nextWeek.from),
    made: [],
    asked: [],
  };
}

/** A caller of the subgraph itself; nobody is told of what they do, which would take most of the time. */
function visit(graph: TestGraph, viewer: Principal = anonymous): SchedulingContext {
  return { ...graph.apps.scheduling.openContext(viewer), consumersOf: () => [] };
}

function anyTime({ monday }: Crowd, roll: Dice): Date {
  const day = monday + roll(2) * 86_400_000 + 9 * 3_600_000;
  return new Date(day + roll(QUARTERS_A_DAY) * QUARTER_MS);
}

const any = <T>(list: readonly T[], roll: Dice): T | undefined => list[roll(list.length)];

function forget(list: Known[], item: Known): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}

interface Attempt {
  graph: TestGraph;
  crowd: Crowd;
  roll: Dice;
  /** Its own, also as idempotency key. */
  key: string;
}

const guestOf = (key: string) => ({ name: 'Grace Hopper', email: `${key}@example.com`, timeZone: 'UTC' });

async function changeOne({ graph, crowd, roll, key }: Attempt, moves: boolean): Promise<string> {
  const known = any(crowd.made, roll);
  if (!known) return 'nothing to change';
  const change = { bookingId: known.id, manageToken: known.manageToken, idempotencyKey: key };
  const changed = moves
    ? await rescheduleBooking(visit(graph), { ...change, startsAt: anyTime(crowd, roll) })
    : await cancelBooking(visit(graph), change).finally(() => forget(crowd.made, known));
  if (!changed.ok) return changed.error.kind;
  return moves ? 'moved' : 'cancelled';
}

async function holdOne({ graph, crowd, roll, key }: Attempt): Promise<string> {
  const slot = { eventTypeId: any(crowd.holdableIds, roll) ?? '', startsAt: anyTime(crowd, roll) };
  const held = await holdSlot(visit(graph), { ...slot, idempotencyKey: key });
  if (!held.ok) return held.error.kind;
  const { holdToken } = held.value;
  if (roll(2) === 0) {
    await releaseHold(visit(graph), holdToken);
    return 'held and released';
  }
  const booked = await createBooking(visit(graph), {
    ...slot,
    holdToken,
    attendee: guestOf(key),
    idempotencyKey: key,
  });
  if (!booked.ok) throw new Error(`A hold was not kept: ${JSON.stringify(booked.error)}`);
  crowd.made.push({ id: booked.value.booking.id, manageToken: booked.value.manageToken });
  return 'held and booked';
}

/** Asks, or confirms what somebody asked for. */
async function requestOne({ graph, crowd, roll, key }: Attempt): Promise<string> {
  const known = any(crowd.asked, roll);
  if (known && roll(2) === 0) {
    const lead: Principal = { ...anonymous, kind: 'USER', id: crowd.lead.id, scopes: ['*'] };
    forget(crowd.asked, known);
    const confirmed = await confirmBooking(visit(graph, lead), { bookingId: known.id, idempotencyKey: key });
    if (!confirmed.ok) return confirmed.error.kind;
    crowd.made.push(known);
    return 'confirmed';
  }
  const asked = await createBooking(visit(graph), {
    eventTypeId: crowd.onRequestId,
    startsAt: anyTime(crowd, roll),
    attendee: guestOf(key),
    idempotencyKey: key,
  });
  if (!asked.ok) return asked.error.kind;
  crowd.asked.push({ id: asked.value.booking.id, manageToken: asked.value.manageToken });
  return 'asked';
}

async function repeatOne({ graph, crowd, roll, key }: Attempt): Promise<string> {
  const made = await createSeries(visit(graph), {
    eventTypeId: crowd.seriesId,
    startsAt: anyTime(crowd, roll),
    timeZone: 'UTC',
    rule: { frequency: 'WEEKLY', interval: 1, count: 3 },
    strategy: 'SKIP',
    attendee: guestOf(key),
    idempotencyKey: key,
  });
  if (!made.ok) return made.error.kind;
  const { manageToken } = made.value;
  crowd.made.push(...made.value.bookings.map(({ id }) => ({ id, manageToken })));
  return 'series booked';
}

/** Tries something that takes or frees time, and says for the tally what it came to. */
export async function attemptAnything(attempt: Attempt): Promise<string> {
  const { graph, crowd, roll, key } = attempt;
  const kind = roll(20);
  if (crowd.made.length > 0 && kind < 8) return changeOne(attempt, kind < 4);
  if (kind < 10) return holdOne(attempt);
  if (kind < 12) return requestOne(attempt);
  if (kind < 13) return repeatOne(attempt);
  const booked = await createBooking(visit(graph), {
    eventTypeId: any(crowd.eventTypeIds, roll) ?? '',
    startsAt: anyTime(crowd, roll),
    attendee: guestOf(key),
    idempotencyKey: key,
  });
  if (!booked.ok) return booked.error.kind;
  crowd.made.push({ id: booked.value.booking.id, manageToken: booked.value.manageToken });
  return 'booked';
}
