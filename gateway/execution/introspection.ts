import { type DocumentNode, executeSync, type FieldNode, Kind } from 'graphql';
import type { Complete } from './completion.ts';
import type { SelectionSurroundings } from './selected-fields.ts';

/** Answers what an operation asks for the schema itself: of clients' schema, by graphql-js. */
export function compileIntrospection(
  { schema, operation, fragments }: SelectionSurroundings,
  name: string,
  nodes: readonly FieldNode[],
): Complete {
  const selectionSet = { kind: Kind.SELECTION_SET, selections: nodes } as const;
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet }, ...fragments.values()],
  };
  return (_, { variables }) => {
    const { data, errors } = executeSync({ schema, document, variableValues: { ...variables } });
    if (errors?.[0]) throw errors[0];
    return data?.[name] ?? null;
  };
}
