import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { findAgreed, refuseTime } from '../bookings/agreed-time.ts';
import { toSnapshot } from '../bookings/booking.events.ts';
import { type ChangeRefusal, refusedTransition } from '../bookings/change-booking.ts';
import { type SeenSnapshot, seenBy } from '../bookings/seen-by.ts';
import { asOvertaken, type SlotRefusal, type Taken } from '../bookings/slot-refusal.ts';
import { claimedTime, takeTime } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { nextStatus } from '../domain/booking-state.ts';
import type { SlotFacts } from '../domain/event-type.ts';
import { newRooms } from '../domain/resources.ts';
import {
  type PendingBooking,
  type PlannedConfirmation,
  planConfirmations,
} from '../domain/series-confirmation.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Span } from '../slots/load-facts.ts';
import {
  changeSeries,
  conflictOf,
  type KnownSeries,
  type Member,
  type SeriesChangeInput,
  type SeriesChangeReceipt,
} from './change-series.ts';
import { lockSeriesTime, type SeriesFacts } from './series-facts.ts';

/** A booking of the series that goes on to wait, and why. */
export interface RefusedConfirmation {
  booking: SeenSnapshot;
  reasons: readonly Verdict[];
}

/** Taken, and of which booking first. */
type Refusal = ChangeRefusal | (Taken & { bookingId?: string | undefined });

/**
 * Agrees to all bookings of a series that wait for a host. Those that took no time so far take it now, in one
 * transaction; whatever is somebody else's by then goes on to wait, so that its guest can move it.
 */
export async function confirmSeries(
  ctx: SchedulingContext,
  input: SeriesChangeInput,
): Promise<Result<SeriesChangeReceipt<RefusedConfirmation[]>, ChangeRefusal | SlotRefusal>> {
  const confirmed = await changeSeries<RefusedConfirmation[], Refusal, SeriesFacts>(ctx, {
    operation: 'confirmSeries',
    input,
    prepare: (em, known) => lockSeriesTime(em, known, { span: spanOf(known.meant), now: ctx.clock.now() }),
    async decide({ em, members, named, prepared: { facts, versions } }) {
      const pending = members.filter(({ before }) => nextStatus(before.status, 'CONFIRM').ok);
      const status = nextStatus(named.before.status, 'CONFIRM');
      if (pending.length === 0 && !status.ok) return refusedTransition(status.error);
      // One moved while its hosts were waited for: its time now was not looked at.
      const overtaken = pending.find(({ before }) => versions.get(before.id) !== before.version);
      if (overtaken) return conflictOf(overtaken);
      const timed = await withTime(em, pending);
      const waiting = pending.map(member => ({
        member,
        ...timesOf(member),
        hasTime: timed.has(member.before.id),
      }));
      const planned = planConfirmations(facts, waiting);
      const refused = planned.filter(({ reasons }) => reasons.length > 0);
      if (refused.length === planned.length) {
        const reasons = refused.flatMap(plan => [...plan.reasons]);
        return err({ kind: 'TAKEN', reasons, facts, bookingId: refused[0]?.booking.member.before.id });
      }
      const changes = planned
        .filter(({ reasons }) => reasons.length === 0)
        .map(plan => changeOf(facts, plan));
      return ok({ changes, extra: refused.map(viewOfRefused) });
    },
  }).catch(asOvertaken);
  if (confirmed.ok) return confirmed;
  const { error } = confirmed;
  if (error.kind !== 'TAKEN') return err(error);
  const bookingId = ('bookingId' in error && error.bookingId) || input.bookingId;
  return err(await refuseTime(ctx, await findAgreed(ctx, bookingId), error));
}

const timesOf = ({ before }: Member) => ({
  start: before.startsAt,
  end: before.endsAt,
  hostIds: before.hostIds,
  resourceIds: before.resourceIds,
});

type Waiting = PendingBooking & { member: Member };

function spanOf(meant: KnownSeries['meant']): Span {
  return {
    from: Math.min(...meant.map(row => row.startsAt.getTime())),
    to: Math.max(...meant.map(row => row.endsAt.getTime())),
  };
}

/** Those that keep others from their time already. */
async function withTime(em: EntityManager, members: readonly Member[]): Promise<Set<string>> {
  const ids = members.map(({ before }) => uuidOf(before.id));
  const { rows } = await sql<{ booking_id: string }>`
    select distinct booking_id from claims where booking_id = any(${ids}::uuid[])`.execute(statements(em));
  return new Set(rows.map(row => fromUuid('bkg', row.booking_id)));
}

function changeOf({ rules }: SlotFacts, { booking, resourceIds }: PlannedConfirmation<Waiting>) {
  const { member, hasTime } = booking;
  const { id: bookingId, organizationId, hostIds, status: from } = member.before;
  const status = nextStatus(from, 'CONFIRM');
  if (!status.ok) throw new Error(`${bookingId} is ${from}: it cannot be confirmed.`);
  const data = { status: status.value, ...newRooms(member.before, resourceIds) };
  const claim = { organizationId, bookingId, hostIds, resourceIds, during: claimedTime(booking, rules) };
  return { member, fact: { kind: 'CONFIRMED' as const, data }, also: hasTime ? [] : [takeTime(claim)] };
}

function viewOfRefused({ booking, reasons }: PlannedConfirmation<Waiting>): RefusedConfirmation {
  const { before, attendeeId } = booking.member;
  return { booking: seenBy(toSnapshot(before), attendeeId), reasons };
}
