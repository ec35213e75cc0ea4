import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { appendBookingEvent } from '../bookings/append-booking-event.ts';
import type { BookingRow } from '../bookings/booking.entity.ts';
import { toSnapshot } from '../bookings/booking.events.ts';
import { requireMayChange } from '../bookings/booking-access.ts';
import type { BookingChangeInput, ChangeRefusal } from '../bookings/change-booking.ts';
import { findAudiences } from '../bookings/find-audience.ts';
import { changeOnce } from '../bookings/idempotent-change.ts';
import { lockBookings } from '../bookings/load-booking.ts';
import { type SeenSnapshot, seenBy } from '../bookings/seen-by.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingFact, BookingState } from '../domain/booking.ts';
import type { SeriesScope } from '../domain/series.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import type { SeriesRow } from './series.entity.ts';

export interface SeriesChangeInput extends BookingChangeInput {
  scope: SeriesScope;
}

/** A booking that the change is about, locked. */
export interface Member {
  before: BookingState;
  /** As whom it is changed; `null`: for the whole booking. */
  attendeeId: string | null;
}

export interface SeriesStep<Prepared> {
  em: EntityManager;
  series: SeriesRow;
  eventType: EventTypeRow;
  /** The one that the request names. */
  named: Member;
  /** It and the others that are meant, in the order of the series. */
  members: readonly Member[];
  prepared: Prepared;
}

interface Decision<Extra> {
  changes: readonly { member: Member; fact: BookingFact; also: readonly RawBuilder<unknown>[] }[];
  extra: Extra;
}

interface SeriesChange<Prepared, Extra, Refusal> {
  operation: string;
  input: SeriesChangeInput;
  /** Locks people, where their time is to be taken: always before the bookings. */
  prepare?(em: EntityManager, known: KnownSeries): Promise<Prepared>;
  decide(
    step: SeriesStep<Prepared>,
  ): Result<Decision<Extra>, Refusal> | Promise<Result<Decision<Extra>, Refusal>>;
}

export interface SeriesChangeReceipt<Extra> {
  seriesId: string;
  bookings: SeenSnapshot[];
  extra: Extra;
}

/** A booking as it was before it was locked, with its hosts. */
type KnownBooking = BookingRow & { hostIds: string[] };

export interface KnownSeries {
  series: SeriesRow;
  eventType: EventTypeRow;
  named: BookingRow;
  /** The named one and the others that are meant, in the order of the series. */
  meant: readonly KnownBooking[];
}

/** Before the transaction: inside, every second connection could use up the pool. */
async function readMeant(ctx: SchedulingContext, named: BookingRow, scope: SeriesScope) {
  const { loaders, clock } = ctx;
  const now = clock.now();
  const series = named.seriesId ? await loaders.series.load(named.seriesId) : null;
  const all = series ? await loaders.bookingsOfSeries.load(series.id) : [named];
  const rows = all.filter(row => isMeant(row, named, scope, now));
  const meant = await Promise.all(
    rows.map(async row => {
      const hosts = await loaders.hostsOfBooking.load(row.id);
      return { ...row, hostIds: hosts.map(host => host.userId) };
    }),
  );
  const eventType = await loaders.eventType.load(named.eventTypeId);
  if (!eventType) throw notFound('booking');
  return { series, eventType, named, meant };
}

/** What is over stays as it was, unless it is named. */
function isMeant(row: BookingRow, named: BookingRow, scope: SeriesScope, now: number): boolean {
  if (row.id === named.id) return true;
  if (scope === 'THIS' || row.endsAt.getTime() <= now) return false;
  return scope === 'ALL' || (row.seriesPosition ?? 0) > (named.seriesPosition ?? 0);
}

/**
 * What all changes of a series have in common: all of its bookings that are meant change together or none does, and
 * each has an event of its own. Whoever asks has to be allowed to change every one of them.
 */
export async function changeSeries<Extra, Refusal, Prepared = undefined>(
  ctx: SchedulingContext,
  change: SeriesChange<Prepared, Extra, Refusal>,
): Promise<Result<SeriesChangeReceipt<Extra>, ChangeRefusal | Refusal>> {
  const { operation, input } = change;
  const id = requireId('bkg', input.bookingId, 'bookingId');
  const named = await ctx.loaders.booking.load(id);
  if (!named) throw notFound('booking');
  const known = await readMeant(ctx, named, input.scope);
  return changeOnce<SeriesChangeReceipt<Extra>, ChangeRefusal | Refusal>(ctx, {
    operation,
    organizationId: named.organizationId,
    input,
    async work(em, keep) {
      const attendeeIds = new Map<string, string | null>();
      for (const row of known.meant)
        attendeeIds.set(row.id, await requireMayChange(ctx, em, row, input.manageToken));
      // Only to those who may change it the booking says that it belongs to no series.
      const { series } = known;
      if (!series) throw badInput('bookingId', 'The booking belongs to no series.');
      const prepared = (await change.prepare?.(em, { ...known, series })) as Prepared;
      const members = await lockAll(em, known.meant, attendeeIds);
      const member = members.find(({ before }) => before.id === id);
      if (!member) throw notFound('booking');
      if (input.expectedVersion != null && input.expectedVersion !== member.before.version)
        return conflictOf(member);
      const decided = await change.decide({
        em,
        series,
        eventType: known.eventType,
        named: member,
        members,
        prepared,
      });
      if (!decided.ok) return decided;
      const audienceOf = await findAudiences(em, [named.ownerId]);
      const bookings: SeenSnapshot[] = [];
      for (const { member: changed, fact, also } of decided.value.changes) {
        const { before, attendeeId } = changed;
        const after = await appendBookingEvent(ctx, em, {
          before,
          id: before.id,
          fact,
          audience: audienceOf(before),
          also: () => also,
        });
        bookings.push(seenBy(toSnapshot(after), attendeeId));
      }
      const receipt = { seriesId: series.id, bookings, extra: decided.value.extra };
      await keep(receipt).execute(statements(em));
      return ok(receipt);
    },
  });
}

/** In the order of their ids: two changes of one series cannot wait for each other. */
async function lockAll(
  em: EntityManager,
  rows: readonly BookingRow[],
  attendeeIds: ReadonlyMap<string, string | null>,
): Promise<Member[]> {
  const locked = await lockBookings(
    em,
    rows.map(({ id }) => id),
  );
  const members = locked.map(before => ({ before, attendeeId: attendeeIds.get(before.id) ?? null }));
  return members.sort((a, b) => (a.before.seriesPosition ?? 0) - (b.before.seriesPosition ?? 0));
}

export function conflictOf({ before, attendeeId }: Member) {
  const current = seenBy(toSnapshot(before), attendeeId);
  return err({ kind: 'VERSION_CONFLICT' as const, current });
}
