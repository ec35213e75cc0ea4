import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { EventTypeEntity } from '../event-types/event-type.entity.ts';
import { mayManage } from '../event-types/may-manage.ts';
import { PrivateLinkEntity, type PrivateLinkRow } from './private-link.entity.ts';

/** Ends a link at once. Bookings made with it stay. Doing it again changes nothing. */
export function revokePrivateLink(ctx: SchedulingContext, input: { id: string }): Promise<PrivateLinkRow> {
  const id = requireId('lnk', input.id, 'id');
  return ctx.em.transactional(async em => {
    const privateLink = await em.findOne(PrivateLinkEntity, { id });
    const eventType = privateLink && (await em.findOne(EventTypeEntity, { id: privateLink.eventTypeId }));
    if (!eventType || !mayManage(ctx.viewer, eventType.ownerId)) throw notFound('private link');
    privateLink.revokedAt ??= new Date(ctx.clock.now());
    return privateLink;
  });
}
