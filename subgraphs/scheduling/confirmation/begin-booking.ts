import { AppError, badInput } from '#platform/errors.ts';
import { hasScope } from '#platform/principal.ts';
import { isOrganizer } from '../bookings/booking-access.ts';
import type { SchedulingContext } from '../context.ts';
import { agreedSteps, beginningOf, draftBeginning } from '../domain/beginning.ts';
import { type BookingStatus, firstStatus } from '../domain/booking-state.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';

interface Wanted {
  eventType: EventTypeRow;
  asDraft?: boolean | null | undefined;
  /** Whether somebody who may confirm it makes it. */
  isConfirmed?: boolean;
  /** Epoch milliseconds. */
  start: number;
}

interface FirstState {
  status: BookingStatus;
  expiresAt: number | null;
  takesTime: boolean;
}

/** The status in which a new booking begins, and until when it may stay there. Drafts are for organizers. */
export async function beginBooking(ctx: SchedulingContext, wanted: Wanted): Promise<FirstState> {
  const { eventType, asDraft, start, isConfirmed = false } = wanted;
  const now = ctx.clock.now();
  if (asDraft) await requireMayDraft(ctx, eventType);
  const steps = isConfirmed ? agreedSteps(eventType) : eventType;
  const { action, ...beginning } = asDraft ? draftBeginning({ now }) : beginningOf(steps, { start, now });
  return { ...beginning, status: firstStatus(action) };
}

async function requireMayDraft(ctx: SchedulingContext, { id, ownerId, seatsPerSlot }: EventTypeRow) {
  const hosts = await ctx.loaders.hostsOfEventType.load(id);
  const place = { id, ownerId, hostIds: hosts.map(host => host.userId) };
  if (!isOrganizer(ctx, place) || !hasScope(ctx.viewer, 'BOOKING_WRITE'))
    throw new AppError('FORBIDDEN', 'Only its hosts, and who manages it, prepare bookings of an event type.');
  if (seatsPerSlot !== null) throw badInput('asDraft', 'A seat that guests share cannot be prepared.');
}
