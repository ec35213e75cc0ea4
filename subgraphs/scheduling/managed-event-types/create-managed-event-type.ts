import { AppError } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import type { ManagedField } from '../domain/managed-event-type.ts';
import { requireKnownSchedule } from '../event-types/choose-hosts.ts';
import { newEventTypeDefaults } from '../event-types/create-event-type.ts';
import { EventTypeEntity, type EventTypeRow } from '../event-types/event-type.entity.ts';
import { eventTypeChanged } from '../event-types/event-type.events.ts';
import {
  type EventTypeSettings,
  givenSettings,
  requireSoundSettings,
} from '../event-types/event-type-settings.ts';
import { requireMayManage } from '../event-types/may-manage.ts';
import { OwnerEntity } from '../owners/owner.entity.ts';
import { assignMembers, type MemberSlugsTaken, readMemberIds } from './assign-members.ts';
import { lockTeam } from './lock-team.ts';
import { slugRefusal } from './slug-refusal.ts';

type NewManagedEventType = Omit<EventTypeSettings, 'lockedFields'> & {
  teamId: string;
  title: string;
  slug: string;
  durationMinutes: number;
  lockedFields: readonly ManagedField[];
  memberIds?: readonly string[] | null;
  assignAllMembers: boolean;
};

type Refusal = { kind: 'SLUG_TAKEN' } | MemberSlugsTaken;

/** Makes a template of a team that the viewer leads, and an event type of their own for each who is assigned. */
export function createManagedEventType(
  ctx: SchedulingContext,
  input: NewManagedEventType,
): Promise<Result<EventTypeRow, Refusal>> {
  const ownerId = requireId('team', input.teamId, 'teamId');
  const { memberIds: named, lockedFields, assignAllMembers: assignsAllMembers, ...given } = input;
  const memberIds = readMemberIds(named ?? []);
  requireSoundSettings(given);
  const settings = givenSettings(given);
  requireMayManage(ctx.viewer, ownerId, 'Only admins of the team create its event types.');
  const at = new Date(ctx.clock.now());
  return transact<Result<EventTypeRow, Refusal>>(ctx, async ({ em, emit }) => {
    await lockTeam(em, ownerId);
    const owner = await em.findOne(OwnerEntity, { id: ownerId });
    // Identity's news of a new team takes a moment to arrive here.
    if (!owner) throw new AppError('CONFLICT', 'The team is not known here yet. Try again in a moment.');
    await requireKnownSchedule(em, input.restrictionScheduleId, [ctx.viewer.id]);
    const template = em.create(EventTypeEntity, {
      ...newEventTypeDefaults,
      id: newId('etp'),
      organizationId: owner.organizationId,
      ownerId,
      title: input.title,
      slug: input.slug,
      durationMinutes: input.durationMinutes,
      schedulingMode: 'SOLO',
      createdAt: at,
      updatedAt: at,
      ...settings,
      lockedFields: [...new Set(lockedFields)],
      assignsAllMembers,
    });
    await em.flush();
    const assigned = await assignMembers(em, template, memberIds, at);
    if (!assigned.ok) return assigned;
    await emit(eventTypeChanged(owner.organizationId, ownerId, template), ...assigned.value);
    return ok(template);
  }).catch(error => slugRefusal(error, input.slug));
}
