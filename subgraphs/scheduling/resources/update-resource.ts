import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { eventTypeChanged } from '../event-types/event-type.events.ts';
import { lockResource } from './lock-resource.ts';
import type { ResourceRow } from './resource.entity.ts';
import { type ResourceSettings, requireOwnSchedule, requireSoundResource } from './resource-settings.ts';

interface ResourceChanges extends ResourceSettings {
  id: string;
  expectedVersion?: number | null;
}

/** Changes a resource that the viewer manages. Bookings that have it keep it. */
export async function updateResource(
  ctx: SchedulingContext,
  input: ResourceChanges,
): Promise<Result<ResourceRow, { currentVersion: number }>> {
  requireSoundResource(input);
  return transact<Result<ResourceRow, { currentVersion: number }>>(ctx, async ({ em, emit }) => {
    const resource = await lockResource(ctx, em, input.id);
    if (input.expectedVersion != null && input.expectedVersion !== resource.version)
      return err({ currentVersion: resource.version });
    if (input.scheduleId !== resource.scheduleId)
      await requireOwnSchedule(em, input.scheduleId, ctx.viewer.id);
    if (input.name != null) resource.name = input.name;
    if (input.isActive != null) resource.isActive = input.isActive;
    if (input.capacity !== undefined) resource.capacity = input.capacity;
    if (input.scheduleId !== undefined) resource.scheduleId = input.scheduleId;
    resource.updatedAt = new Date(Math.max(ctx.clock.now(), resource.updatedAt.getTime() + 1));
    await em.flush();
    // Any event type of the owner may ask for it.
    await emit(eventTypeChanged(resource.organizationId, resource.ownerId, null));
    return ok(resource);
  });
}
