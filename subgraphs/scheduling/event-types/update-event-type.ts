import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { chooseHosts } from './choose-hosts.ts';
import { EventTypeEntity, type EventTypeRow } from './event-type.entity.ts';
import { EventTypeHostEntity } from './event-type-host.entity.ts';
import { type EventTypeSettings, givenSettings, requireSoundSettings } from './event-type-settings.ts';
import { mayManage } from './may-manage.ts';

interface EventTypeChanges extends EventTypeSettings {
  id: string;
  hostIds?: string[] | null;
  expectedVersion?: number | null;
}

type Refusal = { kind: 'SLUG_TAKEN' } | { kind: 'VERSION_CONFLICT'; currentVersion: number };

async function replaceHosts(
  em: EntityManager,
  eventType: EventTypeRow,
  hostIds: readonly string[],
): Promise<void> {
  const chosen = await chooseHosts(em, eventType.ownerId, hostIds);
  if (eventType.schedulingMode === 'SOLO' && chosen.length > 1)
    throw badInput('hostIds', 'A SOLO event type has one host.');
  const known = await em.find(EventTypeHostEntity, { eventTypeId: eventType.id });
  for (const host of known) if (!chosen.includes(host.userId)) em.remove(host);
  chosen.forEach((userId, position) => {
    const host = known.find(candidate => candidate.userId === userId);
    if (host) host.position = position;
    else {
      const fresh = { scheduleId: null, assignments: 0, lastAssignedAt: null };
      em.create(EventTypeHostEntity, { eventTypeId: eventType.id, userId, position, ...fresh });
    }
  });
}

/** Changes an event type that the viewer manages. Bookings that were made keep what they were made with. */
export async function updateEventType(
  ctx: SchedulingContext,
  input: EventTypeChanges,
): Promise<Result<EventTypeRow, Refusal>> {
  const id = requireId('etp', input.id, 'id');
  requireSoundSettings(input);
  try {
    return await ctx.em.transactional(async em => {
      const eventType = await em.findOne(EventTypeEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!eventType || !mayManage(ctx.viewer, eventType.ownerId)) throw notFound('event type');
      if (input.expectedVersion != null && input.expectedVersion !== eventType.version) {
        return err({ kind: 'VERSION_CONFLICT' as const, currentVersion: eventType.version });
      }
      em.assign(eventType, givenSettings(input));
      // Also when only the hosts changed: the version counts changes of the event type as a whole.
      eventType.updatedAt = new Date(Math.max(ctx.clock.now(), eventType.updatedAt.getTime() + 1));
      if (input.hostIds) await replaceHosts(em as EntityManager, eventType, input.hostIds);
      await em.flush();
      return ok(eventType);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'event_types_owner_slug_key')) return err({ kind: 'SLUG_TAKEN' });
    throw error;
  }
}
