import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { Turn } from '../assignments/choose-turn.ts';
import type { SchedulingContext } from '../context.ts';
import { type BookingFact, type BookingState, concernedHostIds } from '../domain/booking.ts';
import type { RefusedTransition } from '../domain/booking-state.ts';
import { appendBookingEvent } from './append-booking-event.ts';
import type { BookingRow } from './booking.entity.ts';
import { toSnapshot } from './booking.events.ts';
import { requireMayChange, requireOffered, requireOrganizer } from './booking-access.ts';
import { findAudience } from './find-audience.ts';
import { changeOnce } from './idempotent-change.ts';
import { lockBooking } from './load-booking.ts';
import { type SeenSnapshot, seenBy } from './seen-by.ts';

export interface BookingChangeInput {
  bookingId: string;
  /** Only where guests may change it too. */
  manageToken?: string | null;
  reason?: string | null;
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
}

export type ChangeRefusal =
  | ({ kind: 'TRANSITION_REFUSED' } & RefusedTransition)
  | { kind: 'VERSION_CONFLICT'; current: SeenSnapshot };

export interface ChangeReceipt {
  booking: SeenSnapshot;
  /** When it was to take place before the change. */
  previous: { startsAt: string; endsAt: string };
  /** The secret of a link that the change made. */
  manageToken?: string;
}

/** A booking that is about to change, and whose rows nobody else changes meanwhile. */
interface Step<Prepared> {
  em: EntityManager;
  before: BookingState;
  /** The guest who changes it; `null`: its organizers, or a link for the whole booking. */
  attendeeId: string | null;
  prepared: Prepared;
}

interface Decision {
  fact: BookingFact;
  /** What else has to happen in the same statement, such as taking or freeing time. */
  also?: readonly RawBuilder<unknown>[];
  /** Whose turns it is, where the change finds hosts. */
  turns?: readonly Turn[] | undefined;
  /** Of whom the change gave a link. */
  manageToken?: string;
}

interface BookingChange<Prepared, Refusal> {
  /** The name of the mutation: keys of idempotency are its own. */
  operation: string;
  input: BookingChangeInput;
  by: 'GUESTS_AND_ORGANIZERS' | 'ORGANIZERS' | 'OFFERED_HOSTS' | 'SERVICES';
  /** Locks people, where their time is to be taken: always before the booking, or two changes could deadlock. */
  prepare?(em: EntityManager, known: BookingRow, attendeeId: string | null): Promise<Prepared>;
  decide(step: Step<Prepared>): Result<Decision, Refusal> | Promise<Result<Decision, Refusal>>;
  /** What who changed it is shown; left out: the booking as they may see it. */
  show?(after: BookingState, before: BookingState, attendeeId: string | null): SeenSnapshot;
}

export function readReason(reason: string | null | undefined): string | null {
  const text = reason?.trim() || null;
  if (text && (text.length > 1000 || text.includes('\0')))
    throw badInput('reason', '`reason` has up to 1000 characters.');
  return text;
}

export const refusedTransition = (refused: RefusedTransition) =>
  err({ kind: 'TRANSITION_REFUSED' as const, ...refused });

/**
 * What all changes of one booking have in common: takes effect once, by somebody who may, on the version that they
 * know, one change after the other.
 */
export async function changeBooking<Prepared = undefined, Refusal = never>(
  ctx: SchedulingContext,
  change: BookingChange<Prepared, Refusal>,
): Promise<Result<ChangeReceipt, ChangeRefusal | Refusal>> {
  const { operation, input, by } = change;
  const id = requireId('bkg', input.bookingId, 'bookingId');
  const known = await ctx.loaders.booking.load(id);
  if (!known) throw notFound('booking');
  const hostIds = (await ctx.loaders.hostsOfBooking.load(id)).map(host => host.userId);
  const place = { ...known, hostIds };
  return changeOnce<ChangeReceipt, ChangeRefusal | Refusal>(ctx, {
    operation,
    organizationId: known.organizationId,
    input,
    async work(em, keep) {
      if (by === 'ORGANIZERS') requireOrganizer(ctx, place);
      if (by === 'OFFERED_HOSTS') requireOffered(ctx, known);
      if (by === 'SERVICES' && ctx.viewer.kind !== 'SERVICE') throw notFound('booking');
      const attendeeId =
        by === 'GUESTS_AND_ORGANIZERS' ? await requireMayChange(ctx, em, place, input.manageToken) : null;
      const prepared = (await change.prepare?.(em, known, attendeeId)) as Prepared;
      const before = await lockBooking(em, id);
      if (!before) throw notFound('booking');
      if (input.expectedVersion != null && input.expectedVersion !== before.version) {
        return err({ kind: 'VERSION_CONFLICT', current: seenBy(toSnapshot(before), attendeeId) });
      }
      const decided = await change.decide({ em, before, attendeeId, prepared });
      if (!decided.ok) return decided;
      const { startsAt, endsAt } = toSnapshot(before);
      const receiptOf = (after: BookingState): ChangeReceipt => ({
        booking: change.show?.(after, before, attendeeId) ?? seenBy(toSnapshot(after), attendeeId),
        previous: { startsAt, endsAt },
        ...(decided.value.manageToken && { manageToken: decided.value.manageToken }),
      });
      const booking = await appendBookingEvent(ctx, em, {
        before,
        id,
        fact: decided.value.fact,
        turns: decided.value.turns,
        audience: await findAudience(em, before.ownerId, hostsBeforeAndAfter(before, decided.value.fact)),
        also: after => [...(decided.value.also ?? []), keep(receiptOf(after))],
      });
      return ok(receiptOf(booking));
    },
  });
}

/** Who loses a booking is told so too. */
function hostsBeforeAndAfter(before: BookingState, { data }: BookingFact): string[] {
  return [...new Set([...concernedHostIds(before), ...(('hostIds' in data && data.hostIds) || [])])];
}
