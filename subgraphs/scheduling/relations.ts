import type { Relations } from '#platform/access.ts';
import { keepsAbsencesOf } from './absences/absence-access.ts';
import type { BookingView } from './bookings/booking-view.ts';
import { isVisible } from './bookings/find-booking.ts';
import type { SchedulingContext } from './context.ts';
import type { EventTypeRow } from './event-types/event-type.entity.ts';
import { mayManage } from './event-types/may-manage.ts';
import { templateOf } from './managed-event-types/template-of.ts';

interface Thing {
  id: string;
  ownerId?: string;
}

/** What the viewer is to things of this subgraph: what `role` of `@access` means here. */
export const schedulingRelations: Relations<SchedulingContext> = {
  roles: {
    SELF: ({ id }: Thing, { viewer }) => viewer.kind === 'USER' && viewer.id === id,
    SELF_OR_TEAM_ADMIN: ({ id }: Thing, ctx) => keepsAbsencesOf(ctx, id),
    TEAM_MEMBER: ({ id }: Thing, { viewer }) => viewer.kind === 'USER' && Object.hasOwn(viewer.roles, id),
    // A user or a team manages itself.
    MANAGER: ({ id, ownerId = id }: Thing, { viewer }) => mayManage(viewer, ownerId),
    MANAGER_OR_TEMPLATE_MANAGER: async (eventType: EventTypeRow, ctx) => {
      if (mayManage(ctx.viewer, eventType.ownerId)) return true;
      const template = await templateOf(ctx, eventType);
      return template !== null && mayManage(ctx.viewer, template.ownerId);
    },
    // Whoever came by a guest's link sees what guests see, even where they are somebody else too.
    ORGANIZER: async (booking: BookingView, ctx) => !booking.asGuest && (await isVisible(ctx, booking)),
  },
};
