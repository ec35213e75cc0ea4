import { randomUUID } from 'node:crypto';
import { AppError, errorCodes } from '#platform/errors.ts';

/** Whoever keeps a subscription open uses their session; it also bounds what a lost word could cost. */
const RECHECK_MS = 60_000;
/** While identity does not answer. */
const RETRY_MS = 1_000;

interface Watched {
  authorization: string;
  ends: Set<(reason: AppError) => void>;
  timer: NodeJS.Timeout | undefined;
  isAsking: boolean;
  isAskedAgain: boolean;
}

interface WatchOptions {
  identify(authorization: string, requestId: string): Promise<{ endsAt: Date | null }>;
  now(): number;
}

/** Credentials that something stays open for. One question each, however many subscriptions it has. */
export function createCredentialWatch({ identify, now }: WatchOptions) {
  const watched = new Map<string, Watched>();

  function askIn(id: string, ms: number) {
    const entry = watched.get(id);
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => check(id), ms).unref();
  }

  function end(id: string, reason: AppError) {
    const entry = watched.get(id);
    watched.delete(id);
    clearTimeout(entry?.timer);
    for (const told of entry?.ends ?? []) told(reason);
  }

  async function ask(id: string, { authorization }: Watched): Promise<void> {
    try {
      const { endsAt } = await identify(authorization, randomUUID());
      const left = endsAt ? endsAt.getTime() - now() : RECHECK_MS;
      askIn(id, Math.min(Math.max(left, RETRY_MS), RECHECK_MS));
    } catch (error) {
      if (error instanceof AppError && errorCodes[error.code].status === 401) end(id, error);
      else askIn(id, RETRY_MS);
    }
  }

  /** Asks identity whether the credential is still good, and ends what it holds open where it is not. */
  function check(id: string): void {
    const entry = watched.get(id);
    if (!entry) return;
    entry.isAskedAgain = true;
    if (entry.isAsking) return;
    entry.isAsking = true;
    void (async () => {
      while (entry.isAskedAgain) {
        entry.isAskedAgain = false;
        await ask(id, entry);
      }
      entry.isAsking = false;
    })();
  }

  return {
    check,
    add(id: string, authorization: string, told: (reason: AppError) => void): () => void {
      const entry = watched.get(id) ?? {
        authorization,
        ends: new Set(),
        timer: undefined,
        isAsking: false,
        isAskedAgain: false,
      };
      watched.set(id, entry);
      entry.ends.add(told);
      if (entry.ends.size === 1) check(id);
      return () => {
        entry.ends.delete(told);
        if (entry.ends.size > 0 || watched.get(id) !== entry) return;
        clearTimeout(entry.timer);
        watched.delete(id);
      };
    },
    close() {
      for (const { timer } of watched.values()) clearTimeout(timer);
      watched.clear();
    },
  };
}
