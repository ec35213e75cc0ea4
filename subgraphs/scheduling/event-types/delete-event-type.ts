import { LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import { EventTypeEntity } from './event-type.entity.ts';
import { eventTypeChanged } from './event-type.events.ts';
import { mayManage } from './may-manage.ts';

/** Deletes an event type that was never booked. One that was stays, so that its bookings can be read. */
export function deleteEventType(
  ctx: SchedulingContext,
  input: { id: string },
): Promise<Result<string, 'IN_USE' | 'MANAGED'>> {
  const id = requireId('etp', input.id, 'id');
  return transact<Result<string, 'IN_USE' | 'MANAGED'>>(ctx, async ({ em, emit }) => {
    // Whoever books now waits for this lock, through the foreign key of their booking.
    const eventType = await em.findOne(EventTypeEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!eventType || !mayManage(ctx.viewer, eventType.ownerId)) throw notFound('event type');
    if (eventType.lockedFields !== null || eventType.isAssigned) return err('MANAGED');
    const booked = await rows<Tables>(em)
      .selectFrom('Booking')
      .select('id')
      .where('eventTypeId', '=', id)
      .limit(1)
      .execute();
    if (booked.length > 0) return err('IN_USE');
    await em.nativeDelete(EventTypeEntity, { id });
    const version = eventType.version + 1;
    await emit(eventTypeChanged(eventType.organizationId, eventType.ownerId, { id, version }));
    return ok(id);
  });
}
