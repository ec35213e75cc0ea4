import {
  type FieldNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { GraphResult, Operation } from './http.ts';

/** What a subscription's text says of going on later. */
export interface Resumption {
  /** The name of the event in a result. */
  rootKey: string;
  /** Where an event tells its cursor; null where the text does not ask for it. */
  cursorKey: string | null;
  /** Where an event tells when it happened. */
  timeKey: string | null;
  /** The same subscription, begun behind a cursor; null where its field has no `after`. */
  after: ((cursor: string) => Operation) | null;
}

function isField(node: { kind: string }): node is FieldNode {
  return node.kind === Kind.FIELD;
}

const keyOf = (field: FieldNode) => field.alias?.value ?? field.name.value;

function selectedAs(root: FieldNode, name: string): string | null {
  const field = root.selectionSet?.selections.filter(isField).find(each => each.name.value === name);
  return field ? keyOf(field) : null;
}

function takesAfter(root: FieldNode, schema: GraphQLSchema | null): boolean {
  const field = schema?.getSubscriptionType()?.getFields()[root.name.value];
  const names = field
    ? field.args.map(({ name }) => name)
    : (root.arguments ?? []).map(({ name }) => name.value);
  return names.includes('after');
}

/** The text with `after: "…"` at the field, whatever stood there. */
function withAfter(query: string, root: FieldNode, cursor: string): string {
  const others = (root.arguments ?? []).filter(({ name }) => name.value !== 'after');
  const after = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'after' },
    value: { kind: Kind.STRING, value: cursor },
  } as const;
  const begin = root.loc?.start;
  const changed = visit(parse(query), {
    Field: node => (node.loc?.start === begin ? { ...node, arguments: [...others, after] } : undefined),
  });
  return print(changed);
}

function readOperation({ query, operationName }: Operation): OperationDefinitionNode | null {
  try {
    const document = parse(query);
    return getOperationAST(document, operationName) ?? null;
  } catch {
    return null;
  }
}

/** Null where the text is none, or asks for its field in a fragment. */
export function resumptionOf(operation: Operation, schema: GraphQLSchema | null): Resumption | null {
  const [root] = readOperation(operation)?.selectionSet.selections ?? [];
  if (!root || !isField(root)) return null;
  const given = root.arguments?.find(({ name }) => name.value === 'after')?.value;
  return {
    rootKey: keyOf(root),
    cursorKey: selectedAs(root, 'cursor'),
    timeKey: selectedAs(root, 'occurredAt'),
    after: takesAfter(root, schema)
      ? cursor =>
          given?.kind === Kind.VARIABLE
            ? { ...operation, variables: { ...operation.variables, [given.name.value]: cursor } }
            : { ...operation, query: withAfter(operation.query, root, cursor) }
      : null,
  };
}

/** A text in the event of a result. */
export function textIn(result: GraphResult, rootKey: string | undefined, key: string | null): string | null {
  const event = rootKey === undefined ? null : result.data?.[rootKey];
  const value = key === null ? null : (event as Record<string, unknown> | null | undefined)?.[key];
  return typeof value === 'string' ? value : null;
}
