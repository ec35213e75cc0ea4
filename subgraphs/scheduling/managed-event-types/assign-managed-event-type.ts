import { sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { uuidOf } from '#platform/ids.ts';
import { ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { eventTypeChanged } from '../event-types/event-type.events.ts';
import { assignMembers, type MemberSlugsTaken, readMemberIds } from './assign-members.ts';
import { changeTemplate, type StaleVersion, type TemplateChange } from './change-template.ts';
import { withdrawChildren } from './children.ts';
import { slugRefusal } from './slug-refusal.ts';

interface Assignment extends TemplateChange {
  memberIds: readonly string[];
}

type Refusal = { kind: 'SLUG_TAKEN' } | MemberSlugsTaken | StaleVersion;

/** Gives members their event types. Who has one already keeps it. */
export async function assignManagedEventType(
  ctx: SchedulingContext,
  input: Assignment,
): Promise<Result<EventTypeRow, Refusal>> {
  const memberIds = readMemberIds(input.memberIds);
  let slug = '';
  const changing = changeTemplate<EventTypeRow, Refusal>(ctx, input, async ({ em, emit, template, at }) => {
    slug = template.slug;
    template.updatedAt = at;
    await em.flush();
    const assigned = await assignMembers(em, template, memberIds, at);
    if (!assigned.ok) return assigned;
    await emit(eventTypeChanged(template.organizationId, template.ownerId, template), ...assigned.value);
    return ok(template);
  });
  return changing.catch(error => slugRefusal(error, slug));
}

export interface Unassigned {
  template: EventTypeRow;
  deletedIds: string[];
  deactivatedIds: string[];
}

/** Takes members' event types back. Those that were booked stay, switched off; the others go. */
export function unassignManagedEventType(
  ctx: SchedulingContext,
  input: Assignment,
): Promise<Result<Unassigned, StaleVersion>> {
  const memberIds = readMemberIds(input.memberIds);
  return changeTemplate<Unassigned>(ctx, input, async ({ em, emit, template, at }) => {
    if (template.assignsAllMembers)
      throw badInput('memberIds', 'All members have it. Switch `assignAllMembers` off first.');
    template.updatedAt = at;
    await em.flush();
    const theirs = sql`c.template_id = ${uuidOf(template.id)}::uuid and c.owner_id = any(${memberIds}::text[])`;
    const { events, ...withdrawn } = await withdrawChildren(em, theirs, at);
    await emit(eventTypeChanged(template.organizationId, template.ownerId, template), ...events);
    return ok({ template, ...withdrawn });
  });
}
