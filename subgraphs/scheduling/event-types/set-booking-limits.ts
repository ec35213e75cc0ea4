import { LockMode } from '@mikro-orm/postgresql';
import { AppError } from '#platform/errors.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import type { Limit, LimitScope } from '../domain/limits.ts';
import { OwnerEntity } from '../owners/owner.entity.ts';
import { eventTypeChanged } from './event-type.events.ts';
import { requireMayManage } from './may-manage.ts';
import { type GivenLimit, readLimits } from './read-limits.ts';

interface NewLimits {
  ownerId?: string | null;
  limits: readonly GivenLimit[];
}

/** A team hosts nothing itself: what its members host is theirs to limit. */
const SCOPES: Record<'user' | 'team', LimitScope[]> = { user: ['HOST', 'OWNER'], team: ['OWNER'] };

/** Replaces the limits of the viewer, or of a team that they manage, over all event types. */
export function setBookingLimits(
  ctx: SchedulingContext,
  input: NewLimits,
): Promise<{ ownerId: string; limits: Limit[] }> {
  const ownerId = input.ownerId ?? ctx.viewer.id;
  requireMayManage(ctx.viewer, ownerId, 'Only admins of the team set its limits.');
  const limits = readLimits(input.limits, SCOPES[ownerId.startsWith('team_') ? 'team' : 'user']);
  return transact(ctx, async ({ em, emit }) => {
    const owner = await em.findOne(OwnerEntity, { id: ownerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    // Identity's news of a new team takes a moment to arrive here.
    if (!owner) throw new AppError('CONFLICT', 'The owner is not known here yet. Try again in a moment.');
    owner.limits = limits;
    await em.flush();
    await emit(eventTypeChanged(owner.organizationId, ownerId, null));
    return { ownerId, limits };
  });
}
