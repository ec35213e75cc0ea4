import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';

const EVENT_TYPES = 'query ($first: Int) { me { eventTypes(first: $first) { nodes { id } } } }';
/** `me`, the page, and so many event types; and the entities of another subgraph, of which ten are assumed. */
const estimate = (first: number) => 1 + 10 * (1 + 1 + first);

describe('what an operation may cost', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ protection: { MAX_OPERATION_COST: 500 } });
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterAll(() => graph.stop());

  const overSocket = (payload: {
    query: string;
    variables?: Record<string, unknown>;
    extensions?: Record<string, unknown>;
  }) =>
    new Promise<unknown>((resolve, reject) => {
      graph
        .connect(ada.key)
        .subscribe(payload, { next: resolve, error: reject, complete: () => resolve(null) });
    });
  const ask = async (first: number | undefined, extensions?: object) => {
    const body = JSON.stringify({ query: EVENT_TYPES, variables: { first }, extensions });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ada.key}` };
    const response = await fetch(graph.url, { method: 'POST', headers, body });
    return { status: response.status, body: await response.json() };
  };
  const tooExpensive = (actual: number) => ({
    errors: [{ extensions: { code: 'COST_ESTIMATED_TOO_EXPENSIVE', max: 500, actual } }],
  });

  it('is told where it is asked for', async () => {
    expect((await ask(5)).body).toEqual({ data: expect.anything() });
    const cost = { estimated: estimate(5), max: 500 };
    expect((await ask(5, { cost: true })).body).toMatchObject({ extensions: { cost } });
    const socket = await overSocket({
      query: EVENT_TYPES,
      variables: { first: 5 },
      extensions: { cost: true },
    });
    expect(socket).toMatchObject({ extensions: { cost } });
  });

  it('is estimated from the variables, and refused before anything is fetched', async () => {
    expect((await ask(30)).status).toBe(200);
    graph.resetFetches();
    expect(await ask(90)).toMatchObject({ status: 400, body: tooExpensive(estimate(90)) });
    expect(await overSocket({ query: EVENT_TYPES, variables: { first: 90 } })).toMatchObject(
      tooExpensive(estimate(90)),
    );
    expect(graph.fetches['scheduling']).toBeUndefined();
  });

  it('takes the page for granted that is returned unless another is asked for', async () => {
    expect((await ask(undefined, { cost: true })).body).toMatchObject({
      extensions: { cost: { estimated: estimate(20) } },
    });
  });

  it('is asked of subscriptions, too', async () => {
    const dear = await overSocket({ query: print(ops.InstantOffersChangedDocument) });
    expect(dear).toMatchObject({
      errors: [{ extensions: { code: 'COST_ESTIMATED_TOO_EXPENSIVE', max: 500 } }],
    });
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {});
    expect(watching.isDone).toBe(false);
  });
});
