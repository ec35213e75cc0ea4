import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { toSnapshot } from '../bookings/booking.events.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  readReason,
  refusedTransition,
} from '../bookings/change-booking.ts';
import { asOvertaken } from '../bookings/slot-refusal.ts';
import { handTimeOver } from '../bookings/take-time.ts';
import { writeNewTitle } from '../bookings/write-new-title.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingState } from '../domain/booking.ts';
import { nextStatus } from '../domain/booking-state.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import type { LoadedFacts } from '../slots/load-facts.ts';
import type { Turn } from './choose-turn.ts';
import { lockPeople } from './find-free.ts';

export interface HostChangeInput extends Omit<BookingChangeInput, 'manageToken'> {
  reason?: string | null;
}

export type HostRefusal = { kind: 'NOBODY_FREE'; reasons: Verdict[] } | { kind: 'LAST_HOST' };

interface NewHosts {
  hostIds: string[];
  turns?: readonly Turn[];
}

export interface HostChangeStep {
  em: EntityManager;
  before: BookingState;
  eventType: EventTypeRow;
  facts: LoadedFacts;
}

interface HostChange {
  operation: string;
  input: HostChangeInput;
  /** People who might come to host, besides the hosts of the event type. */
  others?(eventType: EventTypeRow): Promise<readonly string[]>;
  /** Who hosts from now on. Everybody concerned is locked. */
  choose(step: HostChangeStep): Promise<Result<NewHosts, HostRefusal>>;
}

/** What all changes of a booking's hosts have in common: the time is handed over, and the title follows. */
export async function changeHosts(
  ctx: SchedulingContext,
  { operation, input, others, choose }: HostChange,
): Promise<Result<ChangeReceipt, ChangeRefusal | HostRefusal>> {
  const reason = readReason(input.reason);
  const booking = await ctx.loaders.booking.load(requireId('bkg', input.bookingId, 'bookingId'));
  const eventType = booking && (await ctx.loaders.eventType.load(booking.eventTypeId));
  if (!eventType) throw notFound('booking');
  const changed = await changeBooking<LoadedFacts, ChangeRefusal | HostRefusal>(ctx, {
    operation,
    input,
    by: 'ORGANIZERS',
    async prepare(em) {
      const hosts = await ctx.loaders.hostsOfEventType.load(eventType.id);
      const hostIds = [
        ...new Set([...hosts.map(({ userId }) => userId), ...((await others?.(eventType)) ?? [])]),
      ];
      return lockPeople(em, { booking, eventType, hostIds, now: ctx.clock.now() });
    },
    async decide({ em, before, prepared: facts }) {
      const status = nextStatus(before.status, 'CHANGE_HOSTS');
      if (!status.ok) return refusedTransition(status.error);
      // It moved while its people were waited for: what is known of their time is of another day.
      if (before.startsAt !== booking.startsAt.getTime() || before.endsAt !== booking.endsAt.getTime())
        return err({ kind: 'VERSION_CONFLICT', current: toSnapshot(before) });
      const chosen = await choose({ em, before, eventType, facts });
      if (!chosen.ok) return chosen;
      const { hostIds, turns } = chosen.value;
      const title = await writeNewTitle(em, eventType, before, hostIds);
      return ok({
        fact: { kind: 'HOSTS_CHANGED', data: { status: status.value, hostIds, title, reason } },
        also: handTimeOver({ bookingId: before.id, before: before.hostIds, after: hostIds }),
        turns,
      });
    },
  }).catch(asOvertaken);
  if (changed.ok || changed.error.kind !== 'TAKEN') return changed as Result<ChangeReceipt, ChangeRefusal>;
  return err({ kind: 'NOBODY_FREE', reasons: changed.error.reasons });
}
