import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { notFound } from '#platform/errors.ts';
import { newId, requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { countsFrom, turnsOf } from '../assignments/choose-turn.ts';
import { toSnapshot } from '../bookings/booking.events.ts';
import { beforehand, changeOnce } from '../bookings/idempotent-change.ts';
import { insertBooking } from '../bookings/insert-booking.ts';
import { mintManageToken, storeManageToken } from '../bookings/manage-token.ts';
import { type GuestDetails, type GuestInput, readGuestDetails } from '../bookings/read-guest-details.ts';
import { type SeenSnapshot, seenBy } from '../bookings/seen-by.ts';
import { asOvertaken, type Taken } from '../bookings/slot-refusal.ts';
import { beginBooking } from '../confirmation/begin-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { type Answer, type AnswerFault, readAnswers } from '../domain/booking-fields.ts';
import type { PlannedOccurrence, SeriesStrategy } from '../domain/series.ts';
import type { Waiver } from '../domain/waiver.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { admitGuest } from '../private-links/admit-guest.ts';
import { countUse } from '../private-links/private-link-token.ts';
import { type LoadedFacts, loadHours, withTakenTime } from '../slots/load-facts.ts';
import { readWaiverOfNew, requireMayWaive, usedWaiver, type WaiverInput } from '../waivers/read-waiver.ts';
import { planOccurrences, spanOfSeries } from './plan-occurrences.ts';
import { type ReadSeries, readSeries, type SeriesWish } from './read-series.ts';
import type { SeriesRow } from './series.entity.ts';

export interface NewSeries extends GuestInput, SeriesWish, WaiverInput {
  eventTypeId: string;
  strategy: SeriesStrategy;
  answers?: readonly Answer[] | null;
  privateLink?: string | null;
  idempotencyKey?: string | null;
}

export interface SeriesReceipt {
  series: Omit<SeriesRow, 'createdAt'> & { createdAt: string };
  bookings: SeenSnapshot[];
  manageToken: string;
}

/** What of a series cannot be booked. */
interface SeriesConflict {
  kind: 'SERIES_CONFLICT';
  /** Minutes. */
  duration: number;
  occurrences: readonly PlannedOccurrence[];
}

export type CreateSeriesRefusal =
  | SeriesConflict
  | { kind: 'INVALID_ANSWERS'; fields: AnswerFault[] }
  | { kind: 'LINK_SPENT' };

type TransactionRefusal = CreateSeriesRefusal | Taken;

interface Guest extends GuestDetails {
  answers: readonly Answer[];
}

/** Books all occurrences of a series, or those that can be had, in one transaction. */
export async function createSeries(
  ctx: SchedulingContext,
  input: NewSeries,
): Promise<Result<SeriesReceipt, CreateSeriesRefusal>> {
  const eventType = await ctx.loaders.eventType.load(requireId('etp', input.eventTypeId, 'eventTypeId'));
  if (!eventType) throw notFound('event type');
  const plan = await beforehand(() => planSeries(ctx, eventType, input));
  const made = await changeOnce<SeriesReceipt, TransactionRefusal>(ctx, {
    operation: 'createSeries',
    organizationId: eventType.organizationId,
    input,
    async work(em, keep) {
      const { link, guest: details, answers, series, now, facts, waiver } = plan();
      if (!answers.ok) return err({ kind: 'INVALID_ANSWERS', fields: answers.error });
      const guest = { ...details, answers: answers.value };
      if (link && !(await countUse(em, link, now))) return err({ kind: 'LINK_SPENT' });
      // One lock for the whole span: what is planned behind it can be booked.
      const current = await withTakenTime(em, facts, { isLocking: true });
      const { strategy } = input;
      const planned = await planOccurrences(em, current, { series, strategy, waivable: waiver?.rules });
      const missing = planned.filter(({ bookedAt }) => bookedAt === null);
      const isTooFew = strategy === 'FAIL' ? missing.length > 0 : missing.length === planned.length;
      if (isTooFew) return conflictOf(series, planned);
      if (waiver) requireMayWaiveAll(ctx, eventType, planned);
      const receipt = await insertSeries(ctx, em, { facts, series, guest, planned, waiver });
      await keep(receipt).execute(statements(em));
      return ok(receipt);
    },
  }).catch(asOvertaken);
  if (made.ok) return made;
  if (made.error.kind !== 'TAKEN') return err(made.error);
  const { series, facts, waiver } = plan();
  const current = await withTakenTime(ctx.em, facts);
  const question = { series, strategy: 'SKIP' as const, waivable: waiver?.rules };
  return conflictOf(series, await planOccurrences(ctx.em, current, question));
}

/** What can be read and refused before the transaction. */
async function planSeries(ctx: SchedulingContext, eventType: EventTypeRow, input: NewSeries) {
  const link = await admitGuest(ctx, eventType, input.privateLink);
  const waiver = await readWaiverOfNew(ctx, eventType, input);
  const guest = readGuestDetails(eventType, input);
  const answers = readAnswers(eventType.bookingFields, input.answers ?? []);
  const series = readSeries(eventType, input);
  const now = ctx.clock.now();
  const bookerEmail = guest.attendee.email;
  const facts = await loadHours(ctx.em, { eventType, span: spanOfSeries(series), now, bookerEmail });
  return { link, guest, answers, series, now, facts, waiver };
}

function conflictOf(
  { duration }: ReadSeries,
  planned: readonly PlannedOccurrence[],
): { ok: false; error: SeriesConflict } {
  const occurrences = planned.filter(({ verdicts }) => verdicts.some(verdict => !verdict.passed));
  return err({ kind: 'SERIES_CONFLICT', duration, occurrences });
}

/** Who manages the event type may, and a host of every one of them. */
function requireMayWaiveAll(
  ctx: SchedulingContext,
  { ownerId }: EventTypeRow,
  planned: readonly PlannedOccurrence[],
): void {
  for (const { bookedAt, taken } of planned)
    if (bookedAt !== null) requireMayWaive(ctx, { ownerId, hostIds: taken.map(({ hostId }) => hostId) });
}

interface Insertion {
  facts: LoadedFacts;
  series: ReadSeries;
  guest: Guest;
  planned: readonly PlannedOccurrence[];
  waiver: Waiver | null;
}

async function insertSeries(
  ctx: SchedulingContext,
  em: EntityManager,
  { facts, series, guest, planned, waiver }: Insertion,
): Promise<SeriesReceipt> {
  const { eventType } = facts;
  const row = seriesRow(eventType, series, planned, ctx.clock.now());
  await insertRow(em, row);
  const manageToken = mintManageToken();
  const now = ctx.clock.now();
  const bookings: SeenSnapshot[] = [];
  // It is one look at the counts: whoever has the series has it whole.
  const since = countsFrom({ eventType, timeZone: facts.rules.timeZone, now });
  for (const { position, bookedAt, taken, turns, resourceIds, rules, waived } of planned) {
    if (bookedAt === null) continue;
    const { attendee: details, guests, answers } = guest;
    const attendee = { id: newId('att'), ...details, noShow: false, answers, guests };
    const booking = await insertBooking(ctx, em, {
      eventType,
      rules,
      hostIds: [...new Set(taken.map(({ hostId }) => hostId))],
      turns: turnsOf(turns, since),
      ...usedWaiver(waiver, waived),
      resourceIds: [...resourceIds],
      attendee,
      location: guest.location,
      wish: { start: bookedAt, duration: series.duration },
      ...(await beginBooking(ctx, { eventType, start: bookedAt, isConfirmed: waiver !== null })),
      series: { id: row.id, position },
      also: after => [storeManageToken({ token: manageToken, booking: after, attendeeId: attendee.id, now })],
    });
    bookings.push(seenBy(toSnapshot(booking), attendee.id));
  }
  return { series: row, bookings, manageToken };
}

function seriesRow(
  { id: eventTypeId, organizationId }: EventTypeRow,
  { rule, timeZone }: ReadSeries,
  planned: readonly PlannedOccurrence[],
  now: number,
): SeriesReceipt['series'] {
  return {
    id: newId('ser'),
    organizationId,
    eventTypeId,
    rule,
    timeZone,
    skipped: planned
      .filter(({ bookedAt }) => bookedAt === null)
      .map(({ position, start }) => ({ position, start })),
    shifted: planned.flatMap(({ position, start, bookedAt }) =>
      bookedAt === null || bookedAt === start ? [] : [{ position, start, movedTo: bookedAt }],
    ),
    createdAt: new Date(now).toISOString(),
  };
}

async function insertRow(em: EntityManager, series: SeriesReceipt['series']): Promise<void> {
  const { id, organizationId, eventTypeId, rule, timeZone, skipped, shifted, createdAt } = series;
  await sql`insert into booking_series
      (id, organization_id, event_type_id, rule, time_zone, skipped, shifted, created_at)
    values (${uuidOf(id)}::uuid, ${uuidOf(organizationId)}::uuid, ${uuidOf(eventTypeId)}::uuid,
      ${JSON.stringify(rule)}::jsonb, ${timeZone}, ${JSON.stringify(skipped)}::jsonb,
      ${JSON.stringify(shifted)}::jsonb, ${createdAt}::timestamptz)`.execute(statements(em));
}
