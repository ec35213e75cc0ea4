/** A place in PostgreSQL's write-ahead log. It only ever grows. */
export type Lsn = bigint;

/** `16/B374D848`, as PostgreSQL writes it. */
export function parseLsn(text: string): Lsn {
  const [high = '0', low = '0'] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

interface Sample {
  /** Milliseconds of a clock that only goes forward. */
  at: number;
  lsn: Lsn;
}

/** Enough for minutes; where a replica stays behind for longer, the oldest may go: what it lacks is known anyway. */
const MAX_SAMPLES = 1000;

/**
 * How far a replica has come, told from places in the primary's log at known times. It asks no clock but our own, and
 * a replica that hears nothing from its primary any more is behind, not idle.
 */
export class Replay {
  /** Places that the replica has not reached yet, oldest first. */
  #ahead: Sample[] = [];
  #reached: Lsn | null = null;
  #currentTo = Number.NEGATIVE_INFINITY;

  /** What was committed before `at` lies before `lsn`. */
  sample(at: number, lsn: Lsn): void {
    this.#ahead.push({ at, lsn });
    if (this.#ahead.length > MAX_SAMPLES) this.#ahead.shift();
    this.#settle();
  }

  /** The replica has got so far. */
  reach(lsn: Lsn): void {
    if (this.#reached === null || lsn > this.#reached) this.#reached = lsn;
    this.#settle();
  }

  /** Nothing is known of the replica any more: after a restart it may stand before where it stood. */
  forget(): void {
    this.#reached = null;
    this.#ahead = [];
    this.#currentTo = Number.NEGATIVE_INFINITY;
  }

  has(lsn: Lsn): boolean {
    return this.#reached !== null && this.#reached >= lsn;
  }

  /** The replica holds everything that was committed so many milliseconds ago. */
  lag(now: number): number {
    return now - this.#currentTo;
  }

  #settle(): void {
    const open = this.#ahead.findIndex(({ lsn }) => !this.has(lsn));
    const passed = this.#ahead.splice(0, open < 0 ? this.#ahead.length : open);
    this.#currentTo = passed.at(-1)?.at ?? this.#currentTo;
  }
}
