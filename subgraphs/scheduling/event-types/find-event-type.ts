import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { isOpen } from '../private-links/private-link-token.ts';
import type { EventTypeRow } from './event-type.entity.ts';
import { mayManage } from './may-manage.ts';

/**
 * An active event type is public, and a private one is there for holders of a link that still works; an inactive
 * one is there for those who manage or host it.
 */
async function asSeenByViewer(
  ctx: SchedulingContext,
  eventType: EventTypeRow | null,
  privateLink: string | null | undefined,
): Promise<EventTypeRow | null> {
  if (!eventType || mayManage(ctx.viewer, eventType.ownerId)) return eventType;
  if (!eventType.isActive && !(await isHost(ctx, eventType.id))) return null;
  if (eventType.visibility !== 'PRIVATE') return eventType;
  if (!privateLink) return null;
  const link = { token: privateLink, eventTypeId: eventType.id };
  return (await isOpen(ctx.em, link, ctx.clock.now())) ? eventType : null;
}

async function isHost(ctx: SchedulingContext, eventTypeId: string): Promise<boolean> {
  if (ctx.viewer.kind !== 'USER') return false;
  const hosts = await ctx.loaders.hostsOfEventType.load(eventTypeId);
  return hosts.some(host => host.userId === ctx.viewer.id);
}

export async function findEventType(
  ctx: SchedulingContext,
  id: string,
  privateLink?: string | null,
): Promise<EventTypeRow | null> {
  return asSeenByViewer(ctx, await ctx.loaders.eventType.load(requireId('etp', id, 'id')), privateLink);
}

export async function findEventTypeBySlug(
  ctx: SchedulingContext,
  address: { owner: string; slug: string },
  privateLink?: string | null,
): Promise<EventTypeRow | null> {
  const owner = await ctx.loaders.ownerByHandle.load(address.owner.toLowerCase());
  if (!owner) return null;
  const found = await ctx.loaders.eventTypeBySlug.load({ ownerId: owner.id, slug: address.slug });
  return asSeenByViewer(ctx, found, privateLink);
}
