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
export interface AccessRule {
  /**
   * `PUBLIC` asks for nothing, `USER` for a signed-in user, `CLIENT` for an OAuth client that acts for itself,
   * `SERVICE` for one of our own processes.
   */
  to: 'PUBLIC' | 'USER' | 'CLIENT' | 'SERVICE';
  /** What an API key or an access token must have been given. */
  scope?: string;
  /**
   * What the caller has to be to the thing. Of a field of an object it is asked here, by the subgraph's `Relations`;
   * of a root field by the use case, in the transaction that does the work: what held before need not hold then.
   */
  role?: string;
  /** What the caller has to be allowed in the thing's organization; named beside a role, either will do. */
  permission?: string;
  /** What everybody else gets, who is not or may not; `NULL` unless given. */
  otherwise?: 'NULL' | 'EMPTY' | 'NOT_FOUND' | 'FORBIDDEN' | 'PROBLEM';
}

/** How a subgraph tells what a caller is to a thing. */
export interface Relations<Context> {
  /** By role. The thing is whatever the parent of the field is. */
  // biome-ignore lint/suspicious/noExplicitAny: each type has its own class.
  readonly roles: Readonly<Record<string, (thing: any, context: Context) => boolean | Promise<boolean>>>;
  /** Whether the caller may do something in the organization that the thing is, or is of. */
  // biome-ignore lint/suspicious/noExplicitAny: each type has its own class.
  readonly permits?: (thing: any, permission: string, context: Context) => Promise<boolean>;
}

export const accessDirective = new GraphQLDirective({
  name: 'access',
  description:
    'Who may use the field: `to` whom it is open at all, the `scope` that a key needs, the `role` or `permission` that the caller needs towards the thing, and what everybody else gets `otherwise`. A field without it is open to whoever was given its object. On a type: who may reach it by reference from another subgraph.',
  locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
  // Each subgraph says once who may reach a type through it; composed, a type holds what all of them say.
  isRepeatable: true,
  args: {
    // Not an enum: its type would show up in the API of the whole graph.
    to: { type: new GraphQLNonNull(GraphQLString) },
    scope: { type: GraphQLString },
    role: { type: GraphQLString },
    permission: { type: GraphQLString },
    otherwise: { type: GraphQLString },
  },
});

export function Access({ to, scope, role, permission, otherwise }: AccessRule) {
  const args = Object.entries({ to, scope, role, permission, otherwise })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: "${value}"`);
  return Directive(`@access(${args.join(', ')})`);
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

type Resolve = GraphQLFieldResolver<unknown, ViewerContext>;

function guard(resolve: Resolve, rule: AccessRule): Resolve {
  return (source, args, context, info) => {
    requireAccess(context.viewer, rule);
    return resolve(source, args, context, info);
  };
}

/** Asks what the caller is to the parent before the field's own resolver runs. */
function guardByRelation(
  resolve: Resolve,
  rule: AccessRule,
  place: string,
  relations: Relations<ViewerContext> | undefined,
): Resolve {
  const { role, permission } = rule;
  const holds = role ? relations?.roles[role] : undefined;
  const permits = permission ? relations?.permits : undefined;
  if ((role && !holds) || (permission && !permits) || (rule.otherwise ?? 'NULL') !== 'NULL')
    throw new Error(`${place} declares an @access that nothing here can ask for.`);
  return async (source, args, context, info) => {
    // On a field that is open to all, the scope belongs to the role.
    if (rule.scope && !hasScope(context.viewer, rule.scope)) return null;
    const isAllowed =
      (await holds?.(source, context)) || (permission && (await permits?.(source, permission, context)));
    return isAllowed ? resolve(source, args, context, info) : null;
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

/** The field behind its rule; what its `role` and `permission` say of a root field is the use case's to ask. */
function guardField(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, ViewerContext>,
  isRoot: boolean,
  relations: Relations<ViewerContext> | undefined,
): void {
  const rule = accessOf(field);
  const place = `${type.name}.${field.name}`;
  if (!rule) {
    if (isRoot && !FEDERATION_FIELDS.has(field.name)) throw new Error(`${place} declares no @access.`);
    return;
  }
  if (!isRoot && (rule.role || rule.permission))
    field.resolve = guardByRelation(field.resolve ?? defaultFieldResolver, rule, place, relations);
  if (rule.to === 'PUBLIC') return;
  if (field.subscribe) field.subscribe = guard(field.subscribe, rule);
  else field.resolve = guard(field.resolve ?? defaultFieldResolver, rule);
}

/**
 * Wraps every resolver and reference resolver that has a rule. A root field without one is a mistake that
 * stops the start, as is a role or a permission of an object's field that nobody can tell.
 */
export function enforceAccess<Context>(schema: GraphQLSchema, relations?: Relations<Context>): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    guardReference(type);
    for (const field of Object.values(type.getFields()))
      guardField(type, field, roots.includes(type), relations as Relations<ViewerContext>);
  }
}
