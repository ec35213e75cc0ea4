import type { FetchNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  print,
  valueFromASTUntyped,
  visit,
} from 'graphql';

/** What is subscribed to in a subgraph. */
export interface UpstreamOperation {
  query: string;
  /** Names of the client's variables that it needs. */
  variableUsages: readonly string[];
  /** How it goes on behind a cursor; none where the field cannot. */
  resume: Resume | null;
}

interface Resume {
  /** The variable that holds the cursor. */
  variable: string;
  /** The cursor where the client wrote it into its document; undefined: it is the client's variable. */
  literal: string | null | undefined;
}

/** An argument of this name means, on every subscription that has it: go on behind this cursor. */
const AFTER = 'after';
const OUR_VARIABLE = 'almanac_after';

function usesOf(document: DocumentNode, name: string): number {
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: node => {
      if (node.name.value === name) uses++;
    },
  });
  return uses;
}

function rootOf(document: DocumentNode): { operation: OperationDefinitionNode; field: FieldNode } | null {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return null;
  const [field] = operation.selectionSet.selections;
  return field?.kind === Kind.FIELD ? { operation, field } : null;
}

function withOwnVariable(
  document: DocumentNode,
  { operation, field }: NonNullable<ReturnType<typeof rootOf>>,
  type: string,
): string {
  const name = { kind: Kind.NAME, value: OUR_VARIABLE } as const;
  const variable = { kind: Kind.VARIABLE, name } as const;
  const resumed: FieldNode = {
    ...field,
    arguments: [
      ...(field.arguments ?? []).filter(argument => argument.name.value !== AFTER),
      { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: AFTER }, value: variable },
    ],
  };
  const definition = { kind: Kind.VARIABLE_DEFINITION, variable, type: parseType(type) } as const;
  const rewritten: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), definition],
    selectionSet: { ...operation.selectionSet, selections: [resumed] },
  };
  return print({
    ...document,
    definitions: document.definitions.map(part => (part === operation ? rewritten : part)),
  });
}

/** Makes the operation of a plan's primary fetch one that can be asked again from any cursor. */
export function upstreamOperation(schema: GraphQLSchema, primary: FetchNode): UpstreamOperation {
  const variableUsages = primary.variableUsages ?? [];
  const unchanged = { query: primary.operation, variableUsages, resume: null };
  const document = parse(primary.operation, { noLocation: true });
  const root = rootOf(document);
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  const type = fields[root?.field.name.value ?? '']?.args.find(({ name }) => name === AFTER)?.type;
  if (!root || !type) return unchanged;
  const given = root.field.arguments?.find(({ name }) => name.value === AFTER)?.value;
  if (given?.kind === Kind.VARIABLE) {
    const variable = given.name.value;
    // Were it used elsewhere too, it could not be changed without changing what is asked.
    return usesOf(document, variable) === 1
      ? { ...unchanged, resume: { variable, literal: undefined } }
      : unchanged;
  }
  const literal = given ? (valueFromASTUntyped(given) as string | null) : null;
  const query = withOwnVariable(document, root, String(type));
  return { query, variableUsages, resume: { variable: OUR_VARIABLE, literal } };
}
