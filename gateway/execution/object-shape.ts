import { GraphQLError, getNamedType, isCompositeType, isObjectType } from 'graphql';
import { type JsonObject, ownField } from '#platform/json.ts';
import {
  type Complete,
  compileCompletion,
  EXPLAINED_NULL,
  IMPOSSIBLE,
  type ShapeObject,
} from './completion.ts';
import { compileIntrospection } from './introspection.ts';
import {
  type SelectedField,
  type SelectionSurroundings,
  selectedFields,
  type TypedSelections,
} from './selected-fields.ts';

/** Objects of a response: names are their own, even `__proto__`. */
class ResponseObject {
  static {
    Object.setPrototypeOf(ResponseObject.prototype, null);
  }
}

/** Several places of an operation may select from one object; whose type only its data tell, where it is abstract. */
export function compileObject(
  surroundings: SelectionSurroundings,
  selected: readonly TypedSelections[],
): ShapeObject {
  const { schema } = surroundings;
  const declared = selected[0]?.type.name ?? '';
  const byType = new Map<string, ShapeObject>();

  function shapeOf(typename: string): ShapeObject | null {
    const known = byType.get(typename);
    if (known) return known;
    if (!isCompositeType(schema.getType(typename))) return null;
    const compiled = compileFields(surroundings, typename, selectedFields(surroundings, typename, selected));
    byType.set(typename, compiled);
    return compiled;
  }

  return (object, shaping) => {
    const typename = ownField(object, '__typename');
    const shape = shapeOf(typeof typename === 'string' ? typename : declared);
    if (shape) return shape(object, shaping);
    const where = shaping.path.at(-1);
    shaping.errors.push(
      new GraphQLError(
        `Invalid __typename found for object at ${typeof where === 'number' ? `index ${where}` : `field ${where}`}.`,
        {
          path: [...shaping.path],
          extensions: { code: 'INVALID_GRAPHQL' },
        },
      ),
    );
    return EXPLAINED_NULL;
  };
}

interface FieldShape {
  name: string;
  complete: Complete;
}

function compileFields(
  surroundings: SelectionSurroundings,
  typename: string,
  fields: readonly SelectedField[],
): ShapeObject {
  const shapes = fields.map(field => compileField(surroundings, typename, field));
  return (object, shaping) => {
    const shaped = new ResponseObject() as JsonObject;
    for (const { name, complete } of shapes) {
      shaping.path.push(name);
      const value = complete(ownField(object, name), shaping);
      shaping.path.pop();
      if (value === IMPOSSIBLE) return EXPLAINED_NULL;
      shaped[name] = value === EXPLAINED_NULL ? null : value;
    }
    return shaped;
  };
}

function compileField(
  surroundings: SelectionSurroundings,
  typename: string,
  field: SelectedField,
): FieldShape {
  const { responseName: name, fieldName, definition, parent, nodes } = field;
  if (fieldName === '__typename') {
    const isObjectName = (type: unknown) =>
      typeof type === 'string' && isObjectType(surroundings.schema.getType(type));
    if (isObjectName(typename)) return { name, complete: () => typename };
    // Only the alias may tell what object it is.
    return { name, complete: value => (isObjectName(value) ? value : IMPOSSIBLE) };
  }
  if (!definition) throw new Error(`${parent} has no field ${fieldName}.`);
  if (fieldName.startsWith('__')) return { name, complete: compileIntrospection(surroundings, name, nodes) };
  const type = getNamedType(definition.type);
  const selected = isCompositeType(type)
    ? nodes.flatMap(({ selectionSet }) => (selectionSet ? [{ type, selections: selectionSet }] : []))
    : [];
  const shapeObject = selected.length > 0 ? lazily(() => compileObject(surroundings, selected)) : null;
  return { name, complete: compileCompletion(definition.type, parent, shapeObject) };
}

/** Fragments may be nested deeper than any response is. */
function lazily(compile: () => ShapeObject): ShapeObject {
  let compiled: ShapeObject | undefined;
  return (object, shaping) => {
    compiled ??= compile();
    return compiled(object, shaping);
  };
}
