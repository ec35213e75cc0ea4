import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { lockResource } from './lock-resource.ts';
import { ResourceEntity, type ResourceRow } from './resource.entity.ts';

type Refusal =
  | { kind: 'IN_USE'; eventTypeIds: string[] }
  | { kind: 'VERSION_CONFLICT'; currentVersion: number };

async function usesOf(em: EntityManager, { id, ownerId }: ResourceRow) {
  const { rows } = await sql<{ event_type_ids: string[]; is_booked: boolean }>`
    select array(select id::text from event_types where owner_id = ${ownerId}
        and resource_requirements @> ${JSON.stringify([{ resourceIds: [id] }])}::jsonb order by id) as event_type_ids,
      exists (select 1 from booking_resources where resource_id = ${uuidOf(id)}::uuid) as is_booked`.execute(
    statements(em),
  );
  const eventTypeIds = (rows[0]?.event_type_ids ?? []).map(uuid => fromUuid('etp', uuid));
  return { eventTypeIds, isUsed: eventTypeIds.length > 0 || rows[0]?.is_booked === true };
}

/** Deletes a resource that nothing asks for and that was never booked. */
export function deleteResource(
  ctx: SchedulingContext,
  input: { id: string; expectedVersion?: number | null },
): Promise<Result<string, Refusal>> {
  return transact<Result<string, Refusal>>(ctx, async ({ em }) => {
    const resource = await lockResource(ctx, em, input.id);
    if (input.expectedVersion != null && input.expectedVersion !== resource.version)
      return err({ kind: 'VERSION_CONFLICT', currentVersion: resource.version });
    const { eventTypeIds, isUsed } = await usesOf(em, resource);
    if (isUsed) return err({ kind: 'IN_USE', eventTypeIds });
    await em.nativeDelete(ResourceEntity, { id: resource.id });
    await sql`delete from claimants where id = ${uuidOf(resource.id)}::uuid`.execute(statements(em));
    return ok(resource.id);
  });
}
