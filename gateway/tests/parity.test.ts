import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestClock } from '#platform/testing/clock.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { bookingInput } from './kit/stories.ts';

const DAY_MS = 86_400_000;
const FIVE_MINUTES_MS = 300_000;
/** Clocks change in London and Berlin on the 28th of March, in New York on the 14th, in Lord Howe on the 4th of April. */
const FROM = Date.parse('2027-03-27T00:00:00Z');

const options = fc.record({
  durationMinutes: fc.constantFrom(15, 25, 30, 45, 60),
  slotIntervalMinutes: fc.constantFrom(null, 10, 15, 30),
  startOffsetMinutes: fc.constantFrom(0, 0, 5),
  isOptimized: fc.boolean(),
  isFirstOfDayOnly: fc.constantFrom(false, false, true),
  bufferBeforeMinutes: fc.constantFrom(0, 10),
  bufferAfterMinutes: fc.constantFrom(0, 15),
  minimumNoticeMinutes: fc.constantFrom(0, 3000),
  bookingWindow: fc.constantFrom(
    { kind: 'UNLIMITED' as const },
    { kind: 'BUSINESS_DAYS' as const, days: 3 },
    { kind: 'AVAILABLE_DAYS' as const, days: 2 },
    { kind: 'DATES' as const, firstDate: '2027-03-28', lastDate: '2027-03-29' },
  ),
  limits: fc.constantFrom(
    [],
    [{ scope: 'HOST' as const, unit: 'BOOKINGS' as const, period: 'DAY' as const, max: 2 }],
    [
      {
        scope: 'EVENT_TYPE' as const,
        unit: 'MINUTES' as const,
        period: 'ROLLING' as const,
        days: 2,
        max: 60,
      },
    ],
  ),
});

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const anybody = fc.record({
  timeZone: fc.constantFrom('Europe/London', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
  startsAt: fc.constantFrom('00:30', '09:00', '09:10', '22:00'),
  endsAt: fc.constantFrom('04:00', '12:00', '17:30'),
});

const SHORT = { numRuns: 12 };
const LONG = { numRuns: 200 };

describe('the parity law, through the API', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-26T08:00:00Z') });
  });
  afterAll(() => graph.stop());

  async function eventTypeOf(
    person: typeof anybody extends fc.Arbitrary<infer T> ? T : never,
    settings: object,
  ) {
    const user = await graph.signUp();
    const { me } = (await graph.execute(ops.MeDocument, {}, { key: user.key })).data;
    const { startsAt, endsAt, timeZone } = person;
    const hours = weekdays.map(weekday => ({ weekday, startsAt, endsAt }));
    const scheduleId = me.schedules?.[0]?.id ?? '';
    const set = { scheduleId, timeZone, hours };
    await graph.execute(ops.SetWeeklyHoursDocument, { input: set }, { key: user.key });
    const input = { slug: 'parity', title: 'Parity', durationMinutes: 30, ...settings };
    const { createEventType } = (
      await graph.execute(ops.CreateEventTypeDocument, { input }, { key: user.key })
    ).data;
    if (createEventType.__typename !== 'EventTypeCreated') throw new Error(JSON.stringify(createEventType));
    return createEventType.eventType.id;
  }

  const slotsOf = async (eventTypeId: string) => {
    const variables = {
      eventTypeId,
      from: new Date(FROM).toISOString(),
      to: new Date(FROM + 4 * DAY_MS).toISOString(),
      timeZone: 'UTC',
      first: 1000,
    };
    const { slots } = (await graph.execute(ops.SlotsDocument, variables)).data;
    return slots.edges.map(edge => edge.node.startsAt);
  };
  const failuresAt = async (eventTypeId: string, startsAt: string) => {
    const { explainSlot } = (await graph.execute(ops.ExplainSlotDocument, { eventTypeId, startsAt })).data;
    return explainSlot.verdicts.filter(verdict => !verdict.passed).map(({ rule }) => rule);
  };
  const book = async (eventTypeId: string, startsAt: string) => {
    const input = bookingInput(eventTypeId, { startsAt, endsAt: startsAt });
    return (await graph.execute(ops.CreateBookingDocument, { input })).data.createBooking.__typename;
  };

  it('a time is listed exactly when nothing speaks against it, and exactly then it can be booked', async () => {
    let made = 0;
    let refused = 0;
    const picks = fc.array(fc.nat(4 * 288 - 1), { minLength: 4, maxLength: 4 });
    const property = fc.asyncProperty(
      anybody,
      options,
      picks,
      fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
      async (person, settings, anywhere, chosen) => {
        const eventTypeId = await eventTypeOf(person, settings);
        for (const pick of chosen) {
          const offered = await slotsOf(eventTypeId);
          const start = offered[pick % Math.max(1, offered.length)];
          if (!start) break;
          expect([start, await failuresAt(eventTypeId, start)]).toEqual([start, []]);
          expect([start, await book(eventTypeId, start)]).toEqual([start, 'BookingCreated']);
          made++;
        }
        const offered = new Set(await slotsOf(eventTypeId));
        for (const pick of anywhere) {
          const start = new Date(FROM + pick * FIVE_MINUTES_MS).toISOString();
          const failures = await failuresAt(eventTypeId, start);
          expect([start, failures.length === 0]).toEqual([start, offered.has(start)]);
          if (failures.length === 0) continue;
          expect(await book(eventTypeId, start)).not.toBe('BookingCreated');
          refused++;
        }
      },
    );
    await fc.assert(property, { ...(testEnvironment.isLong ? LONG : SHORT), endOnFailure: true });
    // Not because there was nothing to book, or to refuse.
    expect(Math.min(made, refused)).toBeGreaterThan(8);
  }, 600_000);
});
