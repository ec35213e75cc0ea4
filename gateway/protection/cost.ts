import type { PlanNode, SubscriptionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { JsonObject } from '#platform/json.ts';
import { listSizeOf, type SizedFields, weightOf } from './cost-directives.ts';
import { maximumOf, productOf, type Score, sumOf } from './score.ts';

/** How long lists are of which the schema says nothing. */
const ASSUMED_LIST_SIZE = 10;
const MUTATION = 10;

/** What compiling the cost of a document has to know. */
interface Scoring {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  listSize: number;
}

/** What a parent says about the length of lists below it. */
interface Sized {
  size: Score;
  fields: SizedFields;
}

/** What an input costs: objects 1 and what is in them, lists what is in them, values nothing unless `@cost` says so. */
function inputCost(value: unknown, definition: GraphQLArgument | GraphQLInputField): number {
  if (value === null || value === undefined) return 0;
  const type = getNamedType(definition.type);
  const weight = weightOf(definition) ?? weightOf(type);
  if (Array.isArray(value))
    return value.reduce((sum, item) => sum + inputCost(item, definition), weight ?? 0);
  if (!isInputObjectType(type) || typeof value !== 'object') return weight ?? 0;
  const fields = type.getFields();
  return Object.entries(value).reduce((sum, [name, item]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field ? sum + inputCost(item, field) : sum;
  }, weight ?? 1);
}

function hasVariables(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariables);
  return value.kind === Kind.OBJECT && value.fields.some(field => hasVariables(field.value));
}

function argumentCost(value: ValueNode, definition: GraphQLArgument): Score {
  const cost = (variables: Readonly<JsonObject>) =>
    inputCost(valueFromASTUntyped(value, variables), definition);
  return hasVariables(value) ? cost : cost({});
}

/** Whether the operation itself says that the field is left out; what variables say is not known yet. */
function isLeftOut({ directives = [] }: FieldNode): boolean {
  return directives.some(({ name, arguments: args = [] }) => {
    const condition = args.find(each => each.name.value === 'if')?.value;
    if (condition?.kind !== Kind.BOOLEAN) return false;
    return name.value === (condition.value ? 'skip' : 'include');
  });
}

const typeCost = (type: GraphQLNamedType) => weightOf(type) ?? (isCompositeType(type) ? 1 : 0);

/** `listSize * (own weight + what is below) + arguments`, as Apollo Router counts. */
function fieldCost(scoring: Scoring, field: FieldNode, parent: GraphQLNamedType, sized: Sized | null): Score {
  const name = field.name.value;
  if (name === '__typename' || isLeftOut(field)) return 0;
  if (name === '_entities' && parent === scoring.schema.getQueryType()) return entitiesCost(scoring, field);
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  if (!definition) return 0;
  const type = getNamedType(definition.type);
  const isList = isListType(getNullableType(definition.type));
  const listSize = listSizeOf(definition, field, scoring.listSize);
  const fields = (sized?.fields ?? []).filter(([first]) => first === name);
  const isSized = fields.some(path => path.length === 1);
  const count = isList ? ((isSized ? sized?.size : null) ?? listSize?.size ?? scoring.listSize) : 1;
  // What was said of lists further below goes on; what the field says of its own takes precedence.
  const further = { size: sized?.size ?? 0, fields: fields.map(path => path.slice(1)) };
  const below =
    listSize && listSize.size !== null
      ? { size: listSize.size, fields: listSize.sizedFields }
      : further.fields.some(path => path.length > 0)
        ? further
        : null;
  const own = weightOf(definition) ?? typeCost(type);
  const nested = field.selectionSet ? selectionsCost(scoring, field.selectionSet, type, below) : 0;
  const args = (field.arguments ?? []).map(({ name: { value }, value: given }) => {
    const argument = definition.args.find(each => each.name === value);
    return argument ? argumentCost(given, argument) : 0;
  });
  return sumOf([productOf([count, sumOf([own, nested])]), ...args]);
}

/** Entities are a list of which nothing is known before the fetch that needs them. */
function entitiesCost(scoring: Scoring, field: FieldNode): Score {
  const nested = field.selectionSet ? selectionsCost(scoring, field.selectionSet, null, null) : 0;
  return productOf([scoring.listSize, sumOf([1, nested])]);
}

function selectionsCost(
  scoring: Scoring,
  { selections }: SelectionSetNode,
  parent: GraphQLNamedType | null,
  sized: Sized | null,
): Score {
  return sumOf(
    selections.map(selection => {
      if (selection.kind === Kind.FIELD) return parent ? fieldCost(scoring, selection, parent, sized) : 0;
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? scoring.fragments.get(selection.name.value) : selection;
      if (!fragment) return 0;
      const condition = fragment.typeCondition?.name.value;
      const type = condition ? (scoring.schema.getType(condition) ?? null) : parent;
      return selectionsCost(scoring, fragment.selectionSet, type, sized);
    }),
  );
}

const isOperation = ({ kind }: { kind: string }) => kind === Kind.OPERATION_DEFINITION;

/** What the operations of a document cost by the directives of a schema. */
export function costOfDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  listSize = ASSUMED_LIST_SIZE,
): Score {
  const fragments = new Map(
    document.definitions
      .filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map(fragment => [fragment.name.value, fragment]),
  );
  const scoring = { schema, fragments, listSize };
  const operations = document.definitions.filter(isOperation) as OperationDefinitionNode[];
  return sumOf(
    operations.map(({ operation, selectionSet }) => {
      const root = schema.getRootType(operation) ?? null;
      const cost = selectionsCost(scoring, selectionSet, root, null);
      return operation === 'mutation' ? sumOf([MUTATION, cost]) : cost;
    }),
  );
}

export type SubgraphSchemas = ReadonlyMap<string, GraphQLSchema>;

type AnyPlan = PlanNode | SubscriptionNode;

/**
 * What a plan costs: the sum of its fetches, each by its subgraph's directives, and the dearer branch where variables decide.
 * Of a subscription the first fetch; what each event costs is told apart.
 */
export function costOfPlan(
  schemas: SubgraphSchemas,
  plan: AnyPlan | undefined,
  listSize = ASSUMED_LIST_SIZE,
): Score {
  const costOf = (node: AnyPlan | undefined) => costOfPlan(schemas, node, listSize);
  switch (plan?.kind) {
    case 'Sequence':
    case 'Parallel':
      return sumOf(plan.nodes.map(costOf));
    case 'Flatten':
      return costOf(plan.node);
    case 'Condition':
      return maximumOf([costOf(plan.ifClause), costOf(plan.elseClause)]);
    case 'Fetch': {
      const schema = schemas.get(plan.serviceName);
      return schema ? costOfDocument(schema, parse(plan.operation, { noLocation: true }), listSize) : 0;
    }
    case 'Subscription':
      return costOf(plan.primary);
    default:
      return 0;
  }
}
