import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type JsonObject, ownField } from '#platform/json.ts';
import { EXPLAINED_NULL, type ShapeObject, type Shaping } from './completion.ts';
import { compileFastShape } from './fast-shape.ts';
import { compileObject } from './object-shape.ts';

/** What clients get of what was found: the fields they selected, in their order, nulls bubbled up. */
interface Shaped {
  data: JsonObject | null;
  errors: GraphQLError[];
}

export type Shape = (data: JsonObject, variables: Readonly<JsonObject>) => Shaped;

interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

interface Variant {
  fast: ((data: JsonObject) => unknown) | null;
  careful: ShapeObject;
}

/** Shapes of one operation differ by its conditions: so many are kept, which is two to the power of three. */
const MAX_VARIANTS = 8;

/** Compiles how responses of an operation look. Objects of each type are compiled when the first one comes. */
export function compileShape(source: Operation): Shape {
  const { schema, document, operation } = source;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  const fragments = new Map(
    document.definitions.flatMap(definition =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const names = conditionNames(document);
  const defaults = booleanDefaults(operation);
  const variants = new Map<string, Variant>();

  /** Of an operation without conditions. */
  let only: Variant | undefined;

  function variantFor(variables: Readonly<JsonObject>): Variant {
    if (only) return only;
    const conditions = Object.fromEntries(
      names.map(name => [name, ownField(variables, name) ?? defaults.get(name)]),
    );
    const key = JSON.stringify(conditions);
    let variant = variants.get(key);
    if (!variant) {
      const selected = [{ type: root as NonNullable<typeof root>, selections: operation.selectionSet }];
      const surroundings = { schema, operation, fragments, conditions };
      variant = {
        fast: compileFastShape(surroundings, selected),
        careful: compileObject(surroundings, selected),
      };
      if (names.length === 0) only = variant;
      else if (variants.size < MAX_VARIANTS) variants.set(key, variant);
    }
    return variant;
  }

  return (data, variables) => {
    const { fast, careful } = variantFor(variables);
    const whole = fast?.(data);
    if (whole !== undefined) return { data: whole as JsonObject, errors: [] };
    const shaping: Shaping = { errors: [], path: [], variables };
    const shaped = careful(data, shaping);
    return { data: shaped === EXPLAINED_NULL ? null : (shaped as JsonObject), errors: shaping.errors };
  };
}

/** Variables that say what is included. */
function conditionNames(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      const value = given?.find(argument => argument.name.value === 'if')?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** What variables are where nothing is given. */
export function booleanDefaults({ variableDefinitions }: OperationDefinitionNode): Map<string, boolean> {
  return new Map(
    (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value] as const] : [],
    ),
  );
}
