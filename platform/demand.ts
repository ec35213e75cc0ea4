import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type ScalarTypeDefinitionNode,
  type TypeNode,
  visit,
} from 'graphql';
import { Directive } from 'type-graphql';
import { DEFAULT_PAGE_SIZE } from './pagination.ts';

/**
 * What a field costs whoever asks for it, instead of 1 for an object and nothing for a value: Apollo's `@cost`, from which the
 * gateway estimates what an operation costs before it runs it.
 */
export function Cost(weight: number) {
  return Directive(`@cost(weight: ${weight})`);
}

/** Apollo's `@listSize` of a connection whose page is not as long as others'. */
export function PageOf(items: number) {
  return Directive(listSize(items));
}

const listSize = (items: number) =>
  `@listSize(assumedSize: ${items}, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)`;

/** The same, parsed: a directive is only parsed where it stands on something. */
function directiveNode(text: string): ConstDirectiveNode {
  const [definition] = parse(`scalar Any ${text}`, { noLocation: true }).definitions;
  const [directive] = (definition as ScalarTypeDefinitionNode).directives ?? [];
  if (!directive) throw new Error(`This is no directive: ${text}`);
  return directive;
}

const ordinaryPage = directiveNode(listSize(DEFAULT_PAGE_SIZE));

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

const isPaged = ({ type, arguments: args, directives }: FieldDefinitionNode) =>
  namedTypeOf(type).endsWith('Connection') &&
  args?.some(({ name }) => name.value === 'first') &&
  !directives?.some(({ name }) => name.value === 'listSize');

/** Says of each field that answers a page how long it is: as long as `first`. Nobody has to remember it. */
export function withListSizes(document: DocumentNode): DocumentNode {
  return visit(document, {
    FieldDefinition: field =>
      isPaged(field) ? { ...field, directives: [...(field.directives ?? []), ordinaryPage] } : undefined,
  });
}
