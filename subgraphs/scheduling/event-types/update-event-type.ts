import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { lockedChanges, type ManagedField } from '../domain/managed-event-type.ts';
import type { RoundRobinRules } from '../domain/round-robin.ts';
import { requireOwnResources } from '../resources/read-requirements.ts';
import { chooseHosts, requireKnownSchedule, type WantedHosts } from './choose-hosts.ts';
import { EventTypeEntity, type EventTypeRow } from './event-type.entity.ts';
import { eventTypeChanged } from './event-type.events.ts';
import { EventTypeHostEntity, type EventTypeHostRow } from './event-type-host.entity.ts';
import {
  type EventTypeSettings,
  givenSettings,
  requireFittingSteps,
  requireSoundSettings,
} from './event-type-settings.ts';
import { mayManage } from './may-manage.ts';
import { requireSoundGroups } from './read-host-groups.ts';
import { countAnew, lockHosts, writeHosts } from './write-hosts.ts';

interface EventTypeChanges extends EventTypeSettings, WantedHosts {
  id: string;
  expectedVersion?: number | null;
}

export type UpdateEventTypeRefusal =
  | { kind: 'SLUG_TAKEN' }
  | { kind: 'MANAGED' }
  | { kind: 'FIELD_LOCKED'; fields: ManagedField[] }
  | { kind: 'VERSION_CONFLICT'; currentVersion: number };

/** Brings the hosts to what is wanted, where something is, and returns who they are then. */
async function replaceHosts(
  em: EntityManager,
  eventType: EventTypeRow,
  wanted: WantedHosts,
  now: number,
): Promise<EventTypeHostRow[]> {
  if (!wanted.hosts && !wanted.hostIds) return em.find(EventTypeHostEntity, { eventTypeId: eventType.id });
  const { ownerId, schedulingMode } = eventType;
  const chosen = await chooseHosts(em, { ownerId, schedulingMode, wanted });
  return writeHosts(em, { eventType, chosen, now });
}

function countsOtherwise(before: RoundRobinRules, { roundRobin }: Partial<EventTypeRow>): boolean {
  if (!roundRobin) return false;
  const { resetInterval, countsNoShows } = roundRobin;
  return resetInterval !== before.resetInterval || countsNoShows !== before.countsNoShows;
}

/** What a template keeps from being changed here. Read behind the lock of the event type, for which its template waits. */
async function lockedBy(
  em: EntityManager,
  { lockedFields, templateId, isAssigned, ...before }: EventTypeRow,
  settings: Partial<EventTypeRow>,
): Promise<UpdateEventTypeRefusal | null> {
  if (lockedFields !== null) return { kind: 'MANAGED' };
  const template = isAssigned && templateId ? await em.findOne(EventTypeEntity, { id: templateId }) : null;
  const fields = lockedChanges(template?.lockedFields ?? [], before, settings);
  return fields.length > 0 ? { kind: 'FIELD_LOCKED', fields } : null;
}

/** Changes an event type that the viewer manages. Bookings that were made keep what they were made with. */
export async function updateEventType(
  ctx: SchedulingContext,
  input: EventTypeChanges,
): Promise<Result<EventTypeRow, UpdateEventTypeRefusal>> {
  const id = requireId('etp', input.id, 'id');
  requireSoundSettings(input);
  const settings = givenSettings(input);
  try {
    return await transact<Result<EventTypeRow, UpdateEventTypeRefusal>>(ctx, async ({ em, emit }) => {
      if (input.hosts || input.hostIds || settings.roundRobin) await lockHosts(em, id);
      const eventType = await em.findOne(EventTypeEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!eventType || !mayManage(ctx.viewer, eventType.ownerId)) throw notFound('event type');
      if (input.expectedVersion != null && input.expectedVersion !== eventType.version) {
        return err({ kind: 'VERSION_CONFLICT', currentVersion: eventType.version });
      }
      const locked = await lockedBy(em, eventType, settings);
      if (locked) return err(locked);
      const isCountedAnew = countsOtherwise(eventType.roundRobin, settings);
      const now = ctx.clock.now();
      const hosts = await replaceHosts(em, eventType, input, now);
      em.assign(eventType, settings);
      requireFittingSteps(eventType);
      // Also when only the hosts changed: the version counts changes of the event type as a whole.
      eventType.updatedAt = new Date(Math.max(now, eventType.updatedAt.getTime() + 1));
      const hostIds = hosts.map(({ userId }) => userId);
      const { schedulingMode, hostGroups: groups } = eventType;
      requireSoundGroups({ schedulingMode, groups, hosts });
      await requireOwnResources(em, eventType.ownerId, settings.resourceRequirements);
      await requireKnownSchedule(em, input.restrictionScheduleId, [ctx.viewer.id, ...hostIds]);
      await em.flush();
      if (isCountedAnew) await countAnew(em, id, now);
      await emit(eventTypeChanged(eventType.organizationId, eventType.ownerId, eventType));
      return ok(eventType);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'event_types_owner_slug_key')) return err({ kind: 'SLUG_TAKEN' });
    throw error;
  }
}
