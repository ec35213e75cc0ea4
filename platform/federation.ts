import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { createPubSub } from '@graphql-yoga/subscription';
import { type GraphQLSchema, parse } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, createResolversMap } from 'type-graphql';
import { accessDirective, enforceAccess, type Relations } from './access.ts';
import { cacheControlDirective } from './cache-control.ts';
import { withAudiences } from './contract-tags.ts';
import { withListSizes } from './demand.ts';
import { type NodeFinders, nodeModule, type ReferenceResolver } from './nodes.ts';
import { enforcePlans, planDirective } from './plan.ts';
import { limitPublicFields } from './rate-limit.ts';

const LINKS = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@tag", "@inaccessible", "@composeDirective", "@cost", "@listSize"])
    @link(url: "https://specs.almanac.example/access/v1.0", import: ["@access"])
    @composeDirective(name: "@access")
    @link(url: "https://specs.almanac.example/plan/v1.0", import: ["@plan"])
    @composeDirective(name: "@plan")
    @link(url: "https://specs.almanac.example/cacheControl/v1.0", import: ["@cacheControl"])
    @composeDirective(name: "@cacheControl")
`;

interface FederatedSchemaOptions<Context> {
  resolvers: BuildSchemaOptions['resolvers'];
  /** How a type that other subgraphs refer to is found by its key. */
  references: Record<string, ReferenceResolver<Context>>;
  /** What callers are to things, as `@access` of their fields names it. */
  relations?: Relations<Context>;
  /** Types whose objects `node` finds, and how. */
  nodes?: NodeFinders<Context>;
  /** What cannot be said in classes, with its resolvers. */
  also?: { typeDefs: string; resolvers: Record<string, object> };
  /** Classes of those types that no field of this subgraph returns. */
  unreferenced?: NonNullable<BuildSchemaOptions['orphanedTypes']>;
}

/** The executable schema of a subgraph from its type-graphql classes, with its access rules in force. */
export function buildFederatedSchema<Context>(options: FederatedSchemaOptions<Context>): GraphQLSchema {
  const classes = buildSchemaSync({
    resolvers: options.resolvers,
    orphanedTypes: options.unreferenced ?? [],
    directives: [accessDirective, planDirective, cacheControlDirective],
    validate: false,
    // type-graphql wants one as soon as there is a subscription; ours bring their own `subscribe`.
    pubSub: createPubSub(),
    // The classes are a subgraph, not a whole schema: types of other subgraphs are only stubs.
    skipCheck: true,
  });
  const resolvers = createResolversMap(classes) as Record<string, object>;
  const nodes = nodeModule(options.nodes ?? {}, options.references);
  for (const added of [options.references, nodes.resolvers, options.also?.resolvers ?? {}]) {
    for (const [type, more] of Object.entries(added)) resolvers[type] = { ...resolvers[type], ...more };
  }
  const parts = [LINKS, printSchemaWithDirectives(classes), nodes.typeDefs, options.also?.typeDefs ?? ''];
  const typeDefs = withAudiences(withListSizes(parse(parts.join('\n'))));
  const modules = [{ typeDefs, resolvers }] as Parameters<typeof buildSubgraphSchema>[0];
  const schema = buildSubgraphSchema(modules);
  // First, so that access is asked before it.
  enforcePlans(schema);
  enforceAccess(schema, options.relations);
  limitPublicFields(schema);
  return schema;
}
