import type { ServerResponse } from 'node:http';

/** Fires when a client closes its connection before it has got the whole response. */
export function goneBefore(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
