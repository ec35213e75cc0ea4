import type { OnStop } from '#platform/process.ts';

export interface Benchmark {
  /** One line for the list of benchmarks. */
  about: string;
  /** What is measured, between which two points, with what beside it; printed before every run. */
  method: string;
  run(onStop: OnStop, options: readonly string[]): Promise<void>;
}
