import { createClient } from 'graphql-ws';
import { apiKey, credentials } from './api-key.ts';
import { apiVersion, versionHeader } from './api-version.ts';
import { explainClose } from './close-codes.ts';
import { codesIn, type GraphError, type GraphResult, type Operation } from './http.ts';
import { beginLog, changeState, liveLog, logResult, measured, note } from './live-log.ts';
import { type Resumption, resumptionOf, textIn } from './resume.ts';
import { SOCKET_URL } from './site.ts';
import { loadedSchema } from './workbench.ts';

const MAX_ATTEMPTS = 12;
const LONGEST_WAIT_MS = 15_000;
const PING_MS = 10_000;
/** A line that is silent this long after a ping is taken for dead. */
const PONG_MS = 5_000;
/** The client hung up: at once it shall connect again. */
const HUNG_UP = 4499;

let pingedAt = 0;
let silence: ReturnType<typeof setTimeout> | undefined;

const client = createClient({
  url: SOCKET_URL,
  connectionParams: () => ({ ...versionHeader(), ...credentials() }),
  // Whoever connects again here says another `after`.
  retryAttempts: 0,
  keepAlive: PING_MS,
  on: {
    ping(isReceived) {
      if (isReceived) return;
      pingedAt = performance.now();
      silence = setTimeout(() => client.terminate(), PONG_MS);
    },
    pong(isReceived) {
      if (!isReceived) return;
      clearTimeout(silence);
      measured(performance.now() - pingedAt);
    },
    connected: () => onConnected(),
    closed(event) {
      clearTimeout(silence);
      const { code, reason } = event as CloseEvent;
      if (code !== 1000) sayClosed(code, reason);
    },
  },
});

/** What is to be done when the socket is open. */
let onConnected = () => {};

// Whoever is subscribed goes on with the other key, or the other version.
for (const store of [apiKey, apiVersion]) store.subscribe(() => client.terminate());

function sayClosed(code: number, reason: string): void {
  const { text, isFinal } = explainClose(code);
  const said = reason && code !== HUNG_UP ? ` “${reason}”` : '';
  note(isFinal ? 'bad' : 'waiting', `Connection closed, ${code}. ${text}${said}`);
}

/** The gateway gives `CODE: message` as the reason when it closes a socket. */
function errorsOf(error: unknown): readonly GraphError[] {
  if (Array.isArray(error)) return error;
  if (!(error instanceof CloseEvent)) return [{ message: `The connection to ${SOCKET_URL} failed.` }];
  const [, code, message] = /^([A-Z_]+): (.*)$/s.exec(error.reason) ?? [];
  if (code && message) return [{ message, extensions: { code } }];
  return [{ message: `The connection was closed: ${error.code} ${explainClose(error.code).text}` }];
}

function isLasting(error: unknown): boolean {
  return Array.isArray(error) || (error instanceof CloseEvent && explainClose(error.code).isFinal);
}

/** At once the first time: usually it is another key that has closed the socket. */
function waitBefore(attempt: number): number {
  return attempt <= 1 ? 0 : Math.min(250 * 2 ** attempt, LONGEST_WAIT_MS);
}

function obstacleTo(resumption: Resumption | null): string | null {
  if (!resumption?.after) return 'It has no `after`: what happens while the line is down is not told.';
  return resumption.cursorKey ? null : 'Select `cursor` to be able to go on where you stopped.';
}

/** The cursor that the next subscription begins behind. */
let nextAfter: string | null = null;

/** Has the next subscription begin behind a cursor. */
export function resumeNext(after: string): void {
  nextAfter = after;
}

/** What the log says when the socket is open, the first time or again. */
function sayConnected(isFirst: boolean, after: string | null): void {
  const { name, obstacle } = liveLog.get();
  const begun = { state: 'live' } as const;
  if (after !== null) {
    const begin = isFirst ? `Subscribed to ${name}` : 'Connected again';
    note('good', `${begin}, resumed after ${after}: 0 events missed.`, begun);
  } else if (isFirst) note('good', `Subscribed to ${name}. Events from now on are shown.`, begun);
  else if (obstacle) {
    note('bad', `Connected again. ${obstacle}`, { ...begun, missed: null });
  } else {
    // There is no event yet whose cursor would say where to go on.
    note('waiting', 'Connected again, before the first event: what came meanwhile may be missing.', {
      ...begun,
      missed: null,
    });
  }
}

interface Observer {
  next(result: GraphResult): void;
  complete(): void;
}

interface Subscribable {
  subscribe(observer: Observer): { unsubscribe(): void };
}

/** Subscribes over the socket, and again when it breaks, behind the last event where that can be said. */
export function subscribeLive(operation: Operation): Subscribable {
  return {
    subscribe(observer) {
      const resumption = resumptionOf(operation, loadedSchema.get());
      let after = nextAfter;
      nextAfter = null;
      let isFirst = true;
      let isOver = false;
      let failures = 0;
      let leave = () => {};
      let timer: ReturnType<typeof setTimeout> | undefined;
      beginLog({
        name: operation.operationName ?? resumption?.rootKey ?? 'subscription',
        query: operation.query,
        obstacle: obstacleTo(resumption),
        cursor: after,
      });

      function end(result?: GraphResult) {
        isOver = true;
        changeState('ended');
        if (result) observer.next(result);
        observer.complete();
      }
      function take(result: GraphResult) {
        failures = 0;
        const key = resumption?.rootKey;
        const cursor = textIn(result, key, resumption?.cursorKey ?? null);
        after = cursor ?? after;
        logResult(result, {
          title: codesIn(result)[0] ?? textIn(result, key, 'kind') ?? key ?? 'event',
          cursor,
          happenedAt: textIn(result, key, resumption?.timeKey ?? null),
        });
        observer.next(result);
      }
      function fail(error: unknown) {
        // The client counts who needs the socket, and those that failed until they leave.
        leave();
        if (isOver) return;
        failures += 1;
        if (isLasting(error) || failures > MAX_ATTEMPTS) {
          const errors = errorsOf(error);
          note('bad', `The subscription is over. ${errors[0]?.message ?? ''}`);
          end({ errors });
          return;
        }
        changeState('waiting');
        timer = setTimeout(connect, waitBefore(failures));
      }
      function connect() {
        onConnected = () => {
          sayConnected(isFirst, after);
          isFirst = false;
        };
        const asked = after !== null && resumption?.after ? resumption.after(after) : operation;
        leave = client.subscribe<Record<string, unknown>>(asked as Parameters<typeof client.subscribe>[0], {
          next: result => take(result as GraphResult),
          error: fail,
          complete() {
            if (isOver) return;
            note('plain', 'The subscription is over.');
            end();
          },
        });
      }
      connect();
      return {
        unsubscribe() {
          if (isOver) return;
          isOver = true;
          clearTimeout(timer);
          leave();
          note('plain', 'Stopped.', { state: 'ended' });
        },
      };
    },
  };
}
