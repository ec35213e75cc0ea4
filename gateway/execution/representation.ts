import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isObject, type JsonObject, setField } from '#platform/json.ts';
import { testOfType } from './object-types.ts';
import { mergeInto } from './response-data.ts';

/** Picks from an object what another subgraph must know to find it; `null` where that is not known. */
export type Picker = (source: JsonObject) => JsonObject | null;

type QueryPlanInlineFragment = Extract<QueryPlanSelectionNode, { kind: 'InlineFragment' }>;

type Part = (source: JsonObject, into: JsonObject) => boolean;

/** Compiles what a fetch `requires` of the objects that it is about. */
export function compilePicker(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Picker {
  const [only] = selections;
  // Nearly all there are: the fields of one type.
  if (only?.kind === 'InlineFragment' && selections.length === 1) {
    const applies = testOf(schema, only);
    const pick = compilePicker(schema, only.selections);
    return source => (applies(source) ? (pick(source) ?? {}) : {});
  }
  const parts = selections.map(selection => compilePart(schema, selection));
  return source => {
    const picked: JsonObject = {};
    for (const part of parts) if (!part(source, picked)) return null;
    return picked;
  };
}

/** Whether an object is of the type that a fragment is for. */
function testOf(schema: GraphQLSchema, { typeCondition }: QueryPlanInlineFragment) {
  const applies = typeCondition ? testOfType(schema, typeCondition) : null;
  return (source: JsonObject): boolean => {
    const typename = source['__typename'];
    return applies !== null && typeof typename === 'string' && applies(typename);
  };
}

function compilePart(schema: GraphQLSchema, selection: QueryPlanSelectionNode): Part {
  if (selection.kind === 'InlineFragment') {
    const pick = compilePicker(schema, selection.selections);
    const applies = testOf(schema, selection);
    return (source, into) => {
      const picked = applies(source) ? pick(source) : null;
      if (picked) mergeInto(into, picked);
      return true;
    };
  }
  const name = selection.alias ?? selection.name;
  const pick = selection.selections ? compilePicker(schema, selection.selections) : null;
  if (!pick && !(name in Object.prototype)) {
    return (source, into) => {
      const value = source[name];
      if (value === undefined) return false;
      into[name] = value;
      return true;
    };
  }
  const within = (value: unknown): unknown => (pick && isObject(value) ? pick(value) : value);
  return (source, into) => {
    if (!Object.hasOwn(source, name) || source[name] === undefined) return false;
    const value = source[name];
    setField(into, name, Array.isArray(value) ? value.map(within) : within(value));
    return true;
  };
}
