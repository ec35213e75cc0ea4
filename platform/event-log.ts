import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AppError, badInput } from './errors.ts';
import type { LiveSource } from './live-marks.ts';
import type { Logger } from './logger.ts';
import { statements } from './orm.ts';
import { type DomainEvent, type EventRow, eventFromRow } from './outbox.ts';
import type { WakeChannel } from './pubsub.ts';
import { histogram, readings } from './telemetry/metrics.ts';
import { untraced } from './telemetry/tracing.ts';

/** Place in the log. Ordered by transaction first: see `eventTables`. */
interface Position {
  readonly transaction: bigint;
  readonly sequence: bigint;
}

export interface LoggedEvent extends DomainEvent {
  /** Opaque; `after: cursor` continues behind this event. */
  readonly cursor: string;
  readonly position: Position;
}

interface EventSubscription {
  /** Cursor of the last event that was seen; without one, only events from now on. */
  after?: string | null | undefined;
  accepts(event: LoggedEvent): boolean;
}

export interface EventLog {
  /**
   * Every accepted event behind `after` in commit order, then live ones. Nothing is skipped, however slowly it
   * is read: a reader that falls behind the shared buffer reads pages from the database until it has caught up.
   */
  subscribe(options: EventSubscription): Promise<AsyncIterableIterator<LoggedEvent> & LiveSource>;
  /** A cursor that everything lies behind which is not committed yet, and perhaps a little that is. */
  head(): Promise<string>;
  close(): void;
}

/** Events kept for readers that are up to date or a little behind. */
const BUFFER_SIZE = 2000;
const PAGE_SIZE = 500;
/** A lost wake-up delays an event by this much at the most. */
const POLL_MS = 1000;

const delay = histogram(
  'event_log_delay_seconds',
  'From when an event happened until live readers got it, by the newest event of every read.',
  ['subgraph'],
);
const readerCount = readings('event_log_readers', 'Who follows the event log.', ['subgraph']);

function compare(a: Position, b: Position): number {
  if (a.transaction !== b.transaction) return a.transaction < b.transaction ? -1 : 1;
  return a.sequence < b.sequence ? -1 : a.sequence > b.sequence ? 1 : 0;
}

function encodeCursor(position: Position): string {
  return Buffer.from(`${position.transaction}.${position.sequence}`).toString('base64url');
}

function decodeCursor(cursor: string, field: string): Position {
  const match = /^(\d{1,19})\.(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!match) throw badInput(field, `\`${field}\` must be a cursor that this API returned.`);
  return { transaction: BigInt(match[1] ?? 0), sequence: BigInt(match[2] ?? 0) };
}

type LogRow = EventRow & { transaction_id: string; sequence: string; settled: boolean };

/**
 * A transaction below the snapshot's xmin is over, and no later one can get a lower id: rows up to there are
 * final. Rows above it are left for the next read, even when they are already visible. The order is by the
 * table's columns, which is why they are qualified: the selected ones are text, and "999" comes after "1000".
 */
async function readPage(orm: MikroORM, after: Position, limit: number) {
  const { rows } = await sql<LogRow>`
    select log.transaction_id::text, log.sequence::text, id, name, aggregate_type, aggregate_id, version, payload,
      metadata, audience, log.transaction_id < pg_snapshot_xmin(pg_current_snapshot()) as settled
    from outbox_events log
    where (log.transaction_id, log.sequence) > (${String(after.transaction)}::xid8, ${String(after.sequence)}::bigint)
    order by log.transaction_id, log.sequence limit ${limit}`.execute(statements(orm.em.fork()));
  const firstOpen = rows.findIndex(row => !row.settled);
  const events = (firstOpen < 0 ? rows : rows.slice(0, firstOpen)).map((row): LoggedEvent => {
    const position = { transaction: BigInt(row.transaction_id), sequence: BigInt(row.sequence) };
    return { ...eventFromRow(row), position, cursor: encodeCursor(position) };
  });
  return { events, hasUnsettled: firstOpen >= 0, isFull: rows.length === limit };
}

/**
 * Where a reader begins who wants only what is new: before every event whose transaction is still open or not
 * yet begun. A transaction that has already ended can lie behind that point too: `isOld` tells it.
 */
async function readHorizon(orm: MikroORM) {
  const { rows } = await sql<{ snapshot: string }>`
    select pg_current_snapshot()::text as snapshot`.execute(statements(orm.em.fork()));
  // xmin:xmax:open,open,…
  const [xmin = '0', xmax = '0', open = ''] = rows[0]?.snapshot.split(':') ?? [];
  const [end, running] = [BigInt(xmax), new Set(open.split(','))];
  return {
    position: { transaction: BigInt(xmin), sequence: 0n },
    isOld: ({ position }: LoggedEvent) =>
      position.transaction < end && !running.has(String(position.transaction)),
  };
}

/** The shared buffer: all settled events behind `from`, up to the newest one read. */
class Tail {
  #from: Position = { transaction: 0n, sequence: 0n };
  #events: LoggedEvent[] = [];
  /** Grows with every append; a reader that saw it before looking elsewhere knows whether to look again. */
  revision = 0;

  get head(): Position {
    return this.#events.at(-1)?.position ?? this.#from;
  }

  restart(from: Position) {
    this.#from = from;
    this.#events = [];
  }

  append(events: readonly LoggedEvent[]) {
    this.#events.push(...events);
    this.revision++;
    const excess = this.#events.length - BUFFER_SIZE;
    if (excess <= 0) return;
    this.#from = this.#events[excess - 1]?.position ?? this.#from;
    this.#events.splice(0, excess);
  }

  /** Whether the buffer holds everything behind a position. */
  covers(position: Position): boolean {
    return compare(position, this.#from) >= 0;
  }

  /** The first buffered event behind a position. */
  next(after: Position): LoggedEvent | undefined {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.#events[middle]?.position ?? after, after) > 0) high = middle;
      else low = middle + 1;
    }
    return this.#events[low];
  }
}

/**
 * One subscriber's walk through the log. Written by hand because `return()` on an async generator that waits
 * for a silent log would itself wait for the next event.
 */
class Reader implements AsyncIterableIterator<LoggedEvent>, LiveSource {
  readonly from: string;
  #page: LoggedEvent[] = [];
  #isDone = false;
  #resume: () => void = () => {};

  constructor(
    private readonly orm: MikroORM,
    private readonly tail: Tail,
    private position: Position,
    private readonly accepts: (event: LoggedEvent) => boolean,
    private readonly leave: (reader: Reader) => void,
  ) {
    this.from = encodeCursor(position);
  }

  /** There may be something new. */
  notify() {
    this.#resume();
  }

  end() {
    this.#isDone = true;
    this.leave(this);
    this.#resume();
  }

  async #advance(): Promise<LoggedEvent | undefined> {
    if (this.#page.length === 0) {
      if (this.tail.covers(this.position)) return this.tail.next(this.position);
      this.#page = (await readPage(this.orm, this.position, PAGE_SIZE)).events;
    }
    return this.#page.shift();
  }

  async next(): Promise<IteratorResult<LoggedEvent>> {
    while (!this.#isDone) {
      const { revision } = this.tail;
      const event = await this.#advance();
      if (event) {
        this.position = event.position;
        if (this.accepts(event)) return { done: false, value: event };
      } else if (!this.#isDone && revision === this.tail.revision) {
        await new Promise<void>(resolve => {
          this.#resume = resolve;
        });
      }
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<LoggedEvent>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

/** What cannot be measured must not keep anybody from reading. */
function measureDelay(subgraph: string, newest: LoggedEvent | undefined) {
  const at = Date.parse(newest?.metadata.occurredAt ?? '');
  if (!Number.isNaN(at)) delay.observe({ subgraph }, Math.max(0, Date.now() - at) / 1000);
}

export function createEventLog(orm: MikroORM, channel: WakeChannel, log: Logger): EventLog {
  const subgraph = String(orm.config.get('schema'));
  const tail = new Tail();
  const readers = new Set<Reader>();
  let reading: Promise<void> | null = null;
  let isAskedAgain = false;
  let timer: NodeJS.Timeout | undefined;
  let retryMs = 0;
  let isClosed = false;

  async function readOn() {
    do {
      isAskedAgain = false;
      const page = await readPage(orm, tail.head, PAGE_SIZE);
      if (page.events.length > 0) {
        tail.append(page.events);
        for (const reader of readers) reader.notify();
        measureDelay(subgraph, page.events.at(-1));
      }
      // An open transaction hides what committed after it began: look again soon, it rarely takes long.
      retryMs = page.hasUnsettled ? Math.min(100, retryMs * 2 || 4) : 0;
      if (page.isFull && !page.hasUnsettled) isAskedAgain = true;
    } while (isAskedAgain && !isClosed);
  }

  function wake() {
    clearTimeout(timer);
    if (isClosed || readers.size === 0) return;
    isAskedAgain = true;
    // For all who follow it, and not for whoever was there first.
    reading ??= untraced(readOn)
      .catch(error => log.warn({ err: error }, 'the event log could not be read; trying again'))
      .finally(() => {
        reading = null;
        timer = setTimeout(wake, isAskedAgain ? 0 : retryMs || POLL_MS).unref();
      });
  }

  const stopListening = channel.onWake(wake);
  const stopCounting = readerCount.watch(() => [{ labels: { subgraph }, value: readers.size }]);

  return {
    async subscribe({ after, accepts }) {
      const start = after == null ? null : decodeCursor(after, 'after');
      const horizon = await readHorizon(orm);
      if (isClosed) throw new AppError('UNAVAILABLE', 'The server is stopping. Subscribe again.');
      if (readers.size === 0 && !reading) tail.restart(horizon.position);
      const isWanted = start ? accepts : (event: LoggedEvent) => !horizon.isOld(event) && accepts(event);
      const reader = new Reader(orm, tail, start ?? horizon.position, isWanted, gone => readers.delete(gone));
      readers.add(reader);
      wake();
      return reader;
    },
    head: async () => encodeCursor((await readHorizon(orm)).position),
    close() {
      isClosed = true;
      clearTimeout(timer);
      stopListening();
      stopCounting();
      for (const reader of readers) reader.end();
    },
  };
}
