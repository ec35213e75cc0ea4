/** The clients of `bench/subscriptions`, in a process of their own: `fanout-clients.js URL SOCKETS QUERY`. */
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';

const [url = '', sockets = '', query = ''] = process.argv.slice(2);
const count = Number(sockets);
let received = 0;

function open(tell: (message: object) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws');
    socket.once('error', reject);
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    socket.once('message', () => {
      socket.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload: { query } }));
      socket.on('message', () => {
        received++;
        if (received % count === 0) tell({ last: performance.timeOrigin + performance.now(), received });
      });
      resolve();
    });
  });
}

if (process.send) {
  const tell = process.send.bind(process);
  for (let opened = 0; opened < count; opened += 100) {
    await Promise.all(Array.from({ length: Math.min(100, count - opened) }, () => open(tell)));
  }
  tell({ isOpen: true });
  process.on('disconnect', () => process.exit());
}
