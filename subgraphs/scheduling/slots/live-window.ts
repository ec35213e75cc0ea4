import type { Clock } from '#platform/clock.ts';
import type { Logger } from '#platform/logger.ts';
import { changesBetween, isNothing } from '../domain/slot-changes.ts';
import { DAY_MS } from '../domain/zone.ts';
import { ChangeQueue } from './change-queue.ts';
import type { LiveAnswer, LiveQuestion } from './load-live-slots.ts';
import type { SlotSources } from './touches.ts';

/** What all windows of a process share. */
export interface WindowParts {
  clock: Clock;
  log: Logger;
  /** Timers that wait for a list to change by time alone. */
  timers: Set<NodeJS.Timeout>;
  /** Calls `begin` when its turn has come, right before it reads. */
  compute(question: LiveQuestion, begin: () => void): Promise<LiveAnswer>;
  /** Cursor of the last event of the log. */
  cursor(): string;
}

const MIN_TIMER_MS = 1_000;
const RETRY_MS = 1_000;

/** One list of slots, kept up to date for everybody who listens to it. At most one computation runs at a time. */
export class LiveWindow {
  readonly #subscribers = new Set<ChangeQueue>();
  #answer: LiveAnswer | null = null;
  /** Of the last event that outdated it. */
  #cursor = '';
  #isOutdated = true;
  #isRefreshing = true;
  #timer: NodeJS.Timeout | undefined;
  #opened: Promise<void> | null = null;

  constructor(
    private readonly question: LiveQuestion,
    private readonly parts: WindowParts,
    private readonly onEmpty: (window: LiveWindow) => void,
  ) {}

  get size(): number {
    return this.#subscribers.size;
  }

  /** What the list was made from; `null` before it is known. */
  get sources(): SlotSources | null {
    return this.#answer?.sources ?? null;
  }

  /** Listens from when the list is known: `prepare` runs once before it is computed for the first time. */
  async subscribe(prepare: () => Promise<void>): Promise<ChangeQueue> {
    const queue = new ChangeQueue(gone => this.#leave(gone));
    this.#subscribers.add(queue);
    this.#opened ??= this.#open(prepare);
    try {
      await this.#opened;
    } catch (error) {
      queue.end();
      throw error;
    }
    return queue;
  }

  /** Something happened that can have changed the list. */
  outdate(cursor: string) {
    this.#isOutdated = true;
    this.#cursor = cursor;
    void this.#refresh();
  }

  end() {
    for (const queue of [...this.#subscribers]) queue.end();
  }

  #leave(queue: ChangeQueue) {
    if (!this.#subscribers.delete(queue) || this.size > 0) return;
    this.#stopTimer();
    this.onEmpty(this);
  }

  async #open(prepare: () => Promise<void>) {
    await prepare();
    this.#cursor = this.parts.cursor();
    await this.#update();
    this.#isRefreshing = false;
    void this.#refresh();
  }

  async #update() {
    const before = this.#answer;
    let cursor = this.#cursor;
    const after = await this.parts.compute(this.question, () => {
      // All that is known by now is in what is read next; what comes during the reading asks for another round.
      this.#isOutdated = false;
      cursor = this.#cursor;
    });
    this.#answer = after;
    if (!before) return;
    const changes = changesBetween(before.slots, after.slots);
    if (isNothing(changes)) return;
    for (const queue of this.#subscribers)
      queue.push({ ...changes, cursor, isRestricted: after.isRestricted });
  }

  /** Until it is up to date. Events that come meanwhile ask for one more round, not for one each. */
  async #refresh() {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    this.#stopTimer();
    try {
      while (this.#isOutdated && this.size > 0) await this.#update();
      const wait = (this.#answer?.nextChangeAt ?? Number.POSITIVE_INFINITY) - this.parts.clock.now();
      if (Number.isFinite(wait)) this.#startTimer(Math.min(Math.max(wait, MIN_TIMER_MS), DAY_MS));
    } catch (error) {
      const { log } = this.parts;
      if (this.size > 0) log.warn({ err: error }, 'live slots could not be computed; trying again');
      this.#startTimer(RETRY_MS);
    } finally {
      this.#isRefreshing = false;
    }
  }

  #stopTimer() {
    clearTimeout(this.#timer);
    if (this.#timer) this.parts.timers.delete(this.#timer);
    this.#timer = undefined;
  }

  #startTimer(ms: number) {
    if (this.size === 0) return;
    this.#timer = setTimeout(() => this.outdate(this.parts.cursor()), ms).unref();
    this.parts.timers.add(this.#timer);
  }
}
