import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tzdbVersion } from '#platform/clock.ts';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { isOrganizer } from '../bookings/booking-access.ts';
import { type ChangeRefusal, readReason, refusedTransition } from '../bookings/change-booking.ts';
import { asOvertaken } from '../bookings/slot-refusal.ts';
import { claimedTime, retakeTime, suspendTime } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { awaitsHost, moveAction } from '../domain/beginning.ts';
import { nextStatus } from '../domain/booking-state.ts';
import { endOfDay, movedLike } from '../domain/recurrence.ts';
import { newRooms } from '../domain/resources.ts';
import { type MovingBooking, type PlannedMove, planMoves, type SeriesStrategy } from '../domain/series.ts';
import { wallTimeAt } from '../domain/wall-time.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import { requireInTime, type TooLate } from '../guests/require-allowed.ts';
import {
  changeSeries,
  conflictOf,
  type KnownSeries,
  type Member,
  type SeriesChangeInput,
  type SeriesChangeReceipt,
  type SeriesStep,
} from './change-series.ts';
import type { ShiftedStart, SkippedStart } from './series.entity.ts';
import { lockSeriesTime, type SeriesFacts } from './series-facts.ts';

export interface SeriesMove extends SeriesChangeInput {
  startsAt: Date;
  strategy: SeriesStrategy;
}

export interface MovedSeries {
  /** Where those should have gone that stayed. */
  skipped: SkippedStart[];
  shifted: ShiftedStart[];
}

interface MoveConflict {
  kind: 'SERIES_CONFLICT';
  timeZone: string;
  occurrences: readonly PlannedMove[];
}

type MoveRefusal = ChangeRefusal | TooLate | { kind: 'SHARED' } | MoveConflict;

/** Moves bookings of a series by as much on the clocks of its zone as the named one moves. They keep their hosts. */
export async function rescheduleSeries(
  ctx: SchedulingContext,
  input: SeriesMove,
): Promise<Result<SeriesChangeReceipt<MovedSeries>, MoveRefusal>> {
  const reason = readReason(input.reason);
  const moved = await changeSeries<MovedSeries, MoveRefusal, SeriesFacts>(ctx, {
    operation: 'rescheduleSeries',
    input,
    prepare: (em, known) => lockHosts(ctx, em, known, input.startsAt.getTime()),
    async decide(step) {
      const { em, named, series, prepared } = step;
      const status = nextStatus(named.before.status, 'RESCHEDULE');
      if (!status.ok) return refusedTransition(status.error);
      const members = step.members.filter(({ before }) => nextStatus(before.status, 'RESCHEDULE').ok);
      if (members.some(isShared)) return err({ kind: 'SHARED' });
      for (const { before, attendeeId } of members) {
        const attempt = { booking: before, attendeeId, now: ctx.clock.now() };
        const inTime = requireInTime(step.eventType, 'RESCHEDULE', attempt);
        if (!inTime.ok) return err(inTime.error);
      }
      // One moved while its hosts were waited for: where it would go now was not looked at.
      const overtaken = members.find(({ before }) => prepared.versions.get(before.id) !== before.version);
      if (overtaken) return conflictOf(overtaken);
      const moving = await movingOf(em, { ...step, members }, input.startsAt.getTime());
      const { timeZone } = series;
      const planned = planMoves(prepared.facts, moving, { timeZone, strategy: input.strategy });
      const moves = planned.filter(({ movedTo }) => movedTo !== null);
      const isTooFew = input.strategy === 'FAIL' ? moves.length < planned.length : moves.length === 0;
      if (isTooFew) return conflictOfMoves(planned, timeZone);
      await suspendTime(moves.map(({ booking }) => booking.id)).execute(statements(em));
      const changes = moves.flatMap(move => changeOf(ctx, move, { ...prepared, members, reason }));
      return ok({ changes, extra: outcomeOf(planned) });
    },
  }).catch(asOvertaken);
  if (moved.ok) return moved;
  // The constraint refused what the rules let pass: nothing of it can be named.
  return moved.error.kind === 'TAKEN'
    ? err({ kind: 'SERIES_CONFLICT', timeZone: 'UTC', occurrences: [] })
    : err(moved.error);
}

const isShared = ({ before, attendeeId }: Member) =>
  attendeeId !== null && before.attendees.some(attendee => attendee.id !== attendeeId);

function lockHosts(
  ctx: SchedulingContext,
  em: EntityManager,
  known: KnownSeries,
  to: number,
): Promise<SeriesFacts> {
  const { series, named, meant } = known;
  const move = { from: named.startsAt.getTime(), to };
  const starts = meant.map(row => movedLike(row.startsAt.getTime(), move, series.timeZone));
  const span = {
    from: Math.min(...starts, ...meant.map(row => row.startsAt.getTime())),
    to: endOfDay(series.timeZone, Math.max(...starts, ...meant.map(row => row.endsAt.getTime())), 1),
  };
  return lockSeriesTime(em, known, { span, now: ctx.clock.now() });
}

interface ClaimRow {
  booking_id: string;
  claimant_id: string;
  starts_at: number;
  ends_at: number;
}

/** The bookings with the time that they have, and where they are to go. */
async function movingOf(
  em: EntityManager,
  { members, named, series }: SeriesStep<unknown>,
  to: number,
): Promise<MovingBooking[]> {
  const ids = members.map(({ before }) => uuidOf(before.id));
  const { rows } = await sql<ClaimRow>`
    select booking_id, claimant_id, (extract(epoch from lower(during)) * 1000)::float8 as starts_at,
      (extract(epoch from upper(during)) * 1000)::float8 as ends_at
    from claims where booking_id = any(${ids}::uuid[]) and is_blocking`.execute(statements(em));
  const claims = Map.groupBy(rows, row => row.booking_id);
  const move = { from: named.before.startsAt, to };
  return members.map(({ before }) => ({
    id: before.id,
    position: before.seriesPosition ?? 0,
    start: before.startsAt,
    end: before.endsAt,
    hostIds: before.hostIds,
    resourceIds: before.resourceIds,
    claims: (claims.get(uuidOf(before.id)) ?? []).map(claim => ({
      claimantId: claimantOf(before, claim.claimant_id),
      start: claim.starts_at,
      end: claim.ends_at,
    })),
    to: movedLike(before.startsAt, move, series.timeZone),
  }));
}

function claimantOf({ resourceIds }: Member['before'], uuid: string): string {
  const resourceId = fromUuid('res', uuid);
  return resourceIds.includes(resourceId) ? resourceId : fromUuid('usr', uuid);
}

function conflictOfMoves(
  planned: readonly PlannedMove[],
  timeZone: string,
): { ok: false; error: MoveConflict } {
  const occurrences = planned.filter(({ verdicts }) => verdicts.some(verdict => !verdict.passed));
  return err({ kind: 'SERIES_CONFLICT', timeZone, occurrences });
}

function changeOf(
  ctx: SchedulingContext,
  { booking, movedTo, resourceIds }: PlannedMove,
  { facts, members, reason }: SeriesFacts & { members: readonly Member[]; reason: string | null },
) {
  const { eventType, rules } = facts;
  const member = members.find(({ before }) => before.id === booking.id);
  if (movedTo === null || !member) return [];
  const { before, attendeeId } = member;
  const byGuest = attendeeId !== null || !isOrganizer(ctx, before);
  const moment = { start: movedTo, now: ctx.clock.now() };
  const status = nextStatus(before.status, moveAction(eventType, { from: before.status, byGuest, moment }));
  if (!status.ok) return [];
  const meeting = { start: movedTo, end: movedTo + (booking.end - booking.start) };
  const wallTime = wallTimeAt(rules.timeZone, movedTo, tzdbVersion);
  const expiresAt = awaitsHost(status.value) ? movedTo : before.expiresAt;
  const times = { startsAt: meeting.start, endsAt: meeting.end, wallTime, expiresAt };
  const fact = {
    kind: 'RESCHEDULED' as const,
    data: { status: status.value, ...times, ...newRooms(before, resourceIds), reason },
  };
  const { id: bookingId, organizationId, hostIds } = before;
  const claim = { organizationId, bookingId, hostIds, resourceIds, during: claimedTime(meeting, rules) };
  return [
    {
      member,
      fact,
      also: booking.claims.length > 0 ? retakeTime(claim) : [],
    },
  ];
}

function outcomeOf(planned: readonly PlannedMove[]): MovedSeries {
  return {
    skipped: planned
      .filter(({ movedTo }) => movedTo === null)
      .map(({ position, start }) => ({ position, start })),
    shifted: planned.flatMap(({ position, start, movedTo }) =>
      movedTo === null || movedTo === start ? [] : [{ position, start, movedTo }],
    ),
  };
}

/** Minutes that the named booking lasts, for whoever shows where it could not go. */
export const minutesOf = ({ booking }: PlannedMove) => (booking.end - booking.start) / MINUTE_MS;
