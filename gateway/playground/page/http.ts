import { GRAPH_URL } from './site.ts';
import { createStore } from './store.ts';

export interface GraphError {
  message: string;
  extensions?: { code?: string };
}

export interface GraphResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphError[];
  extensions?: Record<string, unknown>;
}

export interface Operation {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/** What is worth knowing of an answer besides what it says. */
export interface Answer {
  /** 0: there was none. */
  status: number;
  milliseconds: number;
  bytes: number;
  requestId: string | null;
  /** In points, before the operation ran. */
  cost: { estimated: number; max: number } | null;
  /** In points; `resetsIn` in seconds. */
  balance: { limit: number; remaining: number; resetsIn: number } | null;
  /** Of its errors, and of the problem that a mutation answered with. */
  codes: string[];
}

/** The last answer to what the visitor ran. */
export const lastAnswer = createStore<Answer | null>(null);

function balanceIn(headers: Headers): Answer['balance'] {
  const [limit, remaining, resetsIn] = ['limit', 'remaining', 'reset'].map(name =>
    headers.get(`ratelimit-${name}`),
  );
  if (!limit || !remaining || !resetsIn) return null;
  return { limit: Number(limit), remaining: Number(remaining), resetsIn: Number(resetsIn) };
}

/** Codes are written as GraphQL writes enums. */
const isCode = (value: unknown): value is string => typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value);

export function codesIn({ data, errors }: GraphResult): string[] {
  const told = (errors ?? []).map(({ extensions }) => extensions?.code);
  const problems = Object.values(data ?? {}).map(field => (field as { code?: unknown } | null)?.code);
  return [...new Set([...told, ...problems].filter(isCode))];
}

function parsed(text: string, status: number): GraphResult {
  try {
    return JSON.parse(text);
  } catch {
    const start = text.slice(0, 200);
    return { errors: [{ message: `${GRAPH_URL} answered ${status}, and not in JSON: ${start}` }] };
  }
}

async function send(operation: Operation, headers: Record<string, string>, url: string) {
  const begin = performance.now();
  const body = JSON.stringify({ ...operation, extensions: { cost: true } });
  const sent = { accept: 'application/json', 'content-type': 'application/json', ...headers };
  const response = await fetch(url, { method: 'POST', headers: sent, body });
  const text = await response.text();
  const result = parsed(text, response.status);
  const answer: Answer = {
    status: response.status,
    milliseconds: performance.now() - begin,
    bytes: new TextEncoder().encode(text).length,
    requestId: response.headers.get('x-request-id'),
    cost: (result.extensions?.['cost'] as Answer['cost'] | undefined) ?? null,
    balance: balanceIn(response.headers),
    codes: codesIn(result),
  };
  return { result, answer };
}

/** Asks over HTTP. What keeps an answer from coming is an answer too: one that says so. */
export async function ask(
  operation: Operation,
  headers: Record<string, string>,
  url = GRAPH_URL,
): Promise<{ result: GraphResult; answer: Answer }> {
  const begin = performance.now();
  try {
    return await send(operation, headers, url);
  } catch (error) {
    const milliseconds = performance.now() - begin;
    return {
      result: { errors: [{ message: `No answer from ${url}: ${String(error)}` }] },
      answer: { status: 0, milliseconds, bytes: 0, requestId: null, cost: null, balance: null, codes: [] },
    };
  }
}
