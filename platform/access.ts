import {
  DirectiveLocation,
  defaultFieldResolver,
  GraphQLDirective,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLString,
  getDirectiveValues,
  isObjectType,
} from 'graphql';
import { Directive } from 'type-graphql';
import { AppError } from './errors.ts';
import { hasScope, type Principal } from './principal.ts';

/** Whoever sees a field declares it here, in one form: it is printed into the SDL and enforced from there. */
interface AccessRule {
  /**
   * `PUBLIC` asks for nothing, `USER` for a signed-in user, `CLIENT` for an OAuth client that acts for itself,
   * `SERVICE` for one of our own processes.
   */
  to: 'PUBLIC' | 'USER' | 'CLIENT' | 'SERVICE';
  /** What an API key or an access token must have been given. */
  scope?: string;
}

export const accessDirective = new GraphQLDirective({
  name: 'access',
  description:
    'Who may use the field. On a type: who may reach it by reference from another subgraph. Ownership is checked beyond this.',
  locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
  // Each subgraph says once who may reach a type through it; composed, a type holds what all of them say.
  isRepeatable: true,
  args: {
    // Not an enum: its type would show up in the API of the whole graph.
    to: { type: new GraphQLNonNull(GraphQLString) },
    scope: { type: GraphQLString },
  },
});

export function Access(rule: AccessRule) {
  return Directive(`@access(to: "${rule.to}"${rule.scope ? `, scope: "${rule.scope}"` : ''})`);
}

function requireAccess(principal: Principal, rule: AccessRule): void {
  if (rule.to === 'PUBLIC') return;
  if (principal.kind === 'ANONYMOUS') {
    throw new AppError('UNAUTHENTICATED', 'Sign in, or send an API key as `Authorization: Bearer <key>`.');
  }
  if (principal.kind !== rule.to) throw new AppError('FORBIDDEN', 'This is not for callers of this kind.');
  if (rule.scope && !hasScope(principal, rule.scope)) {
    throw new AppError('FORBIDDEN', `The credential lacks the scope \`${rule.scope}\`.`, {
      extensions: { requiredScope: rule.scope },
    });
  }
}

/** What every operation's context holds for this file. */
interface ViewerContext {
  viewer: Principal;
}

export function accessOf(
  element: GraphQLObjectType | GraphQLField<unknown, ViewerContext>,
): AccessRule | undefined {
  return element.astNode
    ? (getDirectiveValues(accessDirective, element.astNode) as AccessRule | undefined)
    : undefined;
}

function guard(
  resolve: GraphQLFieldResolver<unknown, ViewerContext>,
  rule: AccessRule,
): GraphQLFieldResolver<unknown, ViewerContext> {
  return (source, args, context, info) => {
    requireAccess(context.viewer, rule);
    return resolve(source, args, context, info);
  };
}

interface SubgraphExtensions {
  apollo?: { subgraph?: { resolveReference?: (...args: [unknown, ViewerContext, unknown]) => unknown } };
}

function guardReference(type: GraphQLObjectType): void {
  const subgraph = (type.extensions as SubgraphExtensions).apollo?.subgraph;
  const resolve = subgraph?.resolveReference;
  if (!subgraph || !resolve) return;
  const rule = accessOf(type);
  if (!rule) throw new Error(`${type.name} can be reached by reference but declares no @access.`);
  subgraph.resolveReference = (reference, context, info) => {
    requireAccess(context.viewer, rule);
    return resolve(reference, context, info);
  };
}

const FEDERATION_FIELDS = new Set(['_service', '_entities']);

/**
 * Wraps every resolver and reference resolver that has a rule. A root field without one is a mistake that
 * stops the start.
 */
export function enforceAccess(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    guardReference(type);
    for (const field of Object.values(type.getFields())) {
      const rule = accessOf(field);
      if (!rule && roots.includes(type) && !FEDERATION_FIELDS.has(field.name)) {
        throw new Error(`${type.name}.${field.name} declares no @access.`);
      }
      if (!rule || rule.to === 'PUBLIC') continue;
      if (field.subscribe) field.subscribe = guard(field.subscribe, rule);
      else field.resolve = guard(field.resolve ?? defaultFieldResolver, rule);
    }
  }
}
