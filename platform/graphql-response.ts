import { isObject } from './json.ts';
import type { SubgraphResult } from './subgraph.ts';

const isError = (value: unknown) =>
  isObject(value) &&
  typeof value['message'] === 'string' &&
  (value['path'] === undefined || Array.isArray(value['path'])) &&
  (value['extensions'] === undefined || isObject(value['extensions']));

/** What a body says if it is a GraphQL response (GraphQL specification §7.1), otherwise `null`. */
export function readGraphqlResponse(text: string): SubgraphResult | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(body)) return null;
  const { data, errors } = body;
  const hasErrors = Array.isArray(errors) && errors.length > 0 && errors.every(isError);
  if (errors !== undefined && errors !== null && !hasErrors) return null;
  if (data === undefined || data === null ? !hasErrors : !isObject(data)) return null;
  return body as SubgraphResult;
}
