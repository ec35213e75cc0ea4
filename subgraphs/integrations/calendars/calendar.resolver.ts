import { FieldResolver, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { Booking, User } from '../foreign-entities.graphql.ts';
import { BookingReference, CalendarConnection } from './calendar.graphql.ts';

// No calendar can be connected yet: these two give the graph its shape and are truthfully empty.

@Resolver(() => User)
export class UserCalendarsResolver {
  @Tag('partner')
  @Access({ to: 'PUBLIC', scope: 'CALENDAR_READ', role: 'SELF' })
  @FieldResolver(() => [CalendarConnection], {
    nullable: true,
    description:
      "The user's calendar accounts. Seen by the user only, with `CALENDAR_READ`; null for everybody else.",
  })
  calendarConnections(): CalendarConnection[] {
    return [];
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
