import { describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logger.ts';
import { createTestClock } from '#platform/testing/clock.ts';
import { LiveWindow, type WindowParts } from './live-window.ts';
import type { LiveAnswer } from './load-live-slots.ts';

const question = { eventTypeId: 'etp_1', from: 0, to: 1000, duration: 1 };
const sources = {
  eventTypeId: 'etp_1',
  ownerId: 'usr_1',
  userIds: new Set<string>(),
  resourceIds: new Set<string>(),
  countsForOwner: false,
};

/** A window whose computations are answered by hand. */
function openWindow() {
  const clock = createTestClock('2027-03-01T08:00:00Z');
  const asked: { answer(starts: number[], nextChangeAt?: number): void; fail(): void }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let dropped = 0;
  const parts: WindowParts = {
    clock,
    log: createLogger('test', 'silent'),
    timers,
    cursor: () => 'last',
    compute: (_question, begin) =>
      new Promise<LiveAnswer>((resolve, reject) => {
        begin();
        asked.push({
          answer: (starts, nextChangeAt = Number.POSITIVE_INFINITY) =>
            resolve({
              slots: starts.map(start => ({ start, end: start + 1, hostIds: [], seatsRemaining: null })),
              sources,
              nextChangeAt,
              isRestricted: false,
            }),
          fail: () => reject(new Error('The database is down.')),
        });
      }),
  };
  const window = new LiveWindow(question, parts, () => dropped++);
  return { window, asked, timers, clock, dropped: () => dropped };
}

const settle = () => new Promise(resolve => setImmediate(resolve));
const prepare = async () => {};

describe('a live window', () => {
  it('computes one at a time, and once more for all events that came meanwhile', async () => {
    const { window, asked } = openWindow();
    const opening = window.subscribe(prepare);
    await settle();
    asked[0]?.answer([1, 2]);
    const queue = await opening;
    window.outdate('a');
    window.outdate('b');
    window.outdate('c');
    await settle();
    expect(asked).toHaveLength(2);
    asked[1]?.answer([2]);
    await settle();
    expect(asked).toHaveLength(3);
    asked[2]?.answer([2, 3]);
    const [first, second] = [(await queue.next()).value, (await queue.next()).value];
    expect([first.cursor, first.removed[0]?.start]).toEqual(['a', 1]);
    expect([second.cursor, second.added[0]?.start]).toEqual(['c', 3]);
    await settle();
    expect(asked).toHaveLength(3);
    await queue.return();
  });

  it('notices an event that came while it was opened', async () => {
    const { window, asked } = openWindow();
    const opening = window.subscribe(prepare);
    await settle();
    window.outdate('a');
    asked[0]?.answer([1]);
    const queue = await opening;
    await settle();
    asked[1]?.answer([]);
    expect((await queue.next()).value).toMatchObject({ cursor: 'a', removed: [{ start: 1 }] });
    await queue.return();
  });

  it('tells everybody who waits when it cannot be opened, and is dropped', async () => {
    const { window, asked, dropped } = openWindow();
    const both = Promise.allSettled([window.subscribe(prepare), window.subscribe(prepare)]);
    await settle();
    asked[0]?.fail();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([asked.length, window.size, dropped()]).toEqual([1, 0, 1]);
  });

  it('tries again a second after a computation failed', async () => {
    const { window, asked, timers } = openWindow();
    const opening = window.subscribe(prepare);
    await settle();
    asked[0]?.answer([1]);
    const queue = await opening;
    window.outdate('a');
    await settle();
    asked[1]?.fail();
    await settle();
    expect([asked.length, timers.size]).toEqual([2, 1]);
    await new Promise(resolve => setTimeout(resolve, 1100));
    asked[2]?.answer([]);
    expect((await queue.next()).value).toMatchObject({ cursor: 'last', removed: [{ start: 1 }] });
    await queue.return();
    expect(timers.size).toBe(0);
  });

  it('looks again when time alone changes the list, and not after everybody has gone', async () => {
    const { window, asked, timers, clock, dropped } = openWindow();
    const opening = window.subscribe(prepare);
    await settle();
    asked[0]?.answer([1, 2], clock.now() + 5);
    const queue = await opening;
    await settle();
    expect(timers.size).toBe(1);
    await new Promise(resolve => setTimeout(resolve, 1100));
    expect(asked).toHaveLength(2);
    // It ends while the second computation runs.
    await queue.return();
    asked[1]?.answer([2], clock.now() + 5);
    await settle();
    expect([timers.size, dropped()]).toEqual([0, 1]);
  });
});
