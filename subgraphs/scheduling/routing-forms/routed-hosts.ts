import { type RawBuilder, sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { isId, uuidOf } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import type { RoutingFormResponseRow } from './routing-form.entity.ts';

export interface RoutedGuest {
  responseId: string;
  /** Who alone takes the booking; `null`: whoever hosts the event type. */
  hostIds: readonly string[] | null;
}

const hostsOf = ({ destination }: RoutingFormResponseRow) =>
  destination.kind === 'EVENT_TYPE' ? destination.hostIds : null;

/** The guest whom a form led to an event type, by their response; `null` where none is given. */
export async function findRoutedGuest(
  ctx: SchedulingContext,
  eventTypeId: string,
  responseId: string | null | undefined,
): Promise<RoutedGuest | null> {
  if (responseId == null) return null;
  const response = isId('rsp', responseId) ? await ctx.loaders.routingFormResponse.load(responseId) : null;
  const { destination } = response ?? {};
  if (!response || destination?.kind !== 'EVENT_TYPE' || destination.eventTypeId !== eventTypeId)
    throw badInput('routingResponseId', 'It must be a response to a form that led to this event type.');
  return { responseId, hostIds: hostsOf(response) };
}

/** Notes which booking came out of a response, in the statement that makes it. */
export function linkResponse({ responseId }: RoutedGuest, booking: { id: string }): RawBuilder<unknown> {
  return sql`update routing_form_responses set booking_id = ${uuidOf(booking.id)}::uuid
    where id = ${uuidOf(responseId)}::uuid`;
}
