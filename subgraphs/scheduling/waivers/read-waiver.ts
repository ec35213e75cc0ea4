import { AppError, badInput } from '#platform/errors.ts';
import { hasScope } from '#platform/principal.ts';
import { isOrganizer } from '../bookings/booking-access.ts';
import type { SchedulingContext } from '../context.ts';
import type { WaivableRule, Waiver } from '../domain/waiver.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';

export interface WaiverInput {
  waive?: readonly WaivableRule[] | null;
  waiveReason?: string | null;
}

const MAX_REASON = 1000;

/** Whose rules they are, and who hosts the booking that they are set aside for, or could. */
interface Place {
  ownerId: string;
  hostIds: readonly string[];
}

/** Who manages the event type has made its rules; who hosts a booking decides about that one anyway. */
export function requireMayWaive(ctx: SchedulingContext, place: Place): void {
  const message = 'Only those who manage the event type or host the booking set its rules aside.';
  if (ctx.viewer.kind === 'ANONYMOUS') throw new AppError('UNAUTHENTICATED', message);
  if (!isOrganizer(ctx, place)) throw new AppError('FORBIDDEN', message);
}

/** What an organizer sets aside, who says why; `null`: nothing. Everybody else is refused. */
export function readWaiver(ctx: SchedulingContext, place: Place, input: WaiverInput): Waiver | null {
  const rules = [...new Set(input.waive ?? [])];
  if (rules.length === 0) return null;
  requireMayWaive(ctx, place);
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

/** The same for what is not booked yet: its hosts are chosen later, so that `requireMayWaive` is to be asked again then. */
export async function readWaiverOfNew(
  ctx: SchedulingContext,
  { id, ownerId }: Pick<EventTypeRow, 'id' | 'ownerId'>,
  input: WaiverInput,
): Promise<Waiver | null> {
  if (!input.waive?.length) return null;
  const hosts = await ctx.loaders.hostsOfEventType.load(id);
  return readWaiver(ctx, { ownerId, hostIds: hosts.map(host => host.userId) }, input);
}

/** What a fact says of it: nothing where no rule stood in the way. */
export function usedWaiver(waiver: Waiver | null, rules: readonly WaivableRule[]): { waiver?: Waiver } {
  return waiver && rules.length > 0 ? { waiver: { rules, reason: waiver.reason } } : {};
}
