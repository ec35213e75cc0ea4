import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import type { GraphError } from './answer.ts';

/** Waits for something that happens by itself, for as long as a slow machine may take. */
export async function until(condition: () => Promise<boolean> | boolean, timeoutMs = 15_000): Promise<void> {
  for (let waited = 0; waited < timeoutMs; waited += 20) {
    if (await condition()) return;
    await sleep(20);
  }
  throw new Error(`Nothing of the kind happened within ${timeoutMs} ms.`);
}

/** Collects what a subscription delivers, for tests to wait on. */
export function collect<Data>(
  client: Client,
  document: TypedDocumentNode<Data, never> | string,
  variables: Record<string, unknown> = {},
) {
  const results: { data?: Data | null; errors?: readonly GraphError[] }[] = [];
  let isDone = false;
  const query = typeof document === 'string' ? document : print(document);
  const end = client.subscribe<Data>(
    { query, variables },
    {
      next: result => results.push(result as never),
      error: error => {
        results.push({ errors: Array.isArray(error) ? (error as GraphError[]) : [error as never] });
        isDone = true;
      },
      complete: () => {
        isDone = true;
      },
    },
  );
  return {
    results,
    get isDone() {
      return isDone;
    },
    /** The first `count` results, once they are there. */
    async take(count: number): Promise<Data[]> {
      await until(() => results.length >= count || results.some(result => result.errors));
      const broken = results.find(result => result.errors);
      if (broken) throw new Error(`The subscription failed: ${JSON.stringify(broken)}`);
      return results.slice(0, count).map(result => result.data as Data);
    },
    end,
  };
}
