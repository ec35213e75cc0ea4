import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError, notFound } from '#platform/errors.ts';
import { hasScope } from '#platform/principal.ts';
import type { SchedulingContext } from '../context.ts';
import { mayManage } from '../event-types/may-manage.ts';
import { openedBy } from './manage-token.ts';

interface BookingPlace {
  id: string;
  ownerId: string;
  hostIds: readonly string[];
}

/** Whether the viewer hosts the booking or leads whoever owns its event type. */
export function isOrganizer(ctx: SchedulingContext, booking: Omit<BookingPlace, 'id'>): boolean {
  return (
    mayManage(ctx.viewer, booking.ownerId) ||
    (ctx.viewer.kind === 'USER' && booking.hostIds.includes(ctx.viewer.id))
  );
}

/**
 * Lets guests with the booking's token and organizers with `BOOKING_WRITE` pass, and says as which attendee;
 * `null`: for the whole booking. Everybody else learns nothing, not even whether the booking exists.
 */
export async function requireMayChange(
  ctx: SchedulingContext,
  em: EntityManager,
  booking: BookingPlace | null,
  manageToken: string | null | undefined,
): Promise<string | null> {
  if (booking && manageToken) {
    const opened = await openedBy(em, manageToken, ctx.clock.now(), booking.id);
    if (opened?.bookingId === booking.id) return opened.attendeeId;
  }
  requireOrganizer(ctx, booking);
  return null;
}

/** Lets the booking's organizers pass, with `BOOKING_WRITE`. Everybody else does not learn whether it exists. */
export function requireOrganizer(ctx: SchedulingContext, booking: BookingPlace | null): void {
  if (!booking || !isOrganizer(ctx, booking)) throw notFound('booking');
  if (hasScope(ctx.viewer, 'BOOKING_WRITE')) return;
  throw new AppError('FORBIDDEN', 'The credential lacks the scope `BOOKING_WRITE`.', {
    extensions: { requiredScope: 'BOOKING_WRITE' },
  });
}

/** Lets those pass whom the meeting was offered to. Everybody else does not learn whether it exists. */
export function requireOffered(ctx: SchedulingContext, booking: { offeredHostIds: readonly string[] }): void {
  if (ctx.viewer.kind !== 'USER' || !booking.offeredHostIds.includes(ctx.viewer.id))
    throw notFound('booking');
}
