import { credentials } from './api-key.ts';

export interface GraphError {
  message: string;
  extensions?: { code?: string };
}

export interface GraphResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphError[];
}

export interface Operation {
  query: string;
  operationName?: string | null | undefined;
  variables?: unknown;
}

const endpoint = document.querySelector<HTMLMetaElement>('meta[name="graphql-endpoint"]')?.content;

export const HTTP_URL = new URL(endpoint ?? '/graphql', window.location.href).href;

/** Asks over HTTP. What keeps an answer from coming is an answer too: one that says so. */
export async function ask(
  operation: Operation,
  headers: Record<string, string> = credentials(),
): Promise<GraphResult> {
  let response: Response;
  try {
    response = await fetch(HTTP_URL, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(operation),
    });
  } catch (error) {
    return { errors: [{ message: `No answer from ${HTTP_URL}: ${String(error)}` }] };
  }
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    const start = text.slice(0, 200);
    return { errors: [{ message: `${HTTP_URL} answered ${response.status}, and not in JSON: ${start}` }] };
  }
}
