import { describe, expect, it, jest } from '@jest/globals';
import { messageOf } from './message.ts';
import { createReader } from './reader.ts';

const limits = { maxBuffered: 10, maxWaiting: 3, stallMs: 1_000 };

/** A way that takes nothing until it is told to. */
function narrowWay(after: string | null = null) {
  const way = { sent: [] as unknown[], full: false, isCut: false, missed: 0 };
  const outlet = {
    send: (json: string) => void way.sent.push(JSON.parse(json)),
    buffered: () => (way.full ? 10 : 0),
    terminate() {
      way.isCut = true;
    },
    restart() {},
  };
  return { way, reader: createReader(outlet, limits, after, () => way.missed++) };
}

const event = (number: number) => messageOf({ data: { number } }, `c${number}`);
const numbers = (sent: unknown[]) => sent.map(result => (result as { data: { number: number } }).data.number);

describe('a reader', () => {
  it('is sent what comes, as it comes', () => {
    const { way, reader } = narrowWay();
    for (let i = 0; i < 5; i++) reader.push(event(i));
    expect(way.sent).toEqual([0, 1, 2, 3, 4].map(number => ({ data: { number } })));
  });

  it('that is too slow loses the oldest, and is told how many and where to go on', () => {
    jest.useFakeTimers();
    try {
      const { way, reader } = narrowWay('c-1');
      reader.push(event(0));
      way.full = true;
      for (let i = 1; i <= 6; i++) reader.push(event(i));
      expect(numbers(way.sent)).toEqual([0]);
      way.full = false;
      jest.advanceTimersByTime(100);
      expect(numbers(way.sent)).toEqual([0, 4, 5, 6]);
      expect(way.sent[1]).toEqual({ data: { number: 4 }, extensions: { gap: { missed: 3, after: 'c0' } } });
      expect(way.sent[2]).toEqual({ data: { number: 5 } });
      expect(way.missed).toBe(3);
      reader.push(event(7));
      expect(numbers(way.sent).at(-1)).toBe(7);
    } finally {
      jest.useRealTimers();
    }
  });

  it('that lost everything since it began is told to begin there again', () => {
    jest.useFakeTimers();
    try {
      const { way, reader } = narrowWay('c-1');
      way.full = true;
      for (let i = 0; i < 4; i++) reader.push(event(i));
      way.full = false;
      jest.advanceTimersByTime(100);
      expect(way.sent[0]).toMatchObject({ extensions: { gap: { missed: 1, after: 'c-1' } } });
    } finally {
      jest.useRealTimers();
    }
  });

  it('that takes nothing at all is cut off, and one that takes little is not', () => {
    jest.useFakeTimers();
    try {
      const { way, reader } = narrowWay();
      way.full = true;
      reader.push(event(0));
      jest.advanceTimersByTime(900);
      expect(way.isCut).toBe(false);
      jest.advanceTimersByTime(200);
      expect(way.isCut).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is sent an event that is larger than what may be in its way once nothing is', () => {
    jest.useFakeTimers();
    try {
      const sent: string[] = [];
      let buffered = 3;
      const outlet = {
        send: (json: string) => void sent.push(json),
        buffered: () => buffered,
        terminate() {},
        restart() {},
      };
      const reader = createReader(outlet, limits, null, () => {});
      reader.push(event(1));
      jest.advanceTimersByTime(100);
      expect(sent).toEqual([]);
      buffered = 0;
      jest.advanceTimersByTime(100);
      expect(sent).toHaveLength(1);
      reader.stop();
    } finally {
      jest.useRealTimers();
    }
  });

  it('is sent what waits when its subscription ends', () => {
    const { way, reader } = narrowWay();
    way.full = true;
    for (let i = 0; i < 3; i++) reader.push(event(i));
    expect(way.sent).toEqual([]);
    reader.flush();
    expect(numbers(way.sent)).toEqual([0, 1, 2]);
    reader.stop();
  });
});
