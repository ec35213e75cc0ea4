import closeWithGrace from 'close-with-grace';

/** What has to be undone when a process ends, or when it does not get up at all. */
export type OnStop = (undo: () => Promise<unknown>) => void;

/** What still runs then is cut. */
const GRACE_MS = 9_500;

interface ProcessOptions {
  /** Signals that mean something else to this process than its end. */
  isKeptBy?: 'SIGHUP'[];
}

/**
 * Runs a process until it is told to stop. Whatever was started is undone in reverse order: on SIGTERM and
 * SIGINT, after a fault, and when the start itself fails. A failed start is one sentence and exit code 1.
 */
export async function runProcess(
  start: (onStop: OnStop) => Promise<void>,
  { isKeptBy = [] }: ProcessOptions = {},
): Promise<void> {
  const undos: (() => Promise<unknown>)[] = [];
  const stopAll = async () => {
    for (const undo of undos.splice(0).reverse()) {
      await undo().catch(error =>
        process.stderr.write(`${error instanceof Error ? error.message : error}\n`),
      );
    }
  };
  let isStopping = false;
  const starting = start(undo => undos.push(undo));
  closeWithGrace({ delay: GRACE_MS, logger: false, skip: isKeptBy }, async ({ err }) => {
    isStopping = true;
    if (err) process.stderr.write(`${err.stack}\n`);
    // What is half started cannot be undone: told to stop early, a process first gets up.
    await starting.catch(() => {});
    await stopAll();
  });
  try {
    await starting;
  } catch (error) {
    if (isStopping) return;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    await stopAll();
    process.exit(1);
  }
}

/** Whether there is such a process, of whichever account. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
