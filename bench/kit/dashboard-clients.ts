/** The dashboards of `bench/dashboards`, in a process of their own. Told over IPC whom to be and when to report. */
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';

export interface Crowd {
  url: string;
  query: string;
  /** Whose dashboards, and how many of each. */
  users: { id: string; key: string; sockets: number }[];
  /** Whether they read what they are sent. */
  isReading: boolean;
}

export interface CrowdReport {
  /** When each event arrived at each socket, in milliseconds since the epoch. */
  arrivals: [cursor: string, at: number[]][];
  /** Events that reached somebody who is not among their hosts. */
  wrong: number;
  closed: number;
}

const arrivals = new Map<string, number[]>();
let wrong = 0;
let closed = 0;

function open({ url, query, isReading }: Crowd, user: Crowd['users'][number]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws');
    const send = (message: object) => socket.send(JSON.stringify(message));
    const authorization = `Bearer ${user.key}`;
    socket.once('error', reject);
    socket.once('close', () => closed++);
    socket.once('open', () => send({ type: 'connection_init', payload: { authorization } }));
    socket.once('message', () => {
      send({ id: randomUUID(), type: 'subscribe', payload: { query } });
      if (!isReading) socket.pause();
      socket.on('message', (data: Buffer) => {
        const at = performance.timeOrigin + performance.now();
        const text = data.toString();
        const [, cursor] = /"cursor":"([^"]+)"/.exec(text) ?? [];
        if (!cursor) return;
        if (!text.includes(user.id)) wrong++;
        const known = arrivals.get(cursor);
        if (known) known.push(at);
        else arrivals.set(cursor, [at]);
      });
      resolve();
    });
  });
}

async function openAll(crowd: Crowd): Promise<void> {
  const all = crowd.users.flatMap(user => Array.from({ length: user.sockets }, () => user));
  for (let opened = 0; opened < all.length; opened += 100)
    await Promise.all(all.slice(opened, opened + 100).map(user => open(crowd, user)));
}

function report(): CrowdReport {
  const told = { arrivals: [...arrivals], wrong, closed };
  arrivals.clear();
  return told;
}

if (process.send) {
  const tell = process.send.bind(process);
  process.on('message', async (message: Crowd | 'report') => {
    if (message === 'report') return tell(report());
    await openAll(message);
    return tell('open');
  });
  process.on('disconnect', () => process.exit());
}
