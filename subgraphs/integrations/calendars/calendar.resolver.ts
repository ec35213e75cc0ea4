import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { hasScope } from '#platform/principal.ts';
import type { IntegrationsContext } from '../context.ts';
import { Booking, User } from '../foreign-entities.graphql.ts';
import { BookingReference, CalendarConnection } from './calendar.graphql.ts';

// No calendar can be connected yet: these two give the graph its shape and are truthfully empty.

@Resolver(() => User)
export class UserCalendarsResolver {
  @Access({ to: 'USER' })
  @FieldResolver(() => [CalendarConnection], {
    nullable: true,
    description: "The user's calendar accounts. Null for credentials without `CALENDAR_READ`.",
  })
  calendarConnections(@Ctx() ctx: IntegrationsContext): CalendarConnection[] | null {
    return hasScope(ctx.viewer, 'CALENDAR_READ') ? [] : null;
  }
}

@Resolver(() => Booking)
export class BookingReferencesResolver {
  @Access({ to: 'USER', scope: 'BOOKING_READ' })
  @FieldResolver(() => [BookingReference], {
    nullable: true,
    description:
      'Calendar events and meetings that stand for the booking. Null where the viewer may not know of them.',
  })
  references(): BookingReference[] {
    return [];
  }
}
