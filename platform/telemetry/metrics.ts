import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { isErrorCode } from '../errors.ts';

/** The figures of this process, whichever parts of the product run in it. */
export const registry = new Registry();

const registers = [registry];
/** From what memory answers to what a client gives up on. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]) {
  return new Counter({ name, help, labelNames, registers });
}

export function histogram<Label extends string>(name: string, help: string, labelNames: readonly Label[]) {
  return new Histogram({ name, help, labelNames, registers, buckets });
}

interface Reading<Label extends string> {
  labels: Record<Label, string>;
  value: number;
}

/** A figure that is read when somebody asks for it. */
export interface Readings<Label extends string> {
  /** Adds a place to read at; returns the function that takes it away again. */
  watch(read: () => readonly Reading<Label>[] | Promise<readonly Reading<Label>[]>): () => void;
}

/** `gauge`: goes up and down. `counter`: only ever grows while the process lives. */
export function readings<Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
  kind: 'gauge' | 'counter' = 'gauge',
): Readings<Label> {
  const places = new Set<() => readonly Reading<Label>[] | Promise<readonly Reading<Label>[]>>();
  const Kind = kind === 'gauge' ? Gauge<Label> : Counter<Label>;
  new Kind({
    name,
    help,
    labelNames,
    registers,
    async collect() {
      this.reset();
      const found = await Promise.all([...places].map(async read => read()));
      // Two pools of one name in one process, as tests have them, are one figure.
      for (const { labels, value } of found.flat()) this.inc(labels, value);
    },
  });
  return {
    watch(read) {
      places.add(read);
      return () => places.delete(read);
    },
  };
}

/** What stands for every value beyond the first. */
const OTHER = 'other';

/** Lets the first so many values through: whatever clients send, a metric does not grow without end. */
export function bounded(max: number): (value: string) => string {
  const known = new Set<string>();
  return value => {
    if (known.has(value)) return value;
    if (known.size >= max) return OTHER;
    known.add(value);
    return value;
  };
}

/** `OK`, or the code of the first error, as far as it is one of ours. */
export function outcomeOf(errors: readonly { extensions?: Record<string, unknown> }[] | undefined): string {
  const [first] = errors ?? [];
  if (!first) return 'OK';
  const code = first.extensions?.['code'];
  return isErrorCode(code) ? code : OTHER;
}

export const secondsSince = (start: number) => (performance.now() - start) / 1000;
