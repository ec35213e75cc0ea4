import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { EventTypeEntity } from '../event-types/event-type.entity.ts';
import { eventTypeChanged } from '../event-types/event-type.events.ts';
import { changeTemplate, type StaleVersion, type TemplateChange } from './change-template.ts';
import { withdrawChildren } from './children.ts';

interface Deleted {
  id: string;
  deletedIds: string[];
  deactivatedIds: string[];
}

/** Deletes a template and what members have of it; what was booked stays, switched off and their own. */
export function deleteManagedEventType(
  ctx: SchedulingContext,
  input: TemplateChange,
): Promise<Result<Deleted, StaleVersion>> {
  return changeTemplate<Deleted>(ctx, input, async ({ em, emit, template, at }) => {
    const { id, version, organizationId, ownerId } = template;
    const children = sql`c.template_id = ${uuidOf(id)}::uuid`;
    const { events, ...withdrawn } = await withdrawChildren(em, children, at);
    await em.nativeDelete(EventTypeEntity, { id });
    await emit(eventTypeChanged(organizationId, ownerId, { id, version: version + 1 }), ...events);
    return ok({ id, ...withdrawn });
  });
}
