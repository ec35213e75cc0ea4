import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { directivesOf, type Element } from '../directives.ts';

/** For how long, and for whom, the response of an operation is good. */
export interface CachePolicy {
  /** Seconds; 0: not at all. */
  maxAge: number;
  scope: 'PUBLIC' | 'PRIVATE';
  /** Variables that open what is not for everybody: with a value for any of them nothing is kept. */
  keys: readonly string[];
}

/**
 * Arguments that open what is not for everybody. What they open ends by time or after a number of uses, which nobody
 * tells us.
 */
const KEY_ARGUMENTS: ReadonlySet<string> = new Set(['privateLink', 'manageToken']);

interface Hint {
  maxAge?: number;
  scope?: string;
  inheritMaxAge?: boolean;
}

const hintOf = (element: Element): Hint => directivesOf(element, 'cacheControl')[0] ?? {};

const keysGiven = ({ arguments: given }: FieldNode) =>
  (given ?? []).filter(({ name, value }) => KEY_ARGUMENTS.has(name.value) && value.kind !== Kind.NULL);

/** Whether a field answers everybody in the same way. */
const isForEverybody = (field: GraphQLField<unknown, unknown>) =>
  directivesOf(field, 'access').every(
    ({ to, scope, role, permission }) => to === 'PUBLIC' && !scope && !role && !permission,
  );

/** What a field says of itself, or else its type says of it. Without `maxAge`, it lives as long as what it is in. */
function policyOf(field: GraphQLField<unknown, unknown> | undefined, isRoot: boolean): Hint {
  // Introspection is no field of the schema.
  if (!field || !isForEverybody(field)) return { maxAge: 0 };
  const type = getNamedType(field.type);
  const [own, general] = [hintOf(field), isCompositeType(type) ? hintOf(type) : {}];
  const scope = own.scope ?? general.scope;
  const maxAge = own.maxAge ?? general.maxAge;
  const inherits = !isCompositeType(type) || own.inheritMaxAge || general.inheritMaxAge;
  const isBound = maxAge === undefined && (isRoot || !inherits);
  return { ...(scope && { scope }), ...(isBound ? { maxAge: 0 } : maxAge !== undefined && { maxAge }) };
}

/**
 * Works out a response's policy from the schema and the operation, by the rules of Apollo Server: the response lives
 * as long as the shortest-lived of its fields, and is private if any of them is. What `@skip` and `@include` may leave
 * out counts. A field that asks anything of its reader ends it, whatever it says.
 */
export function cachePolicyOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CachePolicy {
  const policy: CachePolicy = { maxAge: Number.POSITIVE_INFINITY, scope: 'PUBLIC', keys: [] };
  const keys = new Set<string>();
  const fragments = new Map(
    document.definitions
      .filter((part): part is FragmentDefinitionNode => part.kind === Kind.FRAGMENT_DEFINITION)
      .map(fragment => [fragment.name.value, fragment] as const),
  );
  const root = schema.getRootType(operation.operation);
  /** A fragment is the same wherever it is spread, for all that counts here. */
  const entered = new Set<string>();

  function restrict({ maxAge, scope }: Hint) {
    if (maxAge !== undefined) policy.maxAge = Math.min(policy.maxAge, maxAge);
    if (scope === 'PRIVATE') policy.scope = 'PRIVATE';
  }

  function visitField(node: FieldNode, type: GraphQLNamedType) {
    const name = node.name.value;
    if (name === '__typename') return;
    for (const { value } of keysGiven(node)) {
      if (value.kind === Kind.VARIABLE) keys.add(value.name.value);
      else restrict({ maxAge: 0 });
    }
    // An interface says less than those who implement it.
    const implementing = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    for (const each of implementing) restrict(policyOf(each.getFields()[name], false));
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    restrict(policyOf(field, type === root));
    if (field && node.selectionSet) visit(node.selectionSet, getNamedType(field.type));
  }

  function visit({ selections }: SelectionSetNode, type: GraphQLNamedType) {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) visitField(selection, type);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        visit(selection.selectionSet, schema.getType(selection.typeCondition?.name.value ?? '') ?? type);
      else if (!entered.has(selection.name.value)) {
        entered.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        const target = fragment && schema.getType(fragment.typeCondition.name.value);
        if (fragment && target) visit(fragment.selectionSet, target);
      }
    }
  }

  if (root) visit(operation.selectionSet, root);
  return { ...policy, maxAge: Number.isFinite(policy.maxAge) ? policy.maxAge : 0, keys: [...keys] };
}
