import { sql } from 'kysely';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { ok } from '#platform/result.ts';
import { requireOrganizer } from '../bookings/booking-access.ts';
import { changeOnce } from '../bookings/idempotent-change.ts';
import { lockBooking } from '../bookings/load-booking.ts';
import { mintManageToken, revokeManageTokens, storeManageToken } from '../bookings/manage-token.ts';
import type { SchedulingContext } from '../context.ts';

interface Reissue {
  bookingId: string;
  attendeeId?: string | null;
  idempotencyKey?: string | null;
}

interface NewLink {
  attendeeId: string;
  manageToken: string;
}

/** Gives an attendee a new link, for one that was lost or seen by others: the old ones open nothing any more. */
export async function reissueManageToken(ctx: SchedulingContext, input: Reissue): Promise<NewLink> {
  const id = requireId('bkg', input.bookingId, 'bookingId');
  const wanted = input.attendeeId == null ? null : requireId('att', input.attendeeId, 'attendeeId');
  const known = await ctx.loaders.booking.load(id);
  const hostIds = (await ctx.loaders.hostsOfBooking.load(id)).map(host => host.userId);
  const place = known && { ...known, hostIds };
  requireOrganizer(ctx, place);
  const reissued = await changeOnce<NewLink, never>(ctx, {
    operation: 'reissueManageToken',
    organizationId: place?.organizationId ?? '',
    input,
    async work(em, keep) {
      const booking = await lockBooking(em, id);
      const attendee = booking?.attendees.find(candidate => wanted === null || candidate.id === wanted);
      if (!booking || !attendee) throw notFound('attendee');
      const link = { attendeeId: attendee.id, manageToken: mintManageToken() };
      const token = { token: link.manageToken, booking, attendeeId: attendee.id, now: ctx.clock.now() };
      await sql`with revoked as (${revokeManageTokens([attendee.id])}), kept as (${keep(link)})
        ${storeManageToken(token)}`.execute(statements(em));
      return ok(link);
    },
  });
  if (!reissued.ok) throw notFound('attendee');
  return reissued.value;
}
