import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isObject, type JsonObject } from '#platform/json.ts';
import { testOfType } from './object-types.ts';
import { mergeInto, setField } from './response-data.ts';

/** Picks from an object what another subgraph must know to find it; `null` where that is not known. */
export type Picker = (source: JsonObject) => JsonObject | null;

type Part = (source: JsonObject, into: JsonObject) => boolean;

/** Compiles what a fetch `requires` of the objects that it is about. */
export function compilePicker(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Picker {
  const parts = selections.map(selection => compilePart(schema, selection));
  return source => {
    const picked: JsonObject = {};
    for (const part of parts) if (!part(source, picked)) return null;
    return picked;
  };
}

function compilePart(schema: GraphQLSchema, selection: QueryPlanSelectionNode): Part {
  if (selection.kind === 'InlineFragment') {
    const pick = compilePicker(schema, selection.selections);
    const applies = selection.typeCondition ? testOfType(schema, selection.typeCondition) : null;
    return (source, into) => {
      const typename = source['__typename'];
      if (applies && typeof typename === 'string' && applies(typename)) {
        const picked = pick(source);
        if (picked) mergeInto(into, picked);
      }
      return true;
    };
  }
  const name = selection.alias ?? selection.name;
  const pick = selection.selections ? compilePicker(schema, selection.selections) : null;
  const within = (value: unknown): unknown => (pick && isObject(value) ? pick(value) : value);
  return (source, into) => {
    if (!Object.hasOwn(source, name) || source[name] === undefined) return false;
    const value = source[name];
    setField(into, name, Array.isArray(value) ? value.map(within) : within(value));
    return true;
  };
}
