import { AppError, badInput } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { requireMayManage } from '../event-types/may-manage.ts';
import { OwnerEntity } from '../owners/owner.entity.ts';
import { type GivenRouting, readRouting, requireOwnDestinations } from './read-routing.ts';
import { RoutingFormEntity, type RoutingFormRow } from './routing-form.entity.ts';
import { requireSoundNaming, SLUG_CONSTRAINT } from './routing-form-settings.ts';

interface NewRoutingForm extends GivenRouting {
  ownerId?: string | null;
  name: string;
  slug: string;
  isActive: boolean;
}

/** Makes a form of the viewer's own or of a team that they lead. */
export async function createRoutingForm(
  ctx: SchedulingContext,
  input: NewRoutingForm,
): Promise<Result<RoutingFormRow, 'SLUG_TAKEN'>> {
  const { name, slug, isActive } = input;
  requireSoundNaming(input);
  const ownerId = input.ownerId ?? ctx.viewer.id;
  if (!isId('usr', ownerId) && !isId('team', ownerId))
    throw badInput('ownerId', '`ownerId` must be the id of a user or of a team.');
  requireMayManage(ctx.viewer, ownerId, 'Only admins of the team create its forms.');
  const routing = readRouting(input);
  const at = new Date(ctx.clock.now());
  try {
    return await transact<Result<RoutingFormRow, 'SLUG_TAKEN'>>(ctx, async ({ em }) => {
      const owner = await em.findOne(OwnerEntity, { id: ownerId });
      // Identity's news of a new team takes a moment to arrive here.
      if (!owner) throw new AppError('CONFLICT', 'The owner is not known here yet. Try again in a moment.');
      await requireOwnDestinations(em, ownerId, routing);
      const { organizationId } = owner;
      const form = em.create(RoutingFormEntity, {
        id: newId('frm'),
        organizationId,
        ownerId,
        name: name.trim(),
        slug,
        isActive,
        fields: [...routing.fields],
        rules: [...routing.rules],
        fallback: routing.fallback,
        createdAt: at,
        updatedAt: at,
      });
      await em.flush();
      return ok(form);
    });
  } catch (error) {
    if (isUniqueViolation(error, SLUG_CONSTRAINT)) return err('SLUG_TAKEN');
    throw error;
  }
}
