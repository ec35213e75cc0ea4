import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { viewOf } from '../bookings/booking-view.ts';
import { changeRefused, timedChangeRefused } from '../bookings/refusal-view.ts';
import type { SchedulingContext } from '../context.ts';
import { verdictView } from '../slots/slot-view.ts';
import { confirmSeries } from './confirm-series.ts';
import { declineSeries } from './decline-series.ts';
import * as t from './series-confirmation.graphql.ts';
import { changedView } from './series-view.ts';

@Resolver()
export class SeriesConfirmationResolver {
  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.ConfirmSeriesResult, {
    description:
      'Agrees to one booking of a series, it and those after it, or all, of those that wait for a host, in one step. Those whose time somebody else has by now are left waiting; SLOT_UNAVAILABLE where that is all of them. For organizers of every one that is meant. Needs an idempotency key.',
  })
  async confirmSeries(
    @Arg('input', () => t.ConfirmSeriesInput) input: t.ConfirmSeriesInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.ConfirmSeriesResult> {
    const confirmed = await confirmSeries(ctx, input);
    if (!confirmed.ok) return timedChangeRefused(confirmed.error);
    const { seriesId, bookings, extra } = confirmed.value;
    const { view, views } = await changedView(ctx, seriesId, bookings);
    const refused = extra.map(({ booking, reasons }) => ({
      booking: viewOf(booking),
      reasons: reasons.map(verdictView),
    }));
    return new t.SeriesConfirmed(view, views, refused);
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DeclineSeriesResult, {
    description:
      'Turns down one booking of a series, it and those after it, or all, of those that wait for a host, and frees their time. For organizers of every one that is meant. Needs an idempotency key.',
  })
  async declineSeries(
    @Arg('input', () => t.DeclineSeriesInput) input: t.DeclineSeriesInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.DeclineSeriesResult> {
    const declined = await declineSeries(ctx, input);
    if (!declined.ok) return changeRefused(declined.error);
    const { view, views } = await changedView(ctx, declined.value.seriesId, declined.value.bookings);
    return new t.SeriesDeclined(view, views);
  }
}
