import {
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  valueFromASTUntyped,
} from 'graphql';
import type { JsonObject } from '#platform/json.ts';

export type Element = GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField | GraphQLNamedType;

/** Each use of a directive under its own name or, in what is extracted from a supergraph, with that of the specification before it. */
export function directivesOf(element: Element, name: string): JsonObject[] {
  const directives: readonly ConstDirectiveNode[] = element.astNode?.directives ?? [];
  return directives
    .filter(({ name: { value } }) => value === name || value.endsWith(`__${name}`))
    .map(({ arguments: given }) =>
      Object.fromEntries(
        (given ?? []).map(({ name: key, value }) => [key.value, valueFromASTUntyped(value)]),
      ),
    );
}
