import { LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { mayManage } from '../event-types/may-manage.ts';
import { RoutingFormEntity, RoutingFormResponseEntity } from './routing-form.entity.ts';
import { routingFormChanged } from './routing-form.events.ts';

interface Deletion {
  id: string;
  expectedVersion?: number | null;
}

type Refusal = { kind: 'VERSION_CONFLICT'; currentVersion: number };

/** Deletes a form with everything that was answered. Bookings that came out of it stay. */
export function deleteRoutingForm(ctx: SchedulingContext, input: Deletion): Promise<Result<string, Refusal>> {
  const id = requireId('frm', input.id, 'id');
  return transact<Result<string, Refusal>>(ctx, async ({ em, emit }) => {
    const form = await em.findOne(RoutingFormEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!form || !mayManage(ctx.viewer, form.ownerId)) throw notFound('routing form');
    if (input.expectedVersion != null && input.expectedVersion !== form.version)
      return err({ kind: 'VERSION_CONFLICT', currentVersion: form.version });
    await em.nativeDelete(RoutingFormEntity, { id });
    await emit(routingFormChanged({ ...form, version: form.version + 1 }));
    return ok(id);
  });
}

/** Forgets what somebody answered. Their booking stays. */
export async function deleteRoutingFormResponse(
  ctx: SchedulingContext,
  input: { id: string },
): Promise<string> {
  const id = requireId('rsp', input.id, 'id');
  const response = await ctx.loaders.routingFormResponse.load(id);
  const form = response && (await ctx.loaders.routingForm.load(response.formId));
  if (!form || !mayManage(ctx.viewer, form.ownerId)) throw notFound('response');
  await ctx.em.nativeDelete(RoutingFormResponseEntity, { id });
  return id;
}
