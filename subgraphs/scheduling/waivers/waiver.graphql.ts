import { Field, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import type { WaivableRule as WaivableRuleName } from '../domain/waiver.ts';

export const WaivableRule = registerEnum<WaivableRuleName>(
  'WaivableRule',
  'A rule that can be set aside for one booking. Never set aside are hosts, seats, and time that was promised to somebody.',
  {
    ACTIVE: 'The event type is switched off. A template stays one.',
    DURATION: 'Any duration of 1 to 1440 minutes.',
    NOTICE: 'Any start to come.',
    WINDOW: 'A start outside the booking window.',
    RESTRICTION: 'A slot outside the hours of the event type.',
    AWAY: 'The host comes although they are away; nobody stands in for them.',
    CALENDAR: 'The host is booked although a calendar of theirs cannot be read.',
    HOURS: 'A slot outside the hours of the host. Where these do not say otherwise it is on the grid.',
    GRID: 'A start at any whole minute.',
    CONFLICT:
      'A slot beside events of outside calendars, and without the buffers of this booking. Bookings with their buffers, and holds, still stand in the way.',
    RESOURCE: 'A booking without the rooms and equipment that cannot be had.',
    LIMIT: 'A booking beyond the limits. It counts towards them.',
    LEAD: 'A host who has taken as many more turns than the others as may be.',
    FIRST_OF_DAY: 'Another slot than the first of a day.',
  },
);

export const waiveDescription =
  'Rules that may stand in the way of this booking. For who manages the event type or hosts the booking, with the scope `BOOKING_OVERRIDE`. What does not stand in the way goes on to hold.';
export const waiveReasonDescription =
  'Why rules are set aside; 1 to 1,000 characters. Needed with `waive`, seen in the history by organizers.';

@ObjectType({ description: 'Rules that were set aside for a booking.' })
export class BookingWaiver {
  @Field(() => [WaivableRule], { description: 'Only those that stood in the way.' })
  rules!: WaivableRuleName[];

  @Field(() => String)
  reason!: string;
}
