import { AppError, badInput, notFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { SchedulingMode } from '../domain/event-type.ts';
import { OwnerEntity } from '../owners/owner.entity.ts';
import { chooseHosts } from './choose-hosts.ts';
import { EventTypeEntity, type EventTypeRow } from './event-type.entity.ts';
import { EventTypeHostEntity } from './event-type-host.entity.ts';
import { type EventTypeSettings, givenSettings, requireSoundSettings } from './event-type-settings.ts';
import { mayManage } from './may-manage.ts';

interface NewEventType extends EventTypeSettings {
  id?: string;
  ownerId?: string | null;
  title: string;
  slug: string;
  durationMinutes: number;
  schedulingMode: SchedulingMode;
  hostIds?: string[] | null;
}

const defaults = {
  description: null,
  isActive: true,
  durationOptionsMinutes: [] as number[],
  slotIntervalMinutes: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 120,
  startOffsetMinutes: 0,
  isOptimized: false,
  isFirstOfDayOnly: false,
  padsForeignEvents: true,
  bookingWindow: { kind: 'CALENDAR_DAYS' as const, days: 60 },
  restrictionScheduleId: null,
  visibility: 'PUBLIC' as const,
  limits: [],
  requiresConfirmation: false,
  seatsPerSlot: null,
  lockedTimeZone: null,
  locations: [],
  bookingFields: [],
};

/** Creates an event type of the viewer's own or of a team that they manage. */
export async function createEventType(
  ctx: SchedulingContext,
  input: NewEventType,
): Promise<Result<EventTypeRow, 'SLUG_TAKEN'>> {
  requireSoundSettings(input);
  const ownerId = input.ownerId ?? ctx.viewer.id;
  const isTeam = ownerId.startsWith('team_');
  if (!mayManage(ctx.viewer, ownerId)) {
    if (ctx.viewer.roles[ownerId])
      throw new AppError('FORBIDDEN', 'Only admins of the team create its event types.');
    throw notFound('team');
  }
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
      const hostIds = await chooseHosts(em, ownerId, input.hostIds ?? [ctx.viewer.id]);
      if (input.schedulingMode === 'SOLO' && hostIds.length > 1)
        throw badInput('hostIds', 'A SOLO event type has one host.');
      const at = new Date(ctx.clock.now());
      const eventType = em.create(EventTypeEntity, {
        ...defaults,
        id: input.id ?? newId('etp'),
        organizationId: owner.organizationId,
        ownerId,
        title: input.title,
        slug: input.slug,
        durationMinutes: input.durationMinutes,
        schedulingMode: input.schedulingMode,
        createdAt: at,
        updatedAt: at,
        ...givenSettings(input),
      });
      await em.flush();
      hostIds.forEach((userId, position) => {
        const fresh = { scheduleId: null, assignments: 0, lastAssignedAt: null };
        em.create(EventTypeHostEntity, { eventTypeId: eventType.id, userId, position, ...fresh });
      });
      await em.flush();
      return ok(eventType);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'event_types_owner_slug_key')) return err('SLUG_TAKEN');
    throw error;
  }
}
