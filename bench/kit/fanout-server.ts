/** A server of `bench/subscriptions`: `fanout-server.js KIND`, told over IPC what to do. */
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { openingMark, withMarks } from '#platform/live-marks.ts';
import { createLogger } from '#platform/logger.ts';
import { createServer } from '#platform/server.ts';
import { mapResults, type Subgraph, startingWith } from '#platform/subgraph.ts';
import { startApollo } from '../../gateway/apollo.ts';
import { createApolloHandler } from '../../gateway/apollo-handler.ts';
import { createAuthenticator } from '../../gateway/authentication.ts';
import type { Caller } from '../../gateway/caller.ts';
import { createExecutor } from '../../gateway/executor.ts';
import { serveGraphql } from '../../gateway/graphql-routes.ts';
import { createSubscriptions } from '../../gateway/live/subscriptions.ts';
import { loadSupergraph } from '../../gateway/supergraph.ts';
import { admitAll, openDoor } from './no-limits.ts';

interface Change {
  cursor: string;
  [field: string]: string;
}

const FIELDS = [
  'cursor',
  'id',
  'kind',
  'title',
  'startsAt',
  'endsAt',
  'status',
  'host',
  'guest',
  'notes',
] as const;

function changeOf(number: number): Change {
  const change: Change = { cursor: String(number) };
  for (const field of FIELDS.slice(1)) change[field] = `${field} ${number} `.padEnd(36, 'x');
  return change;
}

const listeners = new Set<(change: Change) => void>();

/** What each reader gets: an iterator of its own over what is published. */
function changes(): AsyncIterableIterator<Change> {
  const waiting: Change[] = [];
  let wake: () => void = () => {};
  const listener = (change: Change) => {
    waiting.push(change);
    wake();
  };
  listeners.add(listener);
  return {
    async next() {
      while (waiting.length === 0) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
      return { done: false, value: waiting.shift() as Change };
    },
    async return() {
      listeners.delete(listener);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function serveSockets(attach: (sockets: WebSocketServer) => void): Promise<number> {
  const http = createHttpServer();
  attach(new WebSocketServer({ server: http, handleProtocols: () => 'graphql-transport-ws' }));
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  return (http.address() as AddressInfo).port;
}

/** The least there can be: one text for all, no protocol. */
function bare(): Promise<number> {
  return serveSockets(sockets => {
    sockets.on('connection', socket => {
      socket.once('message', () => socket.send('{"type":"connection_ack"}'));
    });
    listeners.add(change => {
      const text = JSON.stringify({ id: '1', type: 'next', payload: { data: { changed: change } } });
      for (const socket of sockets.clients) socket.send(text);
    });
  });
}

/** As its documentation shows it: each subscription executed and serialized by itself. */
function graphqlWs(): Promise<number> {
  const fields = Object.fromEntries(FIELDS.map(name => [name, { type: GraphQLString }]));
  const type = new GraphQLObjectType({ name: 'Change', fields });
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { a: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: { changed: { type, subscribe: changes, resolve: change => change } },
    }),
  });
  return serveSockets(sockets => useServer({ schema }, sockets));
}

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { a: String }
  type Change { ${FIELDS.map(name => `${name}: String`).join(' ')} }
  type Subscription { changed(after: String): Change }`;

/** Our gateway on a subgraph in memory. */
async function ours(): Promise<number> {
  const { supergraphSdl = '' } = composeServices([{ name: 'toy', typeDefs: parse(SDL) }]);
  const toy: Subgraph = {
    execute: async () => ({ data: {} }),
    async subscribe() {
      const results = mapResults(changes(), change =>
        withMarks({ data: { changed: { ...change } } }, {}, change),
      );
      return startingWith(openingMark({ from: '0' }), results);
    },
  };
  const log = createLogger('bench', 'error');
  const sign = async () => '';
  const supergraph = { current: loadSupergraph(supergraphSdl), onChange: () => () => {} };
  const fetchFor = () => async () => ({});
  const authenticator = createAuthenticator(toy, sign, Date.now);
  const app = await createServer({ log, bodyLimit: 1_000_000, readiness: {} });
  const executor = createExecutor(supergraph, fetchFor, admitAll);
  const slowMs = Number.POSITIVE_INFINITY;
  const apollo = await startApollo({ executor, introspection: false, slowMs, log });
  const api = {
    apollo,
    handle: createApolloHandler(apollo, request => request.caller as Caller),
    subscriptions: createSubscriptions({
      supergraph,
      subgraphs: { toy },
      fetchFor,
      authenticator,
      admission: admitAll,
      introspection: false,
      sign,
      log,
    }),
  };
  serveGraphql(app, {
    apis: { versionFor: () => '', of: async () => api },
    authenticator,
    credentials: { read: () => undefined, discard() {} },
    frontDoor: openDoor,
    allowedOrigins: [],
    log,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

const kinds: Record<string, () => Promise<number>> = { bare, 'graphql-ws': graphqlWs, ours };

if (process.send) {
  const tell = process.send.bind(process);
  let published = 0;
  process.on('message', command => {
    if (command === 'publish') {
      const change = changeOf(++published);
      const at = performance.timeOrigin + performance.now();
      for (const listener of listeners) listener(change);
      tell({ at });
    } else {
      globalThis.gc?.();
      const { user, system } = process.cpuUsage();
      tell({ rss: process.memoryUsage.rss(), cpu: user + system });
    }
  });
  tell({ port: await kinds[process.argv[2] ?? '']?.() });
}
