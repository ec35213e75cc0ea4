import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { mayManage } from '../event-types/may-manage.ts';
import { ResourceEntity, type ResourceRow } from './resource.entity.ts';

/** A resource that the viewer manages and nobody else changes meanwhile. Event types that begin to ask for it wait. */
export async function lockResource(
  ctx: SchedulingContext,
  em: EntityManager,
  given: string,
): Promise<ResourceRow> {
  const id = requireId('res', given, 'id');
  const resource = await em.findOne(ResourceEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!resource || !mayManage(ctx.viewer, resource.ownerId)) throw notFound('resource');
  return resource;
}
