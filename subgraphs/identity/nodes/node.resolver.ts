import type { IdentityContext } from '../context.ts';
import { findNode, findNodes, typeOfNode } from './find-node.ts';

/** Resolvers of what `node.graphql.ts` says in SDL. */
export const nodeResolvers = {
  Node: { __resolveType: typeOfNode },
  Query: {
    node: (_: unknown, { id }: { id: string }, ctx: IdentityContext) => findNode(ctx, id),
    nodes: (_: unknown, { ids }: { ids: readonly string[] }, ctx: IdentityContext) => findNodes(ctx, ids),
  },
};
