import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { ChangeReceipt, ChangeRefusal } from '../bookings/change-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { pickedByPerson, type TurnTaker } from '../domain/round-robin.ts';
import { changeHosts, type HostChangeInput, type HostChangeStep, type HostRefusal } from './change-hosts.ts';
import { chooseTurn, countsFrom, loadTurnTakers, type Turn, turnHost } from './choose-turn.ts';
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
      const leaving = fromUserId ?? leavingHost(hostIds, takers, await turnHost(step.em, step.before.id));
      if (leaving === null || !hostIds.includes(leaving))
        throw badInput('fromUserId', 'Say which of the hosts of the booking is to be replaced.');
      const next = await (toUserId === null ? inTurn(step, takers) : named(step, takers, toUserId));
      if (!next.ok) return next;
      const { hostId, turn } = next.value;
      return ok({ hostIds: hostIds.map(id => (id === leaving ? hostId : id)), turn });
    },
  });
}

interface NextHost {
  hostId: string;
  turn: Turn | undefined;
}

/** As a booking of its present host it no longer counts. */
const questionOf = ({ before, eventType, facts }: HostChangeStep) => ({
  eventType,
  timeZone: facts.rules.timeZone,
  now: facts.now,
  exceptBookingId: before.id,
});

async function inTurn(
  step: HostChangeStep,
  takers: readonly TurnTaker[],
): Promise<Result<NextHost, HostRefusal>> {
  const { em, before, eventType, facts } = step;
  if (eventType.schedulingMode !== 'ROUND_ROBIN')
    throw badInput('toUserId', 'Only hosts of ROUND_ROBIN take turns: say who is to host.');
  const isHosting = (id: string) => before.hostIds.includes(id);
  const mayHost = (id: string) => takers.some(({ hostId }) => hostId === id) && !isHosting(id);
  const { open, reasons } = freeAmong(facts, before, mayHost, { isStandInWelcome: true });
  const free = open.filter(({ hostId }) => !isHosting(hostId));
  const places = new Map(free.map(({ placeId, hostId }) => [placeId, hostId]));
  const turn = await chooseTurn(em, questionOf(step), places);
  return turn ? ok({ hostId: turn.hostId, turn }) : err({ kind: 'NOBODY_FREE', reasons });
}

async function named(
  step: HostChangeStep,
  takers: readonly TurnTaker[],
  userId: string,
): Promise<Result<NextHost, HostRefusal>> {
  const { before, eventType, facts } = step;
  const { open, reasons } = freeAmong(facts, before, id => id === userId, { isStandInWelcome: false });
  if (open.length === 0) return err({ kind: 'NOBODY_FREE', reasons });
  if (eventType.schedulingMode !== 'ROUND_ROBIN') return ok({ hostId: userId, turn: undefined });
  const decision = pickedByPerson(takers, new Set([userId]));
  const turn = { placeId: userId, hostId: userId, decision, countsFrom: countsFrom(questionOf(step)) };
  return ok({ hostId: userId, turn });
}

/** Who is replaced unless somebody says otherwise: the only host, or the one whose turn it was. */
function leavingHost(
  hostIds: readonly string[],
  takers: readonly TurnTaker[],
  turnHostId: string | null,
): string | null {
  const [only, ...more] = hostIds;
  if (more.length === 0) return only ?? null;
  if (turnHostId !== null && hostIds.includes(turnHostId)) return turnHostId;
  const inTurn = hostIds.filter(id => takers.some(({ hostId }) => hostId === id));
  return inTurn.length === 1 ? (inTurn[0] ?? null) : null;
}
