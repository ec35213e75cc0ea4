import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, type Result } from '#platform/result.ts';
import { type NewEvent, transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { EventTypeEntity, type EventTypeRow } from '../event-types/event-type.entity.ts';
import { mayManage } from '../event-types/may-manage.ts';
import { lockTeam } from './lock-team.ts';

export interface TemplateChange {
  id: string;
  expectedVersion?: number | null;
}

export interface StaleVersion {
  kind: 'VERSION_CONFLICT';
  currentVersion: number;
}

interface Step {
  em: EntityManager;
  emit(...events: NewEvent[]): Promise<void>;
  template: EventTypeRow;
  at: Date;
}

/** What all changes of a template have in common: by whoever leads its team, one after the other, on the version they know. */
export function changeTemplate<Receipt, Refusal = never>(
  ctx: SchedulingContext,
  input: TemplateChange,
  work: (step: Step) => Promise<Result<Receipt, Refusal>>,
): Promise<Result<Receipt, Refusal | StaleVersion>> {
  const id = requireId('etp', input.id, 'id');
  return transact<Result<Receipt, Refusal | StaleVersion>>(ctx, async ({ em, emit }) => {
    const found = await em.findOne(EventTypeEntity, { id });
    if (!found || found.lockedFields === null || !mayManage(ctx.viewer, found.ownerId))
      throw notFound('managed event type');
    await lockTeam(em, found.ownerId);
    const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
    const template = await em.findOne(EventTypeEntity, { id }, options);
    if (!template) throw notFound('managed event type');
    if (input.expectedVersion != null && input.expectedVersion !== template.version)
      return err({ kind: 'VERSION_CONFLICT', currentVersion: template.version });
    const at = new Date(Math.max(ctx.clock.now(), template.updatedAt.getTime() + 1));
    return work({ em, emit, template, at });
  });
}
