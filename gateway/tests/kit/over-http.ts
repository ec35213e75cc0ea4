import { createLogger } from '#platform/logger.ts';
import { createRemoteSubgraph, serveSubgraph } from '#platform/remote-subgraph.ts';
import { createServer, listen } from '#platform/server.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { createRemoteHandler, serveWeb, type WebHandler } from '#platform/web-handler.ts';
import { oauthPaths } from '../../../schema/web-paths.ts';
import type { ReachableSubgraph } from '../../app.ts';
import { startTcpProxy } from './tcp-proxy.ts';

interface Served {
  subgraph: Subgraph;
  ready(): Promise<void>;
  replicaState(): string | null;
  web?: WebHandler;
}

/** A subgraph behind HTTP and sockets, and a line to it that can be broken. */
export async function overHttp(name: string, app: Served) {
  const log = createLogger(name, 'error');
  const server = await createServer({
    log,
    bodyLimit: 10_000_000,
    readiness: { database: app.ready },
    conditions: { replica: app.replicaState },
  });
  serveSubgraph(server, app.subgraph, log);
  if (app.web) await serveWeb(server, oauthPaths, app.web);
  const port = await listen(server, '127.0.0.1', 0);
  const line = await startTcpProxy(port);
  const remote = createRemoteSubgraph(name, `http://127.0.0.1:${line.port}`);
  const pages = createRemoteHandler(name, `http://127.0.0.1:${line.port}`);
  return {
    remote: { ...remote, ...(app.web && { web: pages.handle }) },
    server,
    line,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await remote.close();
      await pages.close();
      await line.close();
      await server.close();
    },
  };
}

/** Counts calls on their way to a subgraph. */
export function counted(subgraph: ReachableSubgraph, count: () => void): ReachableSubgraph {
  return {
    ...subgraph,
    execute(request, call) {
      count();
      return subgraph.execute(request, call);
    },
  };
}
