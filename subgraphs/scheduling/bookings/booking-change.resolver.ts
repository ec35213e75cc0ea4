import { Arg, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { LoggedEvent } from '#platform/event-log.ts';
import { type BookingChange as BookingChangePayload, eventKindOf } from '../../../schema/events.ts';
import type { SchedulingContext } from '../context.ts';
import { BookingChange, BookingChangeFilter } from './booking-change.graphql.ts';
import { viewOf } from './booking-view.ts';
import { type BookingChangesArgs, watchBookings } from './watch-bookings.ts';

@Resolver()
export class BookingChangeResolver {
  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'ORGANIZER', otherwise: 'EMPTY' })
  @Subscription(() => BookingChange, {
    description:
      'Changes of bookings that the user hosts, owns or manages for a team, in the order in which they were committed. With `after` every change since that cursor comes first, and none is left out.',
    subscribe: ({ args, context }) => watchBookings(context as SchedulingContext, args as BookingChangesArgs),
  })
  bookingChanged(
    @Root() event: LoggedEvent,
    @Ctx() _ctx: SchedulingContext,
    @Arg('filter', () => BookingChangeFilter, { nullable: true }) _filter?: BookingChangeFilter | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last change that was seen.' })
    _after?: string | null,
  ): BookingChange {
    const { actor, occurredAt } = event.metadata;
    return {
      id: event.id,
      cursor: event.cursor,
      kind: eventKindOf(event.name),
      occurredAt: new Date(occurredAt),
      actor: { kind: actor.kind, id: actor.id || null },
      booking: viewOf((event.payload as BookingChangePayload).booking),
    };
  }
}
