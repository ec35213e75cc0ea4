export interface ReferenceResolver<Context> {
  // biome-ignore lint/suspicious/noExplicitAny: a reference has the fields of whichever key was used.
  __resolveReference(reference: any, context: Context): unknown;
}

/** How the owner of a type finds an object by its id, as it would for its own field: `null` for who may not see it. */
export type NodeFinders<Context> = Readonly<
  Record<string, (id: string, context: Context) => Promise<object | null>>
>;

/**
 * Lets other subgraphs name an object of a type without vouching for it: by `nodeId`, a key of its own, so that
 * even its `id` has to be asked for here, where it is known who may see it.
 */
export function nodeModule<Context>(
  finders: NodeFinders<Context>,
  references: Readonly<Record<string, ReferenceResolver<Context>>>,
) {
  const types = Object.entries(finders);
  const typeDefs = types
    .map(([type]) => `extend type ${type} @key(fields: "nodeId") { nodeId: ID! @inaccessible }`)
    .join('\n');
  const resolvers = types.map(([type, find]) => {
    const resolver = {
      nodeId: ({ id }: { id: string }) => id,
      __resolveReference: (reference: { nodeId?: string }, context: Context) =>
        reference.nodeId === undefined
          ? references[type]?.__resolveReference(reference, context)
          : find(reference.nodeId, context),
    };
    return [type, resolver] as const;
  });
  return { typeDefs, resolvers: Object.fromEntries(resolvers) as Record<string, object> };
}
