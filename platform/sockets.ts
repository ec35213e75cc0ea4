import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from '@fastify/websocket';

const KEEP_ALIVE_MS = 12_000;
/** What clients have to say goodbye. */
const GOODBYE_MS = 1_000;

/** Asks each socket from time to time whether somebody is there, and cuts off those that do not answer. */
export function createKeepAlive() {
  const asked = new WeakSet<WebSocket>();
  const sockets = new Set<WebSocket>();
  let timer: NodeJS.Timeout | undefined;

  function round() {
    for (const socket of sockets) {
      if (asked.has(socket)) {
        socket.terminate();
        continue;
      }
      asked.add(socket);
      socket.ping();
    }
  }

  return (socket: WebSocket) => {
    sockets.add(socket);
    timer ??= setInterval(round, KEEP_ALIVE_MS).unref();
    socket.on('pong', () => asked.delete(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    });
  };
}

/** Closes sockets with a code that says why; those that do not answer are cut off. */
export async function closeSockets(
  sockets: ReadonlySet<WebSocket>,
  code: number,
  reason: string,
): Promise<void> {
  for (const socket of sockets) socket.close(code, reason);
  for (let waited = 0; sockets.size > 0 && waited < GOODBYE_MS; waited += 20) await sleep(20);
  for (const socket of sockets) socket.terminate();
}
