import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { mayManage } from '../event-types/may-manage.ts';
import type { RoutingFormRow } from './routing-form.entity.ts';

/** An active form is there for everybody, an inactive one for those who manage it. */
function asSeenByViewer(ctx: SchedulingContext, form: RoutingFormRow | null): RoutingFormRow | null {
  return form && (form.isActive || mayManage(ctx.viewer, form.ownerId)) ? form : null;
}

export async function findRoutingForm(ctx: SchedulingContext, id: string): Promise<RoutingFormRow | null> {
  return asSeenByViewer(ctx, await ctx.loaders.routingForm.load(requireId('frm', id, 'id')));
}

export async function findRoutingFormBySlug(
  ctx: SchedulingContext,
  address: { owner: string; slug: string },
): Promise<RoutingFormRow | null> {
  const owner = await ctx.loaders.ownerByHandle.load(address.owner.toLowerCase());
  if (!owner) return null;
  const found = await ctx.loaders.routingFormBySlug.load({ ownerId: owner.id, slug: address.slug });
  return asSeenByViewer(ctx, found);
}
