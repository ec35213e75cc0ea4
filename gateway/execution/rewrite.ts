import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isObject, type JsonObject, ownField, setField } from '#platform/json.ts';
import { testOfType } from './object-types.ts';

export type Rewrite = (value: unknown) => void;

const FRAGMENT = '... on ';

/** Compiles the renamings and constants that the planner wants in what a fetch sends or gets. */
export function compileRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
): Rewrite | null {
  if (!rewrites || rewrites.length === 0) return null;
  const compiled = rewrites.map(rewrite => {
    const name = rewrite.path.at(-1) ?? '';
    return along(schema, rewrite.path.slice(0, -1), object => apply(rewrite, object, name));
  });
  return value => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function apply(rewrite: FetchDataRewrite, object: JsonObject, name: string): void {
  if (rewrite.kind === 'ValueSetter') {
    setField(object, name, rewrite.setValueTo);
    return;
  }
  const value = ownField(object, name);
  if (!value) return;
  setField(object, rewrite.renameKeyTo, value);
  object[name] = undefined;
}

/** Does something to every object at a path of field names and type conditions. */
function along(
  schema: GraphQLSchema,
  path: readonly string[],
  change: (object: JsonObject) => void,
): Rewrite {
  const [first, ...rest] = path;
  const next: Rewrite =
    first === undefined
      ? value => change(value as JsonObject)
      : first.startsWith(FRAGMENT)
        ? whereType(testOfType(schema, first.slice(FRAGMENT.length)), along(schema, rest, change))
        : below(first, along(schema, rest, change));
  const visit: Rewrite = value => {
    if (Array.isArray(value)) for (const element of value) visit(element);
    else if (isObject(value)) next(value);
  };
  return visit;
}

/** An object that does not say its type is taken to be of the type that is meant. */
function whereType(applies: (typename: string) => boolean, next: Rewrite): Rewrite {
  return value => {
    const typename = (value as JsonObject)['__typename'];
    if (typeof typename !== 'string' || applies(typename)) next(value);
  };
}

function below(name: string, next: Rewrite): Rewrite {
  return value => next(ownField(value as JsonObject, name));
}
