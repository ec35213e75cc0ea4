import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingField } from '../domain/booking-fields.ts';
import type { RoutingDestination } from '../domain/routing.ts';
import { mayManage } from '../event-types/may-manage.ts';
import {
  type GivenDestination,
  type GivenRule,
  readRouting,
  requireOwnDestinations,
} from './read-routing.ts';
import { RoutingFormEntity, type RoutingFormRow } from './routing-form.entity.ts';
import { routingFormChanged } from './routing-form.events.ts';
import { requireSoundNaming, SLUG_CONSTRAINT } from './routing-form-settings.ts';

interface RoutingFormChanges {
  id: string;
  name?: string | null;
  slug?: string | null;
  isActive?: boolean | null;
  fields?: readonly BookingField[] | null;
  rules?: readonly GivenRule[] | null;
  fallback?: GivenDestination | null;
  expectedVersion?: number | null;
}

type Refusal = { kind: 'SLUG_TAKEN' } | { kind: 'VERSION_CONFLICT'; currentVersion: number };

const given = (destination: RoutingDestination): GivenDestination => destination;

function readNaming({ name, slug, isActive }: RoutingFormChanges): Partial<RoutingFormRow> {
  return {
    ...(name != null && { name: name.trim() }),
    ...(slug != null && { slug }),
    ...(isActive != null && { isActive }),
  };
}

/** Questions and rules as they are going to be, where some of them are given; they have to fit each other. */
async function readChanges(
  em: EntityManager,
  form: RoutingFormRow,
  { fields, rules, fallback }: RoutingFormChanges,
): Promise<Partial<RoutingFormRow>> {
  if (!fields && !rules && !fallback) return {};
  const routing = readRouting({
    fields: fields ?? form.fields,
    rules: rules ?? form.rules.map(rule => ({ ...rule, destination: given(rule.destination) })),
    fallback: fallback ?? given(form.fallback),
  });
  // What stays was allowed once. It may be gone by now: that is not this change's fault, and it is passed over.
  await requireOwnDestinations(em, form.ownerId, {
    rules: rules ? routing.rules : [],
    fallback: fallback ? routing.fallback : null,
  });
  return { fields: [...routing.fields], rules: [...routing.rules], fallback: routing.fallback };
}

/** Changes a form. Rules have to fit the questions as both are then; responses keep where they led. */
export async function updateRoutingForm(
  ctx: SchedulingContext,
  input: RoutingFormChanges,
): Promise<Result<RoutingFormRow, Refusal>> {
  const id = requireId('frm', input.id, 'id');
  requireSoundNaming(input);
  try {
    return await transact<Result<RoutingFormRow, Refusal>>(ctx, async ({ em, emit }) => {
      const form = await em.findOne(RoutingFormEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!form || !mayManage(ctx.viewer, form.ownerId)) throw notFound('routing form');
      if (input.expectedVersion != null && input.expectedVersion !== form.version)
        return err({ kind: 'VERSION_CONFLICT', currentVersion: form.version });
      const routing = await readChanges(em, form, input);
      em.assign(form, { ...routing, ...readNaming(input) });
      form.updatedAt = new Date(Math.max(ctx.clock.now(), form.updatedAt.getTime() + 1));
      await em.flush();
      await emit(routingFormChanged(form));
      return ok(form);
    });
  } catch (error) {
    if (isUniqueViolation(error, SLUG_CONSTRAINT)) return err({ kind: 'SLUG_TAKEN' });
    throw error;
  }
}
