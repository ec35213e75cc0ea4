import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { transact } from '#platform/transaction.ts';
import { appendBookingEvent } from '../bookings/append-booking-event.ts';
import { findAudience } from '../bookings/find-audience.ts';
import { lockBooking } from '../bookings/load-booking.ts';
import { freeTime } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { concernedHostIds } from '../domain/booking.ts';
import { nextStatus, statusesBefore } from '../domain/booking-state.ts';

const REASON = 'The account of the host was deleted.';

/**
 * Cancels what was to come of somebody who is gone: bookings of their event types, and those of others that nobody
 * else hosts. Where others host too, it takes place. One transaction a booking: a job that is tried again goes on.
 */
export async function cancelBookingsOf(ctx: SchedulingContext, ownerId: string): Promise<void> {
  const user = ownerId.startsWith('usr_') ? uuidOf(ownerId) : null;
  const { rows } = await sql<{ id: string }>`
    select b.id from bookings b
    where b.starts_at > ${new Date(ctx.clock.now())} and b.status = any(${statusesBefore('CANCEL')})
      and (b.owner_id = ${ownerId} or (
        exists (select from booking_hosts h where h.booking_id = b.id and h.user_id = ${user}::uuid)
        and not exists (select from booking_hosts h where h.booking_id = b.id and h.user_id <> ${user}::uuid)
      ))
    order by b.id`.execute(statements(ctx.em));
  for (const row of rows) await cancel(ctx, fromUuid('bkg', row.id));
}

async function cancel(ctx: SchedulingContext, id: string): Promise<void> {
  await transact(ctx, async ({ em }) => {
    const before = await lockBooking(em, id);
    if (!before) return;
    const next = nextStatus(before.status, 'CANCEL');
    // Somebody else has ended it meanwhile.
    if (!next.ok) return;
    await appendBookingEvent(ctx, em, {
      before,
      id,
      fact: { kind: 'CANCELLED', data: { status: next.value, reason: REASON } },
      audience: await findAudience(em, before.ownerId, concernedHostIds(before)),
      also: () => [freeTime(id)],
    });
  });
  ctx.wake();
}
