import type { JobHelpers, Task, TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { reportError } from './error-reports.ts';
import { histogram, readings, secondsSince } from './metrics.ts';
import { inSpan, SpanKind } from './tracing.ts';

const duration = histogram(
  'job_duration_seconds',
  'How long jobs ran. `failed` is tried again, `given_up` is not.',
  ['subgraph', 'task', 'outcome'],
);
const ready = readings('job_queue_ready', 'Jobs whose time has come and which nobody runs yet.', [
  'subgraph',
  'task',
]);
const age = readings('job_queue_oldest_seconds', 'How long the oldest of those has been due.', [
  'subgraph',
  'task',
]);
const givenUp = readings('job_queue_given_up', 'Jobs that failed for the last time.', ['subgraph', 'task']);

/** The same tasks, with a figure for every run. */
export function observeTasks(subgraph: string, tasks: TaskList): TaskList {
  const observe = (name: string, task: Task): Task => {
    return async (payload: unknown, helpers: JobHelpers) => {
      const start = performance.now();
      const end = (outcome: string) =>
        duration.observe({ subgraph, task: name, outcome }, secondsSince(start));
      try {
        await inSpan(
          `job ${name}`,
          { kind: SpanKind.CONSUMER, attributes: { 'job.subgraph': subgraph } },
          async () => task(payload, helpers),
        );
        end('done');
      } catch (error) {
        const isLast = helpers.job.attempts >= helpers.job.max_attempts;
        if (isLast) reportError(error, { job: `${subgraph} ${name}` });
        end(isLast ? 'given_up' : 'failed');
        throw error;
      }
    };
  };
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, task && observe(name, task as Task)]),
  ) as TaskList;
}

interface QueueRow {
  task: string;
  ready: number;
  oldest: number;
  given_up: number;
}

/** However often and by how many the page is read, the tables are read this often. */
const FRESH_MS = 5_000;

interface Queue {
  subgraph: string;
  pool: Pool;
  /** The PostgreSQL schema of the job tables. */
  schema: string;
  /** Tasks that are shown also while nothing waits. */
  tasks: readonly string[];
}

/**
 * Shows what waits in the job tables, events on their way to other subgraphs among it. Every process that runs
 * jobs shows the same. A database that does not answer leaves the figures out rather than the page.
 */
export function watchQueue({ subgraph, pool, schema, tasks }: Queue): () => void {
  const none = tasks.map((task): QueueRow => ({ task, ready: 0, oldest: 0, given_up: 0 }));
  let known = { rows: Promise.resolve<QueueRow[]>([]), until: 0 };

  async function read() {
    const { rows } = await pool.query<QueueRow>(
      `select task_identifier as task,
        count(*) filter (where attempts < max_attempts)::int as ready,
        coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts)), 0)::float8 as oldest,
        count(*) filter (where attempts >= max_attempts)::int as given_up
       from "${schema}".jobs where locked_at is null and run_at <= now() group by task_identifier`,
    );
    const waiting = new Set(rows.map(({ task }) => task));
    return [...rows, ...none.filter(({ task }) => !waiting.has(task))];
  }
  function fresh() {
    const now = performance.now();
    if (now >= known.until) known = { rows: read().catch(() => []), until: now + FRESH_MS };
    return known.rows;
  }
  const show = (figure: Exclude<keyof QueueRow, 'task'>) => async () =>
    (await fresh()).map(row => ({ labels: { subgraph, task: row.task }, value: row[figure] }));
  const stops = [ready.watch(show('ready')), age.watch(show('oldest')), givenUp.watch(show('given_up'))];
  return () => {
    for (const stop of stops) stop();
  };
}
