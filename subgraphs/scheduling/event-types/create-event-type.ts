import { AppError, badInput } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { SchedulingMode } from '../domain/event-type.ts';
import { ACCEPT_SECONDS } from '../domain/instant.ts';
import { plainRoundRobin } from '../domain/round-robin.ts';
import { OwnerEntity } from '../owners/owner.entity.ts';
import { requireOwnResources } from '../resources/read-requirements.ts';
import { chooseHosts, requireKnownSchedule, type WantedHosts } from './choose-hosts.ts';
import { EventTypeEntity, type EventTypeRow } from './event-type.entity.ts';
import {
  type EventTypeSettings,
  givenSettings,
  requireFittingSteps,
  requireSoundSettings,
} from './event-type-settings.ts';
import { requireMayManage } from './may-manage.ts';
import { requireSoundGroups } from './read-host-groups.ts';
import { writeHosts } from './write-hosts.ts';

interface NewEventType extends EventTypeSettings, WantedHosts {
  id?: string;
  ownerId?: string | null;
  title: string;
  slug: string;
  durationMinutes: number;
  schedulingMode: SchedulingMode;
}

export const newEventTypeDefaults = {
  description: null,
  isActive: true,
  durationOptionsMinutes: [] as number[],
  slotIntervalMinutes: null,
  startOffsetMinutes: 0,
  isOptimized: false,
  isFirstOfDayOnly: false,
  padsForeignEvents: true,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 120,
  bookingWindow: { kind: 'CALENDAR_DAYS', days: 60 } as const,
  restrictionScheduleId: null,
  visibility: 'PUBLIC' as const,
  limits: [],
  roundRobin: plainRoundRobin,
  requiresConfirmation: false,
  confirmationThresholdMinutes: null,
  pendingTakesTime: true,
  requiresPayment: false,
  seatsPerSlot: null,
  recurrence: null,
  isInstant: false,
  instantAcceptSeconds: ACCEPT_SECONDS.default,
  disallowsCancellation: false,
  disallowsReschedule: false,
  cancellationCutoffMinutes: null,
  rescheduleCutoffMinutes: null,
  requiresCancellationReason: 'NOBODY' as const,
  cancellationPolicy: null,
  lockedTimeZone: null,
  locations: [],
  bookingFields: [],
  lockedFields: null,
  templateId: null,
  hostGroups: [],
  resourceRequirements: [],
};

/** Creates an event type of the viewer's own or of a team that they manage. */
export async function createEventType(
  ctx: SchedulingContext,
  input: NewEventType,
): Promise<Result<EventTypeRow, 'SLUG_TAKEN'>> {
  requireSoundSettings(input);
  const settings = givenSettings(input);
  const { schedulingMode } = input;
  requireFittingSteps({ ...newEventTypeDefaults, ...settings, schedulingMode });
  const ownerId = input.ownerId ?? ctx.viewer.id;
  const isTeam = ownerId.startsWith('team_');
  requireMayManage(ctx.viewer, ownerId, 'Only admins of the team create its event types.');
  if (input.schedulingMode !== 'SOLO' && !isTeam) {
    throw badInput(
      'schedulingMode',
      'Round robin and collective event types belong to a team: give its `ownerId`.',
    );
  }
  try {
    return await ctx.em.transactional(async em => {
      const owner = await em.findOne(OwnerEntity, { id: ownerId });
      // Identity's news of a new team takes a moment to arrive here.
      if (!owner) throw new AppError('CONFLICT', 'The owner is not known here yet. Try again in a moment.');
      const wanted = input.hosts || input.hostIds ? input : { hostIds: [ctx.viewer.id] };
      const hosts = await chooseHosts(em, { ownerId, schedulingMode: input.schedulingMode, wanted });
      const known = [ctx.viewer.id, ...hosts.map(host => host.userId)];
      const groups = settings.hostGroups ?? [];
      requireSoundGroups({ schedulingMode: input.schedulingMode, groups, hosts });
      await requireOwnResources(em, ownerId, settings.resourceRequirements);
      await requireKnownSchedule(em, input.restrictionScheduleId, known);
      const at = new Date(ctx.clock.now());
      const eventType = em.create(EventTypeEntity, {
        ...newEventTypeDefaults,
        id: input.id ?? newId('etp'),
        organizationId: owner.organizationId,
        ownerId,
        title: input.title,
        slug: input.slug,
        durationMinutes: input.durationMinutes,
        schedulingMode: input.schedulingMode,
        createdAt: at,
        updatedAt: at,
        ...settings,
      });
      await em.flush();
      await writeHosts(em, { eventType, chosen: hosts, now: ctx.clock.now() });
      return ok(eventType);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'event_types_owner_slug_key')) return err('SLUG_TAKEN');
    throw error;
  }
}
