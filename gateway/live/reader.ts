import { type Message, withGap } from './message.ts';

/** A way to one client. */
export interface Outlet {
  /** Sends one result of the subscription, as JSON. */
  send(json: string): void;
  /** Bytes that were sent and have not left this process. */
  buffered(): number;
  /** Cuts the client off. */
  terminate(): void;
  /** Lets the client go without a last word, so that it comes again and goes on where it was. */
  restart(reason: string): void;
}

export interface ReaderLimits {
  /** Bytes in the way of a client above which events wait; a larger event goes out when nothing else is in the way. */
  maxBuffered: number;
  /** Events that may wait; the oldest give way to newer ones. */
  maxWaiting: number;
  /** A client that takes nothing for so long is cut off. */
  stallMs: number;
}

export const readerLimits: ReaderLimits = { maxBuffered: 65_536, maxWaiting: 128, stallMs: 30_000 };

const POLL_MS = 25;

export interface Reader {
  push(message: Message): void;
  /** Says with the next event that some were lost before it. */
  miss(): void;
  /** Sends what waits, however full the way is. */
  flush(): void;
  stop(): void;
}

/**
 * Sends a client its events as fast as it takes them. One that is slower than its events loses the oldest, and is
 * told so; one that takes nothing at all is cut off.
 */
export function createReader(
  outlet: Outlet,
  { maxBuffered, maxWaiting, stallMs }: ReaderLimits,
  /** Where the client begins to read. */
  after: string | null,
  onMissed: () => void,
): Reader {
  let waiting: Message[] = [];
  let missed = 0;
  let lastCursor = after;
  let timer: NodeJS.Timeout | undefined;
  let buffered = 0;
  let movedAt = 0;

  function hasRoom({ json }: Message): boolean {
    const left = outlet.buffered();
    return left === 0 || left + json.length <= maxBuffered;
  }

  function send(message: Message) {
    outlet.send(missed > 0 ? withGap(message, { missed, after: lastCursor }) : message.json);
    missed = 0;
    lastCursor = message.cursor;
  }

  function miss() {
    missed++;
    onMissed();
  }

  function sendWaiting(isForced: boolean) {
    let sent = 0;
    for (const message of waiting) {
      if (!isForced && !hasRoom(message)) break;
      send(message);
      sent++;
    }
    waiting = waiting.slice(sent);
  }

  function poll() {
    timer = undefined;
    const now = performance.now();
    const left = outlet.buffered();
    if (left < buffered) movedAt = now;
    sendWaiting(false);
    buffered = outlet.buffered();
    if (waiting.length === 0) return;
    if (now - movedAt > stallMs) outlet.terminate();
    else timer = setTimeout(poll, POLL_MS);
  }

  return {
    push(message) {
      if (waiting.length === 0 && hasRoom(message)) return send(message);
      waiting.push(message);
      if (waiting.length > maxWaiting) {
        waiting.shift();
        miss();
      }
      if (timer) return;
      movedAt = performance.now();
      buffered = outlet.buffered();
      timer = setTimeout(poll, POLL_MS);
    },
    miss,
    flush: () => sendWaiting(true),
    stop() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
