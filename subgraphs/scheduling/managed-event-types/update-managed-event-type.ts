import { ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { ManagedField } from '../domain/managed-event-type.ts';
import { requireKnownSchedule } from '../event-types/choose-hosts.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { eventTypeChanged } from '../event-types/event-type.events.ts';
import {
  type EventTypeSettings,
  givenSettings,
  requireSoundSettings,
} from '../event-types/event-type-settings.ts';
import { assignMembers, type MemberSlugsTaken } from './assign-members.ts';
import { changeTemplate, type StaleVersion, type TemplateChange } from './change-template.ts';
import { slugRefusal } from './slug-refusal.ts';

type Changes = Omit<EventTypeSettings, 'lockedFields'> &
  TemplateChange & {
    lockedFields?: readonly ManagedField[] | null;
    assignAllMembers?: boolean | null;
  };

type Refusal = { kind: 'SLUG_TAKEN' } | MemberSlugsTaken | StaleVersion;

/** Changes a template. What is locked is the same for all its members from this moment on; the rest stays theirs. */
export async function updateManagedEventType(
  ctx: SchedulingContext,
  input: Changes,
): Promise<Result<EventTypeRow, Refusal>> {
  const { lockedFields, assignAllMembers, ...given } = input;
  requireSoundSettings(given);
  const settings = givenSettings(given);
  const changing = changeTemplate<EventTypeRow, Refusal>(ctx, input, async ({ em, emit, template, at }) => {
    await requireKnownSchedule(em, input.restrictionScheduleId, [ctx.viewer.id]);
    em.assign(template, { ...settings, updatedAt: at });
    if (lockedFields) template.lockedFields = [...new Set(lockedFields)];
    if (assignAllMembers != null) template.assignsAllMembers = assignAllMembers;
    await em.flush();
    const pushed = await assignMembers(em, template, [], at);
    if (!pushed.ok) return pushed;
    await emit(eventTypeChanged(template.organizationId, template.ownerId, template), ...pushed.value);
    return ok(template);
  });
  return changing.catch(error => slugRefusal(error, input.slug ?? ''));
}
