import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const TICK_MS = 50;
/** A connection on which nobody has asked anything gets so long to do it. */
const UNUSED_MS = 1_000;
/** What is not finished by then is cut: a process has ten seconds altogether. */
const LIMIT_MS = 7_000;

interface DrainOptions {
  /** How long everything goes on before connections are refused, for load balancers to notice. */
  delayMs: number;
  /** Called first of all. */
  onStopping(): void;
}

/**
 * Lets a server end without failing a request: those that have begun are finished, and each connection is closed with
 * the answer that it waits for, or at once where it waits for none.
 */
export function drainOnClose(app: FastifyInstance, { delayMs, onStopping }: DrainOptions): void {
  const sockets = new Set<Socket>();
  let ticking: NodeJS.Timeout | undefined;
  let isStopping = false;

  app.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  function closeUnneeded(stoppedAt: number) {
    const elapsed = performance.now() - stoppedAt;
    app.server.closeIdleConnections();
    for (const socket of sockets) {
      const isUnused = socket.bytesRead === 0 && elapsed > UNUSED_MS;
      if (isUnused || elapsed > LIMIT_MS) socket.destroy();
    }
  }

  app.addHook('onSend', async (_request, reply) => {
    // Otherwise the client would keep the connection for its next request.
    if (isStopping) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    isStopping = true;
    onStopping();
    const stoppedAt = performance.now();
    if (delayMs > 0) await sleep(delayMs);
    ticking = setInterval(() => closeUnneeded(stoppedAt), TICK_MS);
  });
  app.addHook('onClose', async () => clearInterval(ticking));
}
