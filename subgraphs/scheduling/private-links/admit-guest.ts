import { notFound } from '#platform/errors.ts';
import type { SchedulingContext } from '../context.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { mayManage } from '../event-types/may-manage.ts';
import { isKnown, type PresentedLink } from './private-link-token.ts';

/**
 * The link whose use a booking has to count, or `null` where none is needed: for event types that are not private,
 * and for those who manage them. To everybody else without a link there is no such event type.
 */
export async function admitGuest(
  ctx: SchedulingContext,
  eventType: EventTypeRow,
  token: string | null | undefined,
): Promise<PresentedLink | null> {
  if (eventType.visibility !== 'PRIVATE') return null;
  const link = { token: token ?? '', eventTypeId: eventType.id };
  if (token && (await isKnown(ctx.em, link))) return link;
  if (mayManage(ctx.viewer, eventType.ownerId)) return null;
  throw notFound('event type');
}
