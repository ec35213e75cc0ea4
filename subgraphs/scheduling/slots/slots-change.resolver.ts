import { Args, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { SchedulingContext } from '../context.ts';
import type { SlotsChange as SlotsChangePayload } from './change-queue.ts';
import { slotView } from './slot-view.ts';
import { SlotsChange } from './slots-change.graphql.ts';
import { SlotsWindowArgs } from './slots-window.graphql.ts';
import { watchSlots } from './watch-slots.ts';

@Resolver()
export class SlotsChangeResolver {
  @Access({ to: 'PUBLIC' })
  @Subscription(() => SlotsChange, {
    description:
      'Slots that come and go, for whatever reason: bookings, schedules, calendars, the time itself. Subscribe first, then ask for `slots`, and apply each change by `startsAt`. A slot that can still be booked, with another host or fewer seats, is no change. Changes in quick succession come as one. Nothing is replayed: after a reconnect ask for `slots` again. NOT_FOUND where there is no such event type.',
    subscribe: ({ args, context }) => watchSlots(context as SchedulingContext, args as SlotsWindowArgs),
  })
  slotsChanged(
    @Root() change: SlotsChangePayload,
    @Args(() => SlotsWindowArgs) { timeZone }: SlotsWindowArgs,
  ): SlotsChange {
    return {
      cursor: change.cursor,
      added: change.added.map(slot => slotView(slot, timeZone)),
      removed: change.removed.map(slot => slotView(slot, timeZone)),
    };
  }
}
