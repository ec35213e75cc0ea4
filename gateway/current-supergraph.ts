import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Logger } from '#platform/logger.ts';
import { type LoadedSupergraph, loadSupergraphBeside } from './supergraph.ts';

/** How often the file is looked at. Looking, unlike being told, also sees what links are changed to. */
const LOOK_MS = 1_000;

/** The supergraph that is served now. */
export interface CurrentSupergraph {
  readonly current: LoadedSupergraph;
  /** Calls `listener` behind every change. Returns the function that ends it. */
  onChange(listener: (next: LoadedSupergraph) => void): () => void;
  /** Reads the file again, whether it seems to have changed or not. */
  reload(): Promise<void>;
  close(): void;
}

interface Options {
  file: string;
  /** Those that can be asked. */
  subgraphNames: readonly string[];
  log: Logger;
}

async function load(sdl: string, subgraphNames: readonly string[]): Promise<LoadedSupergraph> {
  const loaded = await loadSupergraphBeside(sdl);
  const unknown = loaded.subgraphNames.filter(name => !subgraphNames.includes(name));
  if (unknown.length === 0) return loaded;
  throw new Error(`It names subgraphs that are not configured: ${unknown.join(', ')}.`);
}

/**
 * Follows a file. A new supergraph is served once it is loaded with its planner, and only if it can be; otherwise the
 * one that was served goes on. A broken file at the start is an error.
 */
export async function followSupergraph({ file, subgraphNames, log }: Options): Promise<CurrentSupergraph> {
  const listeners = new Set<(next: LoadedSupergraph) => void>();
  let current = await load(await readFile(file, 'utf8'), subgraphNames);
  let lastRead = current.sdl;
  let reading: Promise<void> = Promise.resolve();

  async function read() {
    const sdl = await readFile(file, 'utf8');
    if (sdl === lastRead) return;
    lastRead = sdl;
    const started = performance.now();
    current = await load(sdl, subgraphNames);
    const took = Math.round(performance.now() - started);
    log.info({ supergraph: current.id, took }, 'another supergraph is served');
    for (const listener of listeners) listener(current);
  }

  /** One after the other, so that the last one that was read is served. */
  function reload() {
    reading = reading.then(read).catch(error => {
      log.error({ err: error }, 'the supergraph cannot be loaded; the one from before is still served');
    });
    return reading;
  }

  const look = () => void reload();
  watchFile(file, { interval: LOOK_MS, persistent: false }, look);

  return {
    get current() {
      return current;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload,
    close() {
      unwatchFile(file, look);
      listeners.clear();
    },
  };
}
