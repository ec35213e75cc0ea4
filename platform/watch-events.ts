import type { EventLog, LoggedEvent } from './event-log.ts';

/** Silence for longer than this means that the connection is dead: its reader can tell. */
const PULSE_MS = 1000;

interface Watch<Word> {
  /** Cursor of the last word that was heard; without one, from now on. */
  after?: string | null | undefined;
  accepts(event: LoggedEvent): boolean;
  /** What is said of an event, or of none. `cursor`: where to go on. */
  tell(event: LoggedEvent | null, cursor: string): Word;
}

/**
 * The log for one of our own processes. The first word comes at once and one more each second, whether or not there is
 * anything to tell.
 */
export async function watchEvents<Word>(
  log: EventLog,
  { after, accepts, tell }: Watch<Word>,
): Promise<AsyncIterableIterator<Word>> {
  let cursor = after ?? (await log.head());
  const events = await log.subscribe({ after: cursor, accepts });
  let waiting: Promise<IteratorResult<LoggedEvent>> | null = null;
  let isFirst = true;

  async function nextEvent() {
    const pulse = Promise.withResolvers<null>();
    const timer = setTimeout(() => pulse.resolve(null), isFirst ? 0 : PULSE_MS);
    waiting ??= events.next();
    const step = await Promise.race([waiting, pulse.promise]);
    clearTimeout(timer);
    isFirst = false;
    if (step) waiting = null;
    return step;
  }

  const words: AsyncIterableIterator<Word> = {
    async next() {
      const step = await nextEvent();
      if (step?.done) return { done: true, value: undefined };
      if (step) cursor = step.value.cursor;
      return { done: false, value: tell(step?.value ?? null, cursor) };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return words;
    },
  };
  return words;
}
