import {
  GraphQLEnumType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isObject, type JsonObject } from '#platform/json.ts';
import { leafTest } from './leaf-values.ts';
import {
  type SelectedField,
  type SelectionSurroundings,
  selectedFields,
  type TypedSelections,
} from './selected-fields.ts';

/** What is in the response of an object; undefined where something is not as it should be. */
type Fast = (value: unknown) => unknown;

/** Names that every object has, or that mean something else in an object literal. */
const isUsual = (name: string) => !(name in Object.prototype);

/**
 * Compiles how responses look whose data are as the schema says: source text, one object literal a type, without a
 * trace of where it is. Whatever is not as it should be (a null, a wrong type, a name such as `constructor`) makes it
 * give up with undefined, and the careful pass of `object-shape.ts` says what it was. Null: it cannot be compiled.
 */
export function compileFastShape(
  surroundings: SelectionSurroundings,
  selected: readonly TypedSelections[],
): Fast | null {
  const declared = selected[0]?.type;
  if (!isObjectType(declared)) return compileAbstract(surroundings, selected);
  const others = compileAbstract(surroundings, selected);
  return compileConcrete(surroundings, declared.name, selected, others);
}

/** Objects whose type only their data tell. */
function compileAbstract(surroundings: SelectionSurroundings, selected: readonly TypedSelections[]): Fast {
  const byType = new Map<string, Fast | null>();
  return value => {
    const typename = (value as JsonObject)['__typename'];
    if (typeof typename !== 'string') return undefined;
    let fast = byType.get(typename);
    if (fast === undefined) {
      if (!isObjectType(surroundings.schema.getType(typename))) return undefined;
      fast = compileConcrete(surroundings, typename, selected, () => undefined);
      byType.set(typename, fast);
    }
    return fast?.(value);
  };
}

/** Values that the source text of a function refers to. */
class References {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    return `$[${this.values.push(value) - 1}]`;
  }
}

function compileConcrete(
  surroundings: SelectionSurroundings,
  typename: string,
  selected: readonly TypedSelections[],
  others: Fast,
): Fast | null {
  const references = new References();
  const lines = [
    `const typename = object.__typename;`,
    `if (typename !== undefined && typename !== ${JSON.stringify(typename)}) return ${references.add(others)}(object);`,
  ];
  const entries: string[] = [];
  for (const [index, field] of selectedFields(surroundings, typename, selected).entries()) {
    const name = JSON.stringify(field.responseName);
    if (!isUsual(field.responseName)) return null;
    if (field.fieldName === '__typename') {
      entries.push(`${name}: ${JSON.stringify(typename)}`);
      continue;
    }
    const complete = compileField(surroundings, field, references);
    if (!complete) return null;
    lines.push(`let v${index} = object[${name}];`, complete(`v${index}`));
    entries.push(`${name}: v${index}`);
  }
  const source = `return object => {\n${lines.join('\n')}\nreturn { ${entries.join(', ')} };\n};`;
  // Of names and tests only: whatever clients wrote is in it as JSON text.
  return new Function('$', source)(references.values) as Fast;
}

/** Source text that makes a variable what is in the response, or returns. */
type Completion = (variable: string) => string;

function compileField(
  surroundings: SelectionSurroundings,
  { fieldName, definition, nodes }: SelectedField,
  references: References,
): Completion | null {
  if (!definition || fieldName.startsWith('__')) return null;
  const type = getNamedType(definition.type);
  if (!isCompositeType(type)) return compileCompletion(definition.type, null, references);
  const within = nodes.flatMap(({ selectionSet }) =>
    selectionSet ? [{ type, selections: selectionSet }] : [],
  );
  if (within.length === 0) return null;
  const object = lazily(() => compileFastShape(surroundings, within));
  return compileCompletion(definition.type, object, references);
}

/** Fragments may be nested deeper than any response is. */
function lazily(compile: () => Fast | null): Fast {
  let compiled: Fast | null | undefined;
  return value => {
    if (compiled === undefined) compiled = compile();
    return compiled?.(value);
  };
}

function compileCompletion(type: GraphQLOutputType, object: Fast | null, references: References): Completion {
  if (isNonNullType(type)) {
    const present = compilePresent(type.ofType, object, references);
    return value => `if (${value} === undefined || ${value} === null) return;\n${present(value)}`;
  }
  const present = compilePresent(type, object, references);
  return value =>
    `if (${value} === undefined || ${value} === null) ${value} = null;\nelse {\n${present(value)}\n}`;
}

/** Of a value that is not null. */
function compilePresent(type: GraphQLOutputType, object: Fast | null, references: References): Completion {
  if (isNonNullType(type)) throw new Error('A type cannot be non-null twice.');
  if (isListType(type)) {
    const element = compileElement(type.ofType, object);
    const complete = references.add((value: unknown) => completeList(value, element));
    return value => `${value} = ${complete}(${value});\nif (${value} === undefined) return;`;
  }
  if (object) {
    const complete = references.add((value: unknown) => (isObject(value) ? object(value) : undefined));
    return value => `${value} = ${complete}(${value});\nif (${value} === undefined) return;`;
  }
  if (isCompositeType(type)) throw new Error('An object has fields.');
  const isText = !(type instanceof GraphQLEnumType) && type.name === 'String';
  if (isText) return value => `if (typeof ${value} !== 'string') return;`;
  const test = references.add(leafTest(type));
  const isId = !(type instanceof GraphQLEnumType) && type.name === 'ID';
  if (isId) return value => `if (typeof ${value} !== 'string' && !${test}(${value})) return;`;
  return value => `if (!${test}(${value})) return;`;
}

function compileElement(type: GraphQLOutputType, object: Fast | null): Fast {
  const references = new References();
  const complete = compileCompletion(type, object, references);
  return new Function('$', `return value => {\n${complete('value')}\nreturn value;\n};`)(
    references.values,
  ) as Fast;
}

function completeList(value: unknown, element: Fast): unknown {
  if (!Array.isArray(value)) return undefined;
  const completed = new Array<unknown>(value.length);
  for (let index = 0; index < value.length; index++) {
    const one = element(value[index]);
    if (one === undefined) return undefined;
    completed[index] = one;
  }
  return completed;
}
