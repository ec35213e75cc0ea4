import { GraphQLError, type GraphQLOutputType, isCompositeType, isListType, isNonNullType } from 'graphql';
import { isObject, type JsonObject } from '#platform/json.ts';
import { leafTest } from './leaf-values.ts';

/** One pass over the data of one response. */
export interface Shaping {
  readonly errors: GraphQLError[];
  /** Where the pass is: pushed and popped on the way. */
  readonly path: (string | number)[];
  readonly variables: Readonly<JsonObject>;
}

/** The value is null, and an error says why already. */
export const EXPLAINED_NULL = Symbol('null with an error');
/** The value cannot be null and is: whatever holds it is null instead. */
export const IMPOSSIBLE = Symbol('null where there must be none');

/** What of a value is in the response: the value, or one of the two above. */
export type Complete = (value: unknown, shaping: Shaping) => unknown;

export type ShapeObject = (object: JsonObject, shaping: Shaping) => unknown;

function report({ errors, path }: Shaping, message: string): void {
  errors.push(new GraphQLError(message, { path: [...path], extensions: { code: 'INVALID_GRAPHQL' } }));
}

/** How errors call the place: a field of a type, or an element of a list. */
function describe({ path }: Shaping, parent: string, type: GraphQLOutputType): string {
  const last = path.at(-1);
  return typeof last === 'number'
    ? `array element of type ${type} at index ${last}`
    : `field ${parent}.${last}`;
}

/** Compiles what the type of a field makes of values of subgraphs. `shapeObject` is for fields that have some. */
export function compileCompletion(
  type: GraphQLOutputType,
  parent: string,
  shapeObject: ShapeObject | null,
): Complete {
  if (isNonNullType(type)) {
    const complete = compileCompletion(type.ofType, parent, shapeObject);
    return (value, shaping) => {
      const completed = complete(value, shaping);
      if (completed === null) {
        report(shaping, `Cannot return null for non-nullable ${describe(shaping, parent, type.ofType)}.`);
        return IMPOSSIBLE;
      }
      return completed === EXPLAINED_NULL ? IMPOSSIBLE : completed;
    };
  }
  if (isListType(type))
    return completeList(compileCompletion(type.ofType, parent, shapeObject), parent, type);
  if (isCompositeType(type)) {
    return (value, shaping) => {
      if (value === null || value === undefined) return null;
      if (shapeObject && isObject(value)) return shapeObject(value, shaping);
      report(shaping, `Invalid value found for ${describe(shaping, parent, type)}.`);
      return EXPLAINED_NULL;
    };
  }
  const isValid = leafTest(type);
  return (value, shaping) => {
    if (value === null || value === undefined) return null;
    if (isValid(value)) return value;
    report(shaping, `Invalid value found for ${describe(shaping, parent, type)}.`);
    return EXPLAINED_NULL;
  };
}

function completeList(complete: Complete, parent: string, type: GraphQLOutputType): Complete {
  return (value, shaping) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) {
      report(shaping, `Invalid value found for ${describe(shaping, parent, type)}.`);
      return EXPLAINED_NULL;
    }
    let isImpossible = false;
    const elements = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      shaping.path.push(index);
      const element = complete(value[index], shaping);
      shaping.path.pop();
      if (element === IMPOSSIBLE) isImpossible = true;
      elements[index] = element === EXPLAINED_NULL ? null : element;
    }
    return isImpossible ? EXPLAINED_NULL : elements;
  };
}
