import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What a line does: `open` passes on; `silent` keeps connections, and takes new ones, but passes nothing on, as a host
 * does that lost its power; `refused` cuts all and takes none; bytes are the only answer that anybody gets.
 */
type Line = 'open' | 'silent' | 'refused' | { says: string };

/** A line to a server that can be broken. */
export interface TcpProxy {
  readonly port: number;
  /** Connections that were made so far. */
  readonly connections: number;
  become(line: Line): Promise<void>;
  /** Passes nothing on any more on the connections that there are, and does not hang up; new ones work. */
  forget(): void;
  /** Cuts what is connected now; new connections are treated as before. */
  cut(): void;
  close(): Promise<void>;
}

export async function startTcpProxy(targetPort: number, targetHost = '127.0.0.1'): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let line: Line = 'open';
  let connections = 0;
  /** Connections below this number are forgotten. */
  let remembered = 0;

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  };

  function take(near: Socket) {
    const number = connections++;
    const isOpen = () => line === 'open' && number >= remembered;
    keep(near);
    const far = connect(targetPort, targetHost);
    keep(far);
    near.on('data', bytes => {
      if (typeof line === 'object') near.end(line.says);
      else if (isOpen()) far.write(bytes);
    });
    far.on('data', bytes => {
      if (isOpen()) near.write(bytes);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => {
      if (isOpen()) near.destroy();
    });
  }

  let server = createServer(take).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  async function hangUp(ended: Server) {
    const closed = ended.listening && once(ended, 'close');
    ended.close();
    cut();
    await closed;
  }

  return {
    port,
    get connections() {
      return connections;
    },
    async become(next) {
      line = next;
      if (next === 'refused') await hangUp(server);
      else if (!server.listening) {
        server = createServer(take).listen(port, '127.0.0.1');
        await once(server, 'listening');
      }
    },
    forget() {
      remembered = connections;
    },
    cut,
    close: () => hangUp(server),
  };
}

/** The same address by another port, where there is one. */
export function through(url: string, port: number | undefined): string {
  const other = new URL(url);
  if (port) other.port = String(port);
  return other.href;
}
