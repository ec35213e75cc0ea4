import { AppError, badInput } from '#platform/errors.ts';
import { hasScope } from '#platform/principal.ts';
import type { SchedulingContext } from '../context.ts';
import type { WaivableRule, Waiver } from '../domain/waiver.ts';
import { mayManage } from '../event-types/may-manage.ts';

export interface WaiverInput {
  waive?: readonly WaivableRule[] | null;
  waiveReason?: string | null;
}

const MAX_REASON = 1000;

/** What somebody sets aside, who manages the event type and says why; `null`: nothing. Everybody else is refused. */
export function readWaiver(ctx: SchedulingContext, ownerId: string, input: WaiverInput): Waiver | null {
  const rules = [...new Set(input.waive ?? [])];
  if (rules.length === 0) return null;
  if (ctx.viewer.kind === 'ANONYMOUS')
    throw new AppError('UNAUTHENTICATED', 'Only those who manage the event type set its rules aside.');
  if (!mayManage(ctx.viewer, ownerId))
    throw new AppError('FORBIDDEN', 'Only those who manage the event type set its rules aside.');
  if (!hasScope(ctx.viewer, 'BOOKING_OVERRIDE')) {
    throw new AppError('FORBIDDEN', 'The credential lacks the scope `BOOKING_OVERRIDE`.', {
      extensions: { requiredScope: 'BOOKING_OVERRIDE' },
    });
  }
  const reason = input.waiveReason?.trim() ?? '';
  if (reason === '' || reason.length > MAX_REASON || reason.includes('\0'))
    throw badInput('waiveReason', `Say why in 1 to ${MAX_REASON} characters: it is kept in the history.`, {
      max: MAX_REASON,
    });
  return { rules, reason };
}

/** What a fact says of it: nothing where no rule stood in the way. */
export function usedWaiver(waiver: Waiver | null, rules: readonly WaivableRule[]): { waiver?: Waiver } {
  return waiver && rules.length > 0 ? { waiver: { rules, reason: waiver.reason } } : {};
}
