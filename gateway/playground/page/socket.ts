import { createClient } from 'graphql-ws';
import { apiKey, credentials } from './api-key.ts';
import { type GraphError, type GraphResult, HTTP_URL, type Operation } from './http.ts';
import { createStore } from './store.ts';

export interface Live {
  state: 'connecting' | 'connected' | 'reconnecting';
  /** Results since the subscription began. */
  received: number;
}

const WS_URL = HTTP_URL.replace(/^http/, 'ws');
const RETRY_ATTEMPTS = 8;
const LONGEST_WAIT_MS = 15_000;

/** What the running subscription is doing. */
export const live = createStore<Live>({ state: 'connecting', received: 0 });

const client = createClient({
  url: WS_URL,
  connectionParams: credentials,
  retryAttempts: RETRY_ATTEMPTS,
  // A refused connection is an error event and no close event; the gateway may just be restarting.
  shouldRetry: () => true,
  // At once the first time: usually it is another key that has closed the socket.
  retryWait: retries => sleep(retries === 0 ? 0 : Math.min(500 * 2 ** retries, LONGEST_WAIT_MS)),
  on: {
    connecting: isRetry => live.set({ ...live.get(), state: isRetry ? 'reconnecting' : live.get().state }),
    connected: () => live.set({ ...live.get(), state: 'connected' }),
    closed: () => live.set({ ...live.get(), state: 'reconnecting' }),
    message: message => {
      if (message.type === 'next') live.set({ ...live.get(), received: live.get().received + 1 });
    },
  },
});

// Whoever is subscribed goes on with the other key.
apiKey.subscribe(() => client.terminate());

function sleep(ms: number): Promise<void> {
  return new Promise(done => setTimeout(done, ms));
}

/** The gateway gives `CODE: message` as the reason when it closes a socket. */
function explain(error: unknown): readonly GraphError[] {
  if (Array.isArray(error)) return error;
  if (!(error instanceof CloseEvent)) return [{ message: `The connection to ${WS_URL} failed.` }];
  const [, code, message] = /^([A-Z_]+): (.*)$/s.exec(error.reason) ?? [];
  if (code && message) return [{ message, extensions: { code } }];
  return [{ message: `The connection was closed: ${error.code} ${error.reason}`.trim() }];
}

/** Asks over the socket. When it breaks for good, the last result says why. */
export function subscribe(operation: Operation): AsyncIterableIterator<GraphResult> {
  live.set({ state: live.get().state === 'connected' ? 'connected' : 'connecting', received: 0 });
  const results = client.iterate(operation as Parameters<typeof client.iterate>[0]);
  return {
    async next() {
      try {
        return (await results.next()) as IteratorResult<GraphResult>;
      } catch (error) {
        return { done: false, value: { errors: explain(error) } };
      }
    },
    async return() {
      await results.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
