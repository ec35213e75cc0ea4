import { Field, InterfaceType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';

export const ProblemCode = registerEnum(
  'ProblemCode',
  'What kept a mutation from doing what it was asked: an outcome to be shown, not an error.',
  {
    SLOT_UNAVAILABLE: 'The time cannot be booked, or somebody was faster. Offer one of `nextSlots`.',
    INVALID_ANSWERS: 'Answers to the booking questions are missing or do not fit: show `fields`.',
    SERIES_CONFLICT:
      'Occurrences of a series cannot be booked: show `occurrences`, or ask again with SKIP or SHIFT.',
    BOOKING_LIMIT_REACHED: 'No more can be booked in this period: show `limit` and offer another time.',
    PRIVATE_LINK_SPENT: 'The private link was used as often as it may be, has expired or was revoked.',
    HOLD_EXPIRED:
      'The slot is not held any more. Hold it again, or book without `holdToken` if it is still free.',
    HOLD_NOT_EXTENDED:
      'The hold was extended as often as it may be. Let the guest finish, or hold the slot anew.',
    TRANSITION_REFUSED: 'A booking in this status cannot go where it was sent.',
    BOOKING_SHARED:
      'Others have seats in the booking: a guest cannot move it. Offer to cancel the seat and book another slot.',
    LAST_HOST: 'Somebody has to host a booking. Offer to reassign or cancel it.',
    CHANGE_TOO_LATE:
      'Guests cannot cancel or move it any more, or never could: show `message` and how to reach the host.',
    REASON_REQUIRED: 'The host asks for a reason: ask for one and send it as `reason`.',
    GUEST_LIMIT_REACHED: 'An attendee brings so many guests at the most: show `max`.',
    ATTENDEE_LIMIT_REACHED: 'The booking has no place for another attendee: show `max`.',
    ATTENDEE_REQUIRED: 'The booking is that of this attendee. Offer to cancel it instead.',
    INSTANT_BOOKING_TAKEN: 'Another host accepted it first: take it off the screen.',
    VERSION_CONFLICT: 'Somebody changed it since it was read. Show the current state and ask again.',
    SCHEDULE_IN_USE:
      'The schedule is the default one, or event types use it. Let them use another one first.',
    STAYS_OVERLAP: 'The user is somewhere else already on some of these dates. Remove that stay first.',
    STAND_IN_LOOP: 'Bookings would come back to whoever is away. Choose another stand-in.',
    SLUG_TAKEN:
      'The owner has another event type, or another routing form, at this address. Offer another slug.',
    MEMBER_SLUGS_TAKEN:
      'Some members have another event type at this address: show `members` and offer another slug.',
    FIELD_LOCKED: "The team's template decides about some of it: show `fields`. The others can be changed.",
    EVENT_TYPE_MANAGED:
      'It is a template, or made from one: change, delete or unassign it with the mutations of managed event types.',
    RESOURCE_IN_USE: 'Event types or bookings need the room or equipment. Offer to deactivate it.',
    EVENT_TYPE_IN_USE: 'An event type that has bookings cannot be deleted. Offer to deactivate it.',
  },
);

export type ProblemCode = keyof typeof ProblemCode;

@InterfaceType({
  description:
    'An expected outcome that is not success. `code` decides what a client shows, `message` says it in English.',
  autoRegisterImplementations: false,
})
export abstract class Problem {
  @Field(() => ProblemCode)
  code!: ProblemCode;

  @Field(() => String)
  message!: string;
}
