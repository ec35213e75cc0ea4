import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Cost } from '#platform/demand.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import * as bookings from '../bookings/booking-result.graphql.ts';
import { type BookingView, viewOf } from '../bookings/booking-view.ts';
import { cancelRefused, changeRefused, tooLate } from '../bookings/refusal-view.ts';
import type { SchedulingContext } from '../context.ts';
import { weekdays } from '../schedules/schedule.graphql.ts';
import { cancelSeries } from './cancel-series.ts';
import { type CreateSeriesRefusal, createSeries, type SeriesReceipt } from './create-series.ts';
import { findSeries, type SeriesView, visibleBookingsOf } from './find-series.ts';
import { previewSeries } from './preview-series.ts';
import { minutesOf, rescheduleSeries } from './reschedule-series.ts';
import * as t from './series.graphql.ts';
import * as results from './series-result.graphql.ts';
import { changedView, occurrenceView, shiftedView, skippedView } from './series-view.ts';

function createdView({ series, bookings: made }: SeriesReceipt): SeriesView {
  return { ...series, createdAt: new Date(series.createdAt), bookings: made.map(viewOf) };
}

function seriesRefused(refusal: CreateSeriesRefusal, timeZone: string) {
  switch (refusal.kind) {
    case 'INVALID_ANSWERS':
      return new bookings.InvalidAnswers(refusal.fields);
    case 'LINK_SPENT':
      return new bookings.PrivateLinkSpent();
    default: {
      const { occurrences, duration } = refusal;
      return new results.SeriesConflict(
        occurrences.map(occurrence => occurrenceView(occurrence, { duration, timeZone })),
      );
    }
  }
}

@Resolver(() => t.BookingSeries)
export class SeriesResolver {
  @Access({ to: 'PUBLIC', scope: 'BOOKING_READ', role: 'GUEST_OR_ORGANIZER', otherwise: 'NULL' })
  @Query(() => t.BookingSeries, {
    nullable: true,
    description:
      'A series with its bookings: for its guest by `manageToken`, or for organizers of any of them; null for everybody else.',
  })
  bookingSeries(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: SchedulingContext,
    @Arg('manageToken', () => String, { nullable: true }) manageToken?: string | null,
  ): Promise<SeriesView | null> {
    return findSeries(ctx, id, manageToken);
  }

  @FieldResolver(() => t.RecurrenceRule, { description: 'As it was booked; bookings may have moved since.' })
  rule(@Root() { rule }: SeriesView): t.RecurrenceRule {
    return { ...rule, byWeekday: rule.byWeekday.flatMap(day => weekdays[day - 1] ?? []) };
  }

  @FieldResolver(() => [Booking], {
    description:
      'Its bookings as far as the viewer may see them, in order; below a mutation those that it was about. Guests ask `bookingSeries` with their token.',
  })
  async bookings(@Root() series: SeriesView, @Ctx() ctx: SchedulingContext): Promise<readonly BookingView[]> {
    return series.bookings ?? visibleBookingsOf(ctx, series.id);
  }

  @FieldResolver(() => [t.SkippedOccurrence], { description: 'Left out when it was booked.' })
  skipped(@Root() series: SeriesView): t.SkippedOccurrence[] {
    return series.skipped.map(skippedView);
  }

  @FieldResolver(() => [t.ShiftedOccurrence], { description: 'Moved within their day when it was booked.' })
  shifted(@Root() series: SeriesView): t.ShiftedOccurrence[] {
    return series.shifted.map(shiftedView);
  }

  @Cost(20)
  @Access({ to: 'PUBLIC' })
  @Query(() => t.SeriesPreview, {
    description:
      'Which occurrences of a series could be booked now, what stands against the others, and what is free instead.',
  })
  async previewSeries(
    @Args(() => t.PreviewSeriesArgs) args: t.PreviewSeriesArgs,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.SeriesPreview> {
    const preview = await previewSeries(ctx, args);
    const occurrences = preview.occurrences.map(occurrence => occurrenceView(occurrence, preview));
    return { occurrences, bookableCount: occurrences.filter(({ bookable }) => bookable).length };
  }

  @Access({ to: 'PUBLIC' })
  @Mutation(() => results.CreateSeriesResult, {
    description:
      'Books all occurrences of a series in one step, or those that can be had. Needs no account. Needs an idempotency key.',
  })
  async createSeries(
    @Arg('input', () => t.CreateSeriesInput) input: t.CreateSeriesInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.CreateSeriesResult> {
    const made = await createSeries(ctx, input);
    if (!made.ok) return seriesRefused(made.error, input.timeZone);
    return new results.SeriesCreated(createdView(made.value), made.value.manageToken);
  }

  @Access({ to: 'PUBLIC', scope: 'BOOKING_WRITE', role: 'GUEST_OR_ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => results.CancelSeriesResult, {
    description:
      'Cancels one booking of a series, it and those after it, or all: for the guest by `manageToken`, or for their organizers. Needs an idempotency key.',
  })
  async cancelSeries(
    @Arg('input', () => t.CancelSeriesInput) input: t.CancelSeriesInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.CancelSeriesResult> {
    const cancelled = await cancelSeries(ctx, input);
    if (!cancelled.ok) return cancelRefused(cancelled.error);
    const { view, views } = await changedView(ctx, cancelled.value.seriesId, cancelled.value.bookings);
    return new results.SeriesCancelled(view, views);
  }

  @Access({ to: 'PUBLIC', scope: 'BOOKING_WRITE', role: 'GUEST_OR_ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => results.RescheduleSeriesResult, {
    description:
      'Moves one booking of a series, it and those after it, or all, together: for the guest by `manageToken`, or for their organizers. Needs an idempotency key.',
  })
  async rescheduleSeries(
    @Arg('input', () => t.RescheduleSeriesInput) input: t.RescheduleSeriesInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.RescheduleSeriesResult> {
    const moved = await rescheduleSeries(ctx, input);
    if (moved.ok) {
      const { seriesId, bookings: changed, extra } = moved.value;
      const { view, views } = await changedView(ctx, seriesId, changed);
      const outcome = { skipped: extra.skipped.map(skippedView), shifted: extra.shifted.map(shiftedView) };
      return new results.SeriesRescheduled(view, views, outcome);
    }
    if (moved.error.kind === 'TOO_LATE') return tooLate(moved.error);
    if (moved.error.kind === 'SHARED') return new bookings.BookingShared();
    if (moved.error.kind !== 'SERIES_CONFLICT') return changeRefused(moved.error);
    const { occurrences, timeZone } = moved.error;
    return new results.SeriesConflict(
      occurrences.map(move => occurrenceView(move, { duration: minutesOf(move), timeZone })),
    );
  }
}

@Resolver(() => Booking)
export class BookingSeriesResolver {
  @FieldResolver(() => t.BookingSeries, {
    nullable: true,
    description: 'The series that it was booked with; null where it was booked on its own.',
  })
  series(
    @Root() { seriesId }: BookingView,
    @Ctx() ctx: SchedulingContext,
  ): Promise<SeriesView | null> | null {
    return seriesId ? ctx.loaders.series.load(seriesId) : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Its place in the series, 1 for the first.' })
  seriesPosition(@Root() { seriesPosition }: BookingView): number | null {
    return seriesPosition;
  }
}
