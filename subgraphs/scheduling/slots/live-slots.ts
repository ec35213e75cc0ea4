import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Clock } from '#platform/clock.ts';
import { AppError } from '#platform/errors.ts';
import type { EventLog, LoggedEvent } from '#platform/event-log.ts';
import type { Logger } from '#platform/logger.ts';
import type { SlotsChange } from './change-queue.ts';
import { LiveWindow } from './live-window.ts';
import { type LiveQuestion, loadLiveSlots } from './load-live-slots.ts';
import { touches } from './touches.ts';

export interface LiveSlots {
  /**
   * Changes from now on: what is committed after this resolves is in one of them. However many ask the same
   * question, it is answered once.
   */
  subscribe(question: LiveQuestion): Promise<AsyncIterableIterator<SlotsChange>>;
  stats(): LiveSlotsStats;
  close(): void;
}

interface LiveSlotsStats {
  /** Lists that somebody listens to. */
  windows: number;
  subscribers: number;
  /** Timers that wait for a list to change by time alone. */
  timers: number;
  /** Lists computed since the start of the process. */
  computations: number;
}

interface Parts {
  orm: MikroORM;
  clock: Clock;
  eventLog: EventLog;
  log: Logger;
}

/** The rest of the pool stays with requests, however many lists one event touches. */
const MAX_PARALLEL = 4;
/** Anybody may listen to any span of time: there has to be an end. */
const MAX_WINDOWS = 10_000;
const RETRY_MS = 1_000;

/** Runs so many at once; the others wait for their turn. */
function createLanes(count: number) {
  let free = count;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--;
    else await new Promise<void>(resolve => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

/** One reader of the log for as long as it is wanted, which goes on where it stopped when a page could not be read. */
function createFollower(eventLog: EventLog, log: Logger, onEvent: (event: LoggedEvent) => void) {
  let reader: AsyncIterator<LoggedEvent> | null = null;
  let following: Promise<void> | null = null;
  let cursor = '';

  async function read(own: AsyncIterator<LoggedEvent>) {
    for (;;) {
      const step = await own.next().catch(error => {
        log.warn({ err: error }, 'the event log could not be read for live slots; trying again');
        return sleep(RETRY_MS, null, { ref: false });
      });
      if (step?.done) return;
      if (!step) continue;
      cursor = step.value.cursor;
      onEvent(step.value);
    }
  }

  return {
    /** Of the last event. */
    cursor: () => cursor,
    /** Everything that is committed after this resolves will be told. */
    start(isWanted: () => boolean): Promise<void> {
      following ??= (async () => {
        cursor = await eventLog.head();
        reader = await eventLog.subscribe({ accepts: () => true });
        void read(reader);
        if (!isWanted()) this.stop();
      })().catch(error => {
        following = null;
        throw error;
      });
      return following;
    },
    stop() {
      if (!reader) return;
      void reader.return?.();
      reader = null;
      following = null;
    },
  };
}

/** The zone is not part of it: it only names the date of a slot, for each subscriber. */
const keyOf = ({ eventTypeId, from, to, duration }: LiveQuestion) =>
  [eventTypeId, from, to, duration].join(' ');

/**
 * Lists of slots that are kept up to date while somebody listens, one set a process. One reader follows the
 * event log for all of them; what an event can touch is computed anew, and what became different is sent.
 */
export function createLiveSlots({ orm, clock, eventLog, log }: Parts): LiveSlots {
  const windows = new Map<string, LiveWindow>();
  const timers = new Set<NodeJS.Timeout>();
  const inLane = createLanes(MAX_PARALLEL);
  let computations = 0;
  let isClosed = false;

  const follower = createFollower(eventLog, log, event => {
    for (const window of windows.values()) {
      if (!window.sources || touches(event, window.sources)) window.outdate(event.cursor);
    }
  });

  const parts = {
    clock,
    log,
    timers,
    cursor: follower.cursor,
    compute: (question: LiveQuestion, begin: () => void) =>
      inLane(() => {
        begin();
        computations++;
        return loadLiveSlots(orm.em.fork() as EntityManager, question, clock.now());
      }),
  };

  function windowFor(question: LiveQuestion): LiveWindow {
    const key = keyOf(question);
    const known = windows.get(key);
    if (known) return known;
    if (windows.size >= MAX_WINDOWS) {
      throw new AppError('UNAVAILABLE', 'Too many lists of slots are being watched. Try again later.');
    }
    const window = new LiveWindow(question, parts, () => {
      windows.delete(key);
      if (windows.size === 0) follower.stop();
    });
    windows.set(key, window);
    return window;
  }

  return {
    async subscribe(question) {
      if (isClosed) throw new AppError('UNAVAILABLE', 'The server is stopping. Subscribe again.');
      return windowFor(question).subscribe(() => follower.start(() => windows.size > 0));
    },
    stats() {
      const subscribers = [...windows.values()].reduce((sum, window) => sum + window.size, 0);
      return { windows: windows.size, subscribers, timers: timers.size, computations };
    },
    close() {
      isClosed = true;
      for (const window of [...windows.values()]) window.end();
    },
  };
}
