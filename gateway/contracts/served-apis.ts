import type { ApolloServer } from '@apollo/server';
import type { Logger } from '#platform/logger.ts';
import type { createApolloHandler } from '../apollo-handler.ts';
import type { Caller } from '../caller.ts';
import type { Subscriptions } from '../live/subscriptions.ts';
import { chooseVersion } from './api-version.ts';
import type { Contract } from './contract.ts';
import { type FollowedSupergraph, viewSupergraph } from './supergraph-view.ts';

/** What runs the operations of one API. Nothing that it keeps of them is seen by another one. */
export interface ServedApi {
  apollo: ApolloServer<Caller>;
  /** The same behind HTTP. */
  handle: ReturnType<typeof createApolloHandler>;
  subscriptions: Subscriptions;
}

/** The APIs that are made of one graph: of each contract one for each version. */
export interface ServedApis {
  /** The version that serves who asks for a date, or for none. Throws where none does. */
  versionFor(asked: string | undefined): string;
  /** Started when somebody uses it first. */
  of(contract: Contract, version: string): Promise<ServedApi>;
  /** Of all of them together. */
  readonly subscriptions: Pick<Subscriptions, 'stats' | 'close'>;
  stop(): Promise<void>;
}

interface Options {
  supergraph: FollowedSupergraph;
  log: Logger;
  /** Keeps plans up to so many characters; left out: as many as usual. */
  start(supergraph: FollowedSupergraph, planCharacters?: number): Promise<ServedApi>;
}

/** What plans of an API may take that is not the one most clients use: there are several of them. */
const PLAN_CHARACTERS = 5_000_000;

type Stats = ReturnType<Subscriptions['stats']>;

function sumOf(all: readonly Stats[]): Stats {
  const sum: Stats = { started: 0, active: 0, feeds: 0, executed: 0, sent: 0, missed: 0 };
  for (const one of all) for (const name of Object.keys(sum) as (keyof Stats)[]) sum[name] += one[name];
  return sum;
}

/** Starts with everything in the newest version, which is what most ask for. */
export async function serveApis({ supergraph, log, start }: Options): Promise<ServedApis> {
  const whole = await start(supergraph);
  const running = [whole];
  const started = new Map<string, Promise<ServedApi>>();
  const newest = () => chooseVersion(supergraph.current.versions, undefined);

  async function startOne(contract: Contract, version: string): Promise<ServedApi> {
    const startedAt = performance.now();
    const view = await viewSupergraph(supergraph, { contract, version }, log);
    const api = await start(view, PLAN_CHARACTERS);
    running.push(api);
    const took = Math.round(performance.now() - startedAt);
    log.info({ contract, version, took }, 'another API of the graph is served');
    return api;
  }

  return {
    versionFor: asked => chooseVersion(supergraph.current.versions, asked),
    async of(contract, version) {
      if (contract === 'internal' && version === newest()) return whole;
      const key = `${contract} ${version}`;
      const known = started.get(key);
      if (known) return known;
      const starting = startOne(contract, version);
      started.set(key, starting);
      // One that could not be started is tried again.
      starting.catch(() => started.delete(key));
      return starting;
    },
    subscriptions: {
      stats: () => sumOf(running.map(({ subscriptions }) => subscriptions.stats())),
      close() {
        for (const { subscriptions } of running) subscriptions.close();
      },
    },
    async stop() {
      await Promise.allSettled(started.values());
      await Promise.all(running.map(({ apollo }) => apollo.stop()));
    },
  };
}
