import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type InlineFragmentNode,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { type JsonObject, ownField } from '#platform/json.ts';
import { testOfType } from './object-types.ts';

/** A selection set with the type that it is written for. */
export interface TypedSelections {
  type: GraphQLCompositeType;
  selections: SelectionSetNode;
}

/** All that an operation selects under one response name of objects of one type. */
export interface SelectedField {
  responseName: string;
  fieldName: string;
  /** What errors say that the field is of: the type of the fragment that it stands in, otherwise the object's. */
  parent: string;
  /** Of `__typename` and of fields that the schema does not have: none. */
  definition: GraphQLField<unknown, unknown> | undefined;
  nodes: FieldNode[];
}

export interface SelectionSurroundings {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What `@skip` and `@include` ask for. */
  conditions: Readonly<JsonObject>;
}

function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  conditions: Readonly<JsonObject>,
): boolean {
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.find(argument => argument.name.value === 'if')?.value;
    const isMet =
      value?.kind === Kind.VARIABLE
        ? ownField(conditions, value.name.value) === true
        : value?.kind === Kind.BOOLEAN && value.value;
    if (isMet !== (name === 'include')) return false;
  }
  return true;
}

function fieldOf(
  { schema }: SelectionSurroundings,
  type: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name && type === schema.getQueryType()) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name && type === schema.getQueryType()) return TypeMetaFieldDef;
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** A fragment's selections, where it is meant for objects of a type. */
function fragmentFor(
  { schema, fragments }: SelectionSurroundings,
  selection: InlineFragmentNode | FragmentSpreadNode,
  { type }: TypedSelections,
  typename: string,
): TypedSelections | null {
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
  if (!fragment) return null;
  if (!fragment.typeCondition) return { type, selections: fragment.selectionSet };
  const condition = fragment.typeCondition.name.value;
  const meant = schema.getType(condition);
  if (!isCompositeType(meant) || !testOfType(schema, condition)(typename)) return null;
  return { type: meant, selections: fragment.selectionSet };
}

/** The fields that objects of a type get, in the order of the operation, as the specification collects them. */
export function selectedFields(
  surroundings: SelectionSurroundings,
  typename: string,
  selected: readonly TypedSelections[],
): SelectedField[] {
  const fields = new Map<string, SelectedField>();

  function collect(within: TypedSelections, parent: string): void {
    for (const selection of within.selections.selections) {
      if (!isIncluded(selection.directives, surroundings.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        add(within.type, parent, selection);
        continue;
      }
      const fragment = fragmentFor(surroundings, selection, within, typename);
      if (fragment) collect(fragment, fragment.type === within.type ? parent : fragment.type.name);
    }
  }

  function add(type: GraphQLCompositeType, parent: string, node: FieldNode): void {
    const responseName = node.alias?.value ?? node.name.value;
    const known = fields.get(responseName);
    if (known) {
      known.nodes.push(node);
      return;
    }
    const fieldName = node.name.value;
    const definition = fieldOf(surroundings, type, fieldName);
    fields.set(responseName, { responseName, fieldName, parent, definition, nodes: [node] });
  }

  for (const one of selected) collect(one, typename);
  return [...fields.values()];
}
