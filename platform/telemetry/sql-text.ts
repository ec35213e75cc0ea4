const MAX_CHARACTERS = 2_000;

/**
 * SQL as it was written, without the values in it: MikroORM puts some into the text. Whatever is quoted goes,
 * also when a quote is never closed; so do numbers, while placeholders and names stay.
 */
export function withoutValues(statement: string): string {
  return statement
    .replace(/\bE'(?:[^'\\]|\\.|'')*'/gis, '?')
    .replace(/'(?:[^']|'')*'/gs, '?')
    .replace(/\$(\w*)\$.*?\$\1\$/gs, '?')
    .replace(/'.*$/s, '?')
    .replace(/(?<![\w$."])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/gi, '?')
    .slice(0, MAX_CHARACTERS);
}
