import { type DefinitionNode, Kind, type Location, parse, type Token, TokenKind, visit } from 'graphql';

export interface OperationSource {
  /** The operation as it stands in its file, comment and all, and the fragments that it uses. */
  text: string;
  /** The comment above it, without the `#`. */
  comment: string;
}

/** The comments right above a definition; those behind an empty line belong to the file. */
function commentsAbove(first: Token): Token[] {
  const comments: Token[] = [];
  for (let next = first; next.prev?.kind === TokenKind.COMMENT; next = next.prev) {
    if (next.line - next.prev.line > 1) break;
    comments.unshift(next.prev);
  }
  return comments;
}

function fragmentsIn(definition: DefinitionNode): string[] {
  const names: string[] = [];
  visit(definition, {
    FragmentSpread: ({ name }) => {
      names.push(name.value);
    },
  });
  return names;
}

/** Names of the fragments that a definition needs, directly or by others. */
function fragmentsOf(definition: DefinitionNode, all: ReadonlyMap<string, DefinitionNode>): Set<string> {
  const needed = new Set<string>();
  const look = (at: DefinitionNode) => {
    for (const name of fragmentsIn(at)) {
      const fragment = all.get(name);
      if (!fragment || needed.has(name)) continue;
      needed.add(name);
      look(fragment);
    }
  };
  look(definition);
  return needed;
}

/** Every named operation of a document, by name. */
export function operationsIn(source: string): Map<string, OperationSource> {
  const { definitions } = parse(source);
  const fragments = new Map<string, DefinitionNode>(
    definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const textAt = (loc: Location | undefined, begin = loc?.start) => source.slice(begin, loc?.end);
  const operations = new Map<string, OperationSource>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.name || !definition.loc) continue;
    const comments = commentsAbove(definition.loc.startToken);
    const needed = [...fragmentsOf(definition, fragments)].map(name => textAt(fragments.get(name)?.loc));
    operations.set(definition.name.value, {
      text: [textAt(definition.loc, comments[0]?.start), ...needed].join('\n\n'),
      comment: comments.map(comment => comment.value.trim()).join(' '),
    });
  }
  return operations;
}
