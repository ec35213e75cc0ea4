import { Kind, parse, type Token, TokenKind } from 'graphql';

export interface OperationSource {
  /** The operation as it stands in its file, comment and all. */
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

/** Every named operation of a document, by name. */
export function operationsIn(source: string): Map<string, OperationSource> {
  const operations = new Map<string, OperationSource>();
  for (const definition of parse(source).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.name || !definition.loc) continue;
    const comments = commentsAbove(definition.loc.startToken);
    operations.set(definition.name.value, {
      text: source.slice(comments[0]?.start ?? definition.loc.start, definition.loc.end),
      comment: comments.map(comment => comment.value.trim()).join(' '),
    });
  }
  return operations;
}
