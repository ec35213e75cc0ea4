import * as ops from '../../../examples/operations/operations.generated.ts';
import type { TestGraph, TestUser } from './graph.ts';

export const SERIES: Partial<ops.CreateEventTypeInput> = {
  durationMinutes: 60,
  recurrence: { frequencies: ['WEEKLY', 'MONTHLY'], maxOccurrences: 52 },
};

/** A weekly series on the clocks of UTC, four times unless told otherwise. */
export function seriesInput(
  eventTypeId: string,
  startsAt: string,
  change: Partial<ops.CreateSeriesInput> = {},
): ops.CreateSeriesInput {
  return {
    eventTypeId,
    startsAt,
    timeZone: 'UTC',
    rule: { frequency: 'WEEKLY', interval: 1, count: 4 },
    strategy: 'FAIL',
    attendee: { name: 'Grace Hopper', email: 'grace@example.com', timeZone: 'America/New_York' },
    idempotencyKey: `key ${Math.random()}`,
    ...change,
  };
}

/** Asks for a series, whatever comes of it. */
export async function askSeries(graph: TestGraph, input: ops.CreateSeriesInput) {
  return (await graph.execute(ops.CreateSeriesDocument, { input })).data.createSeries;
}

/** A series, with the secret of its link. */
export async function bookSeries(graph: TestGraph, input: ops.CreateSeriesInput) {
  const outcome = await askSeries(graph, input);
  if (outcome.__typename !== 'SeriesCreated') throw new Error(JSON.stringify(outcome));
  return { ...outcome.series, manageToken: outcome.manageToken };
}

/** What an organizer does, whatever comes of it. */
export async function confirmSeries(graph: TestGraph, user: TestUser, change: ops.ConfirmSeriesInput) {
  const input = { idempotencyKey: `key ${Math.random()}`, ...change };
  return (await graph.execute(ops.ConfirmSeriesDocument, { input }, { key: user.key })).data.confirmSeries;
}

export async function declineSeries(graph: TestGraph, user: TestUser, change: ops.DeclineSeriesInput) {
  const input = { idempotencyKey: `key ${Math.random()}`, ...change };
  return (await graph.execute(ops.DeclineSeriesDocument, { input }, { key: user.key })).data.declineSeries;
}

/** Days and weeks later, as the API spells instants. */
export function later(instant: string, days: number, hours = 0): string {
  return new Date(Date.parse(instant) + (days * 24 + hours) * 3_600_000).toISOString();
}
