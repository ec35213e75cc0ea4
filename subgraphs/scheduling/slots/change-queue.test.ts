import { describe, expect, it } from '@jest/globals';
import type { Slot } from '../domain/slots.ts';
import { ChangeQueue, type SlotsChange } from './change-queue.ts';

const slot = (start: number): Slot => ({ start, end: start + 30, hostIds: [], seatsRemaining: null });
const change = (cursor: number, added: number[], removed: number[] = []): SlotsChange => ({
  isRestricted: false,
  cursor: String(cursor),
  added: added.map(slot),
  removed: removed.map(slot),
});

describe('a queue of changes', () => {
  it('hands them out in order, also to whoever waits already', async () => {
    const queue = new ChangeQueue(() => {});
    const first = queue.next();
    queue.push(change(1, [1]));
    queue.push(change(2, [2]));
    expect((await first).value.cursor).toBe('1');
    expect((await queue.next()).value.cursor).toBe('2');
  });

  it('keeps 64, and of one more only what all of them come to', async () => {
    const queue = new ChangeQueue(() => {});
    for (let i = 0; i < 64; i++) queue.push(change(i, [i]));
    queue.push(change(64, [99], [0, 5]));
    const { value } = await queue.next();
    expect(value.cursor).toBe('64');
    expect(value.removed).toEqual([]);
    expect(value.added).toHaveLength(63);
    queue.push(change(65, [5]));
    expect((await queue.next()).value).toEqual(change(65, [5]));
  });

  it('says nothing where they come to nothing', async () => {
    const queue = new ChangeQueue(() => {});
    for (let i = 0; i < 66; i++) queue.push(i % 2 === 0 ? change(i, [7]) : change(i, [], [7]));
    queue.push(change(100, [1]));
    // The 65th merged everything to "7 is there", the 66th took it away again.
    const seen = [await queue.next(), await queue.next(), await queue.next()].map(
      ({ value }) => value.cursor,
    );
    expect(seen).toEqual(['64', '65', '100']);
  });

  it('ends at once, also while somebody waits, and says so', async () => {
    let gone = 0;
    const queue = new ChangeQueue(() => gone++);
    const waiting = queue.next();
    await queue.return();
    expect([await waiting, await queue.next(), gone]).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
      1,
    ]);
  });
});
