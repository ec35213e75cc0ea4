import { sql } from 'kysely';
import { AppError } from '#platform/errors.ts';
import { newId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import type { ResourceKind } from '../domain/resources.ts';
import { requireMayManage } from '../event-types/may-manage.ts';
import { OwnerEntity } from '../owners/owner.entity.ts';
import { ResourceEntity, type ResourceRow } from './resource.entity.ts';
import { type ResourceSettings, requireOwnSchedule, requireSoundResource } from './resource-settings.ts';

interface NewResource extends ResourceSettings {
  ownerId?: string | null;
  name: string;
  kind: ResourceKind;
}

/** Creates a room or equipment of the viewer's own or of a team that they manage. */
export async function createResource(ctx: SchedulingContext, input: NewResource): Promise<ResourceRow> {
  requireSoundResource(input);
  const ownerId = input.ownerId ?? ctx.viewer.id;
  requireMayManage(ctx.viewer, ownerId, 'Only admins of the team create its resources.');
  return transact(ctx, async ({ em }) => {
    const owner = await em.findOne(OwnerEntity, { id: ownerId });
    // Identity's news of a new team takes a moment to arrive here.
    if (!owner) throw new AppError('CONFLICT', 'The owner is not known here yet. Try again in a moment.');
    await requireOwnSchedule(em, input.scheduleId, ctx.viewer.id);
    const at = new Date(ctx.clock.now());
    const resource = em.create(ResourceEntity, {
      id: newId('res'),
      organizationId: owner.organizationId,
      ownerId,
      name: input.name,
      kind: input.kind,
      capacity: input.capacity ?? null,
      scheduleId: input.scheduleId ?? null,
      isActive: input.isActive ?? true,
      createdAt: at,
      updatedAt: at,
    });
    await em.flush();
    // Its time is locked and claimed like that of a host.
    await sql`insert into claimants (id) values (${uuidOf(resource.id)}::uuid)`.execute(statements(em));
    return resource;
  });
}
