import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '#platform/json.ts';
import { anonymous } from '#platform/principal.ts';
import type { Caller } from '../caller.ts';
import type { Result } from '../execution/execute.ts';
import type { LookupResult } from '../telemetry/observe-response-cache.ts';
import type { CachePolicy } from './cache-policy.ts';
import { type Changes, MAX_AGE_MS } from './changes.ts';
import type { ResponseStore } from './store.ts';

/** One reading of an operation by anybody. */
interface Reading {
  caller: Caller;
  /** What else the answer depends on: the graph, the operation and its variables. */
  key: readonly unknown[];
  variables: Readonly<JsonObject>;
  policy: CachePolicy;
  /** Whether a response without ids has found nothing, rather than holding nothing that has an id. */
  isTagged: boolean;
  /** Runs it, with the ids of all that the answer is made of. */
  read(): Promise<{ result: Result; tags: ReadonlySet<string> }>;
}

export interface ResponseCache {
  /** Whether a response may be given to others, or be one that was given to others. */
  applies(reading: Pick<Reading, 'caller' | 'policy' | 'variables'>): boolean;
  /** What was kept, what somebody else is reading at this moment, or what is read now; null: to be asked without us. */
  answer(reading: Reading): Promise<Result | null>;
}

interface CacheOptions {
  /** Of whom it is, where several have one Redis. */
  name: string;
  store: ResponseStore;
  changes: Changes;
  now: () => number;
  observe: { looked(result: LookupResult): void; stored(): void };
}

/** The same for the same values, in whatever order they were sent. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.keys(value)
    .sort()
    .map(name => [name, sorted(value[name])]);
}

/** Hashed: variables are nobody's business who reads keys of Redis. */
const hashOf = (key: readonly unknown[]) =>
  createHash('sha256')
    .update(JSON.stringify(sorted(key)))
    .digest('base64url');

/** Keeps responses that are the same for everybody, for whoever asks without a credential. */
export function createResponseCache({ name, store, changes, now, observe }: CacheOptions): ResponseCache {
  const flights = new Map<string, Promise<Result>>();

  function keep(key: string, reading: Reading, readAt: number, tags: ReadonlySet<string>, result: Result) {
    const { data, errors, extensions } = result;
    if (!data || errors || extensions) return;
    // What is not there yet has no id by which we would hear that it is.
    if (Object.values(data).includes(null) || (reading.isTagged && tags.size === 0)) return;
    if (!changes.isHearing() || !changes.holds(tags, readAt)) return;
    const until = readAt + Math.min(reading.policy.maxAge * 1000, MAX_AGE_MS);
    if (until <= now()) return;
    store.put(key, { data, tags: [...tags], readAt, until });
    observe.stored();
  }

  async function read(key: string, reading: Reading): Promise<Result> {
    const readAt = now();
    const { result, tags } = await reading.read();
    keep(key, reading, readAt, tags, result);
    return result;
  }

  return {
    applies({ caller, policy, variables }) {
      if (policy.maxAge <= 0 || policy.scope !== 'PUBLIC') return false;
      if (caller.principal.kind !== anonymous.kind) return false;
      return policy.keys.every(name => variables[name] == null);
    },
    async answer(reading) {
      if (!changes.isHearing()) {
        observe.looked('bypass');
        return null;
      }
      const key = hashOf([name, ...reading.key]);
      const kept = await store.get(key);
      if (kept && now() < kept.until && changes.isHearing() && changes.holds(kept.tags, kept.readAt)) {
        observe.looked('hit');
        return { data: kept.data };
      }
      observe.looked('miss');
      // What somebody began to read before the last change may be what was before it.
      const flightKey = `${changes.revision} ${key}`;
      const flight = flights.get(flightKey);
      if (flight) {
        const shared = await flight;
        // Others may have been refused for what they did.
        return shared.errors ? null : shared;
      }
      const own = read(key, reading);
      flights.set(flightKey, own);
      return own.finally(() => flights.delete(flightKey));
    },
  };
}
