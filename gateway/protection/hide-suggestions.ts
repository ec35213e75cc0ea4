import type { GraphQLFormattedError } from 'graphql';

/** graphql-js names what is spelt like a mistake: a schema that may not be read could be guessed word by word. */
export function withoutSuggestions(error: GraphQLFormattedError): GraphQLFormattedError {
  return { ...error, message: error.message.replace(/ ?Did you mean [^?]*\?/g, '') };
}
