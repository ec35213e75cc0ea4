import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql';
import { AppError } from '#platform/errors.ts';

/**
 * What an operation may be, before anything is planned or even validated: both take time that grows faster than
 * the operation. Fragments count wherever they are spread, as if they were written out.
 */
export const limits = {
  /** Words and signs of the document, comments left out. */
  tokens: 15_000,
  /** Brackets within brackets, of selections, arguments and values alike: what a parser has to remember. */
  nesting: 100,
  /** Fields within fields. */
  depth: 30,
  /** Fields under another name than their own. */
  aliases: 50,
  /** Fields of the query, mutation or subscription itself. */
  rootFields: 30,
  /** `@…` in the whole document and, where fragments are spread, once more each time. */
  directives: 100,
  /** Fields in the whole document, once each. */
  fields: 1_000,
  fragments: 250,
  /** Fields, spreads and inline fragments, once for each time that they are reached. */
  selections: 2_000,
  /** Lists and objects within each other in the variables. */
  variableDepth: 50,
} as const;

type Limit = keyof typeof limits;

/** What a document has too much of. */
export interface Excess {
  limit: Limit;
  max: number;
  /** At least so many: who counts stops early. */
  actual: number;
}

const words: Record<Limit, string> = {
  tokens: 'tokens',
  nesting: 'brackets within each other',
  depth: 'fields within each other',
  aliases: 'aliases',
  rootFields: 'fields at its root',
  directives: 'directives',
  fields: 'fields',
  fragments: 'fragments',
  selections: 'selections with its fragments written out',
  variableDepth: 'lists and objects within each other in its variables',
};

export function tooLarge({ limit, max, actual }: Excess): AppError {
  return new AppError(
    'OPERATION_TOO_LARGE',
    `The operation has more ${words[limit]} than the ${max} that are allowed. Ask for less at once.`,
    { extensions: { limit, max, actual } },
  );
}

/** What was counted of a list of selections with its fragments written out. Fragments in fragments double: Infinity is possible. */
interface Shape {
  depth: number;
  aliases: number;
  rootFields: number;
  directives: number;
  selections: number;
}

const nothing: Shape = { depth: 0, aliases: 0, rootFields: 0, directives: 0, selections: 0 };

const countOf = (directives: readonly DirectiveNode[] | undefined) => directives?.length ?? 0;

function join(left: Shape, right: Shape, by: (left: number, right: number) => number): Shape {
  return {
    depth: Math.max(left.depth, right.depth),
    aliases: by(left.aliases, right.aliases),
    rootFields: by(left.rootFields, right.rootFields),
    directives: by(left.directives, right.directives),
    selections: by(left.selections, right.selections),
  };
}

const sum = (left: Shape, right: Shape) => join(left, right, (a, b) => a + b);
const larger = (left: Shape, right: Shape) => join(left, right, (a, b) => Math.max(a, b));

const excess = (limit: Limit, actual: number): Excess | null =>
  actual > limits[limit]
    ? { limit, max: limits[limit], actual: Math.min(actual, Number.MAX_SAFE_INTEGER) }
    : null;

/**
 * Counts tokens and brackets without parsing. A parser calls itself for every bracket: enough of them end it
 * with an overflow of the stack rather than with an answer.
 */
function excessOfText(text: string): Excess | null {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      if (++tokens > limits.tokens) return excess('tokens', tokens);
      const { kind } = token;
      if (kind === TokenKind.BRACE_L || kind === TokenKind.PAREN_L || kind === TokenKind.BRACKET_L) {
        if (++nesting > limits.nesting) return excess('nesting', nesting);
      } else if (kind === TokenKind.BRACE_R || kind === TokenKind.PAREN_R || kind === TokenKind.BRACKET_R) {
        nesting--;
      }
    }
  } catch {
    // What is not GraphQL is said by whoever parses it.
  }
  return null;
}

/** What a parsed document has too much of: each definition is walked once, however often it is used. */
function excessOfDocument(document: DocumentNode): Excess | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const shapes = new Map<string, Shape>();
  let fields = 0;

  function shapeOfFragment(name: string): Shape {
    const known = shapes.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    // Set before it is known: a fragment that spreads itself, which validation refuses, ends here.
    shapes.set(name, nothing);
    const shape = fragment ? shapeOf(fragment.selectionSet) : nothing;
    shapes.set(name, shape);
    return shape;
  }

  function shapeOfSelection(selection: SelectionNode): Shape {
    const own = { ...nothing, selections: 1, directives: countOf(selection.directives) };
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sum(own, shapeOfFragment(selection.name.value));
    const below = selection.selectionSet ? shapeOf(selection.selectionSet) : nothing;
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum(own, below);
    fields++;
    const aliases = selection.alias ? 1 : 0;
    return { ...sum(own, below), depth: below.depth + 1, rootFields: 1, aliases: below.aliases + aliases };
  }

  function shapeOf({ selections }: SelectionSetNode): Shape {
    return selections.map(shapeOfSelection).reduce(sum, nothing);
  }

  let directives = 0;
  let largest = nothing;
  const defined = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  for (const fragment of defined as FragmentDefinitionNode[]) fragments.set(fragment.name.value, fragment);
  const tooMany = excess('fragments', defined.length);
  if (tooMany) return tooMany;
  for (const fragment of defined as FragmentDefinitionNode[]) {
    // Fragments that nobody spreads are validated too, and those whose name another one has.
    const isNamed = fragments.get(fragment.name.value) === fragment;
    const shape = isNamed ? shapeOfFragment(fragment.name.value) : shapeOf(fragment.selectionSet);
    largest = larger(largest, { ...shape, rootFields: 0 });
  }
  for (const definition of document.definitions) {
    if (!('directives' in definition)) continue;
    directives += countOf(definition.directives);
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const variable of definition.variableDefinitions ?? []) directives += countOf(variable.directives);
    largest = larger(largest, shapeOf(definition.selectionSet));
  }
  return (
    excess('fields', fields) ??
    excess('selections', largest.selections) ??
    excess('depth', largest.depth) ??
    excess('rootFields', largest.rootFields) ??
    excess('aliases', largest.aliases) ??
    excess('directives', largest.directives + directives)
  );
}

/** Variables that nest without end would end whoever walks them with an overflow of the stack. */
export function excessOfVariables(variables: unknown): Excess | null {
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.variableDepth) return excess('variableDepth', depth);
    level = level.flatMap(value =>
      typeof value === 'object' && value !== null
        ? Object.values(value).filter(part => typeof part === 'object' && part !== null)
        : [],
    );
  }
  return null;
}

/** What an operation has too much of. What is not GraphQL at all has nothing: its parser says what is wrong with it. */
export function excessOfOperation(text: string): Excess | null {
  const tooLong = excessOfText(text);
  if (tooLong) return tooLong;
  let document: DocumentNode;
  try {
    document = parse(text, { noLocation: true });
  } catch {
    return null;
  }
  return excessOfDocument(document);
}
