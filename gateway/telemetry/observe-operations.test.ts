import { setTimeout as sleep } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logger.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import type { Caller } from '../caller.ts';
import { requestScope } from '../request-scope.ts';
import { observeFetches } from './observe-fetches.ts';
import { observeOperations } from './observe-operations.ts';

const subgraph = (
  milliseconds: number,
  errors?: { message: string; extensions: { code: string } }[],
): Subgraph => ({
  async execute() {
    await sleep(milliseconds);
    return { data: {}, ...(errors && { errors }) };
  },
  subscribe: async () => ({ data: {} }),
});

/** One operation over two subgraphs, and the lines of the log that it left. */
async function run(slowMs: number) {
  const lines: string[] = [];
  const log = createLogger('gateway', 'info', { write: line => lines.push(line) });
  const call = { token: undefined, requestId: 'request-1' };
  const quick = observeFetches('identity', subgraph(0));
  const slow = observeFetches(
    'scheduling',
    subgraph(40, [{ message: 'no', extensions: { code: 'NOT_FOUND' } }]),
  );
  const server = new ApolloServer<Caller>({
    typeDefs: 'type Query { greeting(name: String): String }',
    resolvers: {
      Query: {
        greeting: async () => {
          await quick.execute({ query: '{ a }' }, call);
          await slow.execute({ query: '{ b }' }, call);
          return 'hello';
        },
      },
    },
    plugins: [
      {
        async requestDidStart() {
          return {
            async willSendResponse({ response }) {
              if (response.body.kind === 'single')
                response.body.singleResult.extensions = { cost: { estimated: 7 } };
            },
          };
        },
      },
      observeOperations({ log, slowMs }),
    ],
  });
  const caller = { requestId: 'request-1' } as Caller;
  const query = 'query Greet($name: String) { greeting(name: $name) }';
  await requestScope.run(caller, () =>
    server.executeOperation({ query, variables: { name: 'canary' } }, { contextValue: caller }),
  );
  await server.stop();
  return lines;
}

describe('the log of slow operations', () => {
  it('says what an operation waited for and what it cost, and nothing of what it was asked with', async () => {
    const lines = await run(30);
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({
      level: 40,
      msg: 'slow operation',
      requestId: 'request-1',
      code: 'OK',
      operation: { type: 'query', name: 'Greet' },
      cost: { estimated: 7 },
      fetches: [
        { subgraph: 'identity', outcome: 'OK' },
        { subgraph: 'scheduling', outcome: 'NOT_FOUND' },
      ],
    });
    expect(line.operation.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(line.durationMs).toBeGreaterThanOrEqual(line.fetches[1].milliseconds);
    expect(line.fetches[1].milliseconds).toBeGreaterThanOrEqual(30);
    expect(lines[0]).not.toContain('canary');
  });

  it('is silent about the others', async () => {
    expect(await run(60_000)).toEqual([]);
  });
});
