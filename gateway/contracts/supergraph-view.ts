import { setImmediate } from 'node:timers/promises';
import type { Logger } from '#platform/logger.ts';
import type { CurrentSupergraph } from '../current-supergraph.ts';
import type { LoadedSupergraph } from '../supergraph.ts';
import { type ApiSelection, apiSchemaOf } from './contract-schema.ts';

/** What those who run operations need of a supergraph that may be replaced. */
export type FollowedSupergraph = Pick<CurrentSupergraph, 'current' | 'onChange'>;

/** A supergraph of which clients see one API only. The planner is the same: it takes operations of every API. */
async function viewOf(supergraph: LoadedSupergraph, selection: ApiSelection): Promise<LoadedSupergraph> {
  // Each step takes a tenth of a second: others are served between them.
  await setImmediate();
  const api = apiSchemaOf(supergraph.composed, selection);
  await setImmediate();
  const schema = api.toGraphQLJSSchema();
  return { ...supergraph, id: `${supergraph.id} ${selection.contract} ${selection.version}`, schema };
}

/** Follows a supergraph as one API shows it, a moment behind. One that this API cannot be made of is not followed. */
export async function viewSupergraph(
  source: FollowedSupergraph,
  selection: ApiSelection,
  log: Logger,
): Promise<FollowedSupergraph> {
  const listeners = new Set<(next: LoadedSupergraph) => void>();
  let seen = source.current;
  let current = await viewOf(seen, selection);

  async function follow() {
    while (seen !== source.current) {
      seen = source.current;
      current = await viewOf(seen, selection);
      for (const listener of listeners) listener(current);
    }
  }

  let following = Promise.resolve();
  function look() {
    following = following.then(follow).catch(error => {
      log.error(
        { err: error, ...selection },
        'the API cannot be made of the supergraph; the old one is served',
      );
    });
  }
  source.onChange(look);
  // It may have changed while the first view was made.
  look();

  return {
    get current() {
      return current;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
