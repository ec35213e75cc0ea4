import { DirectiveLocation, GraphQLBoolean, GraphQLDirective, GraphQLInt, GraphQLString } from 'graphql';
import { Directive } from 'type-graphql';

interface CacheHint {
  /** Seconds. */
  maxAge?: number;
  /** As much as the field that it is below. */
  inheritMaxAge?: boolean;
  scope?: 'PUBLIC' | 'PRIVATE';
}

/** Apollo Server's directive with Apollo Server's rules; the gateway keeps responses by it. */
export const cacheControlDirective = new GraphQLDirective({
  name: 'cacheControl',
  description:
    'For how many seconds what anybody reads may be given to others. A response is kept for as long as the shortest-lived of its fields. What is at the root or is an object and says nothing is not kept; a value is, as long as its object, unless `@access` asks something of the reader.',
  locations: [
    DirectiveLocation.FIELD_DEFINITION,
    DirectiveLocation.OBJECT,
    DirectiveLocation.INTERFACE,
    DirectiveLocation.UNION,
  ],
  args: {
    maxAge: { type: GraphQLInt },
    // Apollo Server's is an enum, whose type would show up in the API of the whole graph.
    scope: { type: GraphQLString },
    inheritMaxAge: { type: GraphQLBoolean },
  },
});

export function CacheControl({ scope, ...hint }: CacheHint) {
  const args = Object.entries(hint).map(([name, value]) => `${name}: ${value}`);
  if (scope) args.push(`scope: "${scope}"`);
  return Directive(`@cacheControl(${args.join(', ')})`);
}
