import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import type { EventTypeRow } from './event-type.entity.ts';
import { mayManage } from './may-manage.ts';

/** An active event type is public; an inactive one is there for those who manage or host it. */
async function asSeenByViewer(
  ctx: SchedulingContext,
  eventType: EventTypeRow | null,
): Promise<EventTypeRow | null> {
  if (!eventType || eventType.isActive || mayManage(ctx.viewer, eventType.ownerId)) return eventType;
  const hosts = ctx.viewer.kind === 'USER' ? await ctx.loaders.hostsOfEventType.load(eventType.id) : [];
  return hosts.some(host => host.userId === ctx.viewer.id) ? eventType : null;
}

export async function findEventType(ctx: SchedulingContext, id: string): Promise<EventTypeRow | null> {
  return asSeenByViewer(ctx, await ctx.loaders.eventType.load(requireId('etp', id, 'id')));
}

export async function findEventTypeBySlug(
  ctx: SchedulingContext,
  handle: string,
  slug: string,
): Promise<EventTypeRow | null> {
  const owner = await ctx.loaders.ownerByHandle.load(handle.toLowerCase());
  return owner && asSeenByViewer(ctx, await ctx.loaders.eventTypeBySlug.load({ ownerId: owner.id, slug }));
}
