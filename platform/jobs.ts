import { Logger as GraphileLogger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import type { Logger } from './logger.ts';
import { cutSilentConnections } from './lost-connections.ts';
import { observeTasks, watchQueue } from './telemetry/job-metrics.ts';
import { watchPool } from './telemetry/pool-metrics.ts';

export type { TaskList };

/** Jobs of a subgraph live in a schema of their own, in the subgraph's database: a job commits with its cause. */
export const jobsSchema = (schema: string) => `${schema}_jobs`;

interface JobSpec {
  task: string;
  payload: Record<string, unknown>;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  runAt?: Date;
  /** Instead of `runAt`: so long after now, by the clock of the database, which decides when jobs run. */
  afterMs?: number;
  maxAttempts?: number;
}

/** `add_job(…)` as an expression, to be selected inside the transaction that makes the job necessary. */
export function addJob(schema: string, job: JobSpec) {
  const runAt =
    job.afterMs === undefined
      ? sql`${job.runAt ?? null}::timestamptz`
      : sql`clock_timestamp() + make_interval(secs => ${job.afterMs / 1000}::float8)`;
  return sql`${sql.id(jobsSchema(schema), 'add_job')}(
    ${job.task}::text,
    payload := ${JSON.stringify(job.payload)}::json,
    queue_name := ${job.queue ?? null}::text,
    run_at := ${runAt},
    max_attempts := ${job.maxAttempts ?? 25}::int
  )`;
}

interface JobsOptions {
  url: string;
  schema: string;
  tasks: TaskList;
  /** Lines of a crontab, `* * * * * task`, in UTC. However many processes there are, one makes the job. */
  crontab: readonly string[];
  /** How many jobs run at once in this process. */
  concurrency: number;
  log: Logger;
}

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

function bridge(log: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message, meta) => log[LEVELS[level]]({ meta }, message));
}

export function migrateJobs(options: Pick<JobsOptions, 'url' | 'schema' | 'log'>): Promise<void> {
  return runMigrations({
    connectionString: options.url,
    schema: jobsSchema(options.schema),
    logger: bridge(options.log),
  });
}

/** Runs jobs until stopped; stopping waits for the running ones. */
export async function runJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.concurrency + 2,
    application_name: `almanac ${options.schema} jobs`,
  });
  let isStopping = false;
  pool.on('error', error => {
    // The error itself carries the whole connection along.
    if (!isStopping) options.log.warn({ reason: error.message }, 'a job connection was lost');
  });
  // A checked-out client reports a lost server on itself; without a listener that would end the process.
  pool.on('connect', client => client.on('error', () => {}));
  cutSilentConnections(pool);
  const runner: Runner = await run({
    pgPool: pool,
    schema: jobsSchema(options.schema),
    taskList: observeTasks(options.schema, options.tasks),
    crontab: options.crontab.join('\n'),
    concurrency: options.concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: bridge(options.log),
  });
  watchPool(`${options.schema} jobs`, pool);
  const stopWatching = watchQueue({
    subgraph: options.schema,
    pool,
    schema: jobsSchema(options.schema),
    tasks: Object.keys(options.tasks),
  });
  return {
    async stop() {
      isStopping = true;
      stopWatching();
      await runner.stop();
      await pool.end();
    },
  };
}
