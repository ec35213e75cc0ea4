import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { ChangeReceipt, ChangeRefusal } from '../bookings/change-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { chooseTurn, pickedByPerson, type TurnTaker } from '../domain/round-robin.ts';
import { changeHosts, type HostChangeInput, type HostChangeStep, type HostRefusal } from './change-hosts.ts';
import { countsFrom, currentTurns, type HeldTurn, loadTurnTakers, type Turn } from './choose-turn.ts';
import { freeAmong, requireEligible } from './find-free.ts';

interface Reassignment extends HostChangeInput {
  toUserId?: string | null;
  fromUserId?: string | null;
  allowOutsideHosts?: boolean | null;
}

/** Gives a booking to another host: to whom somebody names, or to whose turn it is among those who are free. */
export async function reassignBooking(
  ctx: SchedulingContext,
  input: Reassignment,
): Promise<Result<ChangeReceipt, ChangeRefusal | HostRefusal>> {
  const { toUserId = null, allowOutsideHosts } = input;
  const fromUserId = input.fromUserId ? requireId('usr', input.fromUserId, 'fromUserId') : null;
  return changeHosts(ctx, {
    operation: 'reassignBooking',
    input,
    async others(eventType) {
      if (toUserId === null) return [];
      const person = { field: 'toUserId', userId: toUserId, allowOutsideHosts: allowOutsideHosts ?? false };
      return [await requireEligible(ctx, eventType, person)];
    },
    async choose(step) {
      const { hostIds } = step.before;
      if (toUserId !== null && hostIds.includes(toUserId))
        throw badInput('toUserId', 'They host the booking already.');
      const takers = await loadTurnTakers(step.em, questionOf(step));
      const turns = await currentTurns(step.em, step.before.id);
      const leaving = fromUserId ?? leavingHost(hostIds, takers, turns);
      if (leaving === null || !hostIds.includes(leaving))
        throw badInput('fromUserId', 'Say which of the hosts of the booking is to be replaced.');
      const hosts = await ctx.loaders.hostsOfEventType.load(step.eventType.id);
      const held = heldBy(step, leaving, turns);
      const members = hosts.filter(({ groupName }) => groupName === held?.groupName).map(host => host.userId);
      // In a group it is the turn of one of its members.
      const asked = held?.groupName ? takers.filter(({ hostId }) => members.includes(hostId)) : takers;
      const place = { held, takers: asked };
      const next = toUserId === null ? inTurn(step, place) : named(step, place, toUserId);
      if (!next.ok) return next;
      const { hostId, turns: given } = next.value;
      return ok({ hostIds: hostIds.map(id => (id === leaving ? hostId : id)), turns: given });
    },
  });
}

interface NextHost {
  hostId: string;
  turns: Turn[];
}

/** A place that becomes free, where it is somebody's turn to fill it, and among whom. */
interface FreePlace {
  held: Omit<HeldTurn, 'hostId'> | null;
  takers: readonly TurnTaker[];
}

/** The turn that somebody who leaves gives back. Of ROUND_ROBIN there is one, whoever of the hosts leaves. */
function heldBy(
  { eventType }: HostChangeStep,
  leaving: string,
  turns: readonly HeldTurn[],
): FreePlace['held'] {
  if (eventType.schedulingMode === 'ROUND_ROBIN') return { part: 0, groupName: null };
  return turns.find(({ hostId }) => hostId === leaving) ?? null;
}

/** As a booking of its present host it no longer counts. */
const questionOf = ({ before, eventType, facts }: HostChangeStep) => ({
  eventType,
  timeZone: facts.rules.timeZone,
  now: facts.now,
  exceptBookingId: before.id,
});

function inTurn(step: HostChangeStep, { held, takers }: FreePlace): Result<NextHost, HostRefusal> {
  const { before, facts } = step;
  if (!held)
    throw badInput('toUserId', 'Only hosts of ROUND_ROBIN and of groups take turns: say who is to host.');
  const isHosting = (id: string) => before.hostIds.includes(id);
  const mayHost = (id: string) => takers.some(({ hostId }) => hostId === id) && !isHosting(id);
  const { open, reasons } = freeAmong(facts, before, mayHost, { isStandInWelcome: true });
  const free = new Map(
    open.filter(({ hostId }) => !isHosting(hostId)).map(({ placeId, hostId }) => [placeId, hostId]),
  );
  const turn = chooseTurn(takers, new Set(free.keys()));
  const hostId = turn && free.get(turn.hostId);
  if (!hostId) return err({ kind: 'NOBODY_FREE', reasons });
  return ok({
    hostId,
    turns: [turnFor(step, held, { placeId: turn.hostId, hostId, decision: turn.decision })],
  });
}

function named(
  step: HostChangeStep,
  { held, takers }: FreePlace,
  userId: string,
): Result<NextHost, HostRefusal> {
  const { open, reasons } = freeAmong(step.facts, step.before, id => id === userId, {
    isStandInWelcome: false,
  });
  if (open.length === 0) return err({ kind: 'NOBODY_FREE', reasons });
  if (!held) return ok({ hostId: userId, turns: [] });
  const decision = pickedByPerson(takers, new Set([userId]));
  return ok({
    hostId: userId,
    turns: [turnFor(step, held, { placeId: userId, hostId: userId, decision })],
  });
}

function turnFor(
  step: HostChangeStep,
  { part, groupName }: Omit<HeldTurn, 'hostId'>,
  chosen: Pick<Turn, 'placeId' | 'hostId' | 'decision'>,
): Turn {
  return { ...chosen, part, groupName, countsFrom: countsFrom(questionOf(step)) };
}

/** Who is replaced unless somebody says otherwise: the only host, or the one whose turn it was. */
function leavingHost(
  hostIds: readonly string[],
  takers: readonly TurnTaker[],
  turns: readonly HeldTurn[],
): string | null {
  const [only, ...more] = hostIds;
  if (more.length === 0) return only ?? null;
  const [first, ...others] = turns;
  if (first && others.length === 0) return first.hostId;
  const inTurn = hostIds.filter(id => takers.some(({ hostId }) => hostId === id));
  return inTurn.length === 1 ? (inTurn[0] ?? null) : null;
}
