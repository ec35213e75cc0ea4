import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLInputType, Kind, parse, typeFromAST } from 'graphql';
import { projectFolder } from '#platform/config.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { anyOperation } from '../execution/testing/any-operation.ts';
import { anyValue } from './kit/any-value.ts';
import { dice } from './kit/dice.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { bookable, bookingInput, slotsOf } from './kit/stories.ts';

const OPERATIONS = testEnvironment.isLong ? 10_000 : 1_000;
const AT_A_TIME = 8;
const schema = buildSchema(readFileSync(join(projectFolder, 'schema/api.graphql'), 'utf8'));
/** What our insides look like: where code is, and what is asked of the database. */
const INSIDES =
  /node_modules|\bat \S+ \(|\.(ts|js):\d+|select ".*" from|insert into|violates|syntax error at|SQLSTATE|duplicate key/i;

describe('any operation with any variables', () => {
  let graph: TestGraph;
  let user: TestUser;
  const ids: string[] = [];

  beforeAll(async () => {
    graph = await startGraph();
    user = await graph.signUp();
    const intro = await bookable(graph, user, { slug: 'intro' });
    const [slot] = await slotsOf(graph, intro.id);
    const input = bookingInput(intro.id, slot);
    const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
    if (createBooking.__typename !== 'BookingCreated') throw new Error(createBooking.__typename);
    ids.push(
      user.id,
      user.handle,
      intro.id,
      createBooking.booking.id,
      'intro',
      slot?.startsAt ?? '',
      'alpha',
    );
  });
  afterAll(() => graph.stop());

  function operationOf(seed: number) {
    const roll = dice(seed * 7919 + 13);
    const { query } = anyOperation(schema, roll);
    const [operation] = parse(query).definitions;
    const definitions =
      operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
    const variables = Object.fromEntries(
      definitions.map(({ variable, type }) => {
        const of = typeFromAST(schema, type as never) as GraphQLInputType;
        return [variable.name.value, anyValue(of, roll, ids)];
      }),
    );
    return { query, variables };
  }

  it(`is answered without a fault, ${OPERATIONS} times`, async () => {
    let executed = 0;
    const faults: unknown[] = [];
    async function run(seed: number) {
      const { query, variables } = operationOf(seed);
      const anonymous = seed % 5 === 0;
      const { body } = await graph.execute(query, variables, anonymous ? {} : { key: user.key });
      const found = body.errors?.map(({ extensions }) => extensions.code) ?? [];
      if ('data' in body) executed++;
      const text = JSON.stringify(body.errors ?? []);
      if (text.includes('INTERNAL') || INSIDES.test(text))
        faults.push({ seed, query, variables, errors: body.errors });
      // A key that was revoked, or an account that was deleted, by one of them.
      if (!anonymous && found.some(code => /^(UNAUTHENTICATED|API_KEY_)/.test(code))) {
        user = await graph.signUp();
        ids[0] = user.id;
        ids[1] = user.handle;
      }
    }
    for (let seed = 0; seed < OPERATIONS; seed += AT_A_TIME)
      await Promise.all(Array.from({ length: AT_A_TIME }, (_, index) => run(seed + index)));
    expect(faults).toEqual([]);
    // The rest has a variable that no operation takes.
    expect(executed).toBeGreaterThan(OPERATIONS / 4);
  }, 600_000);
});
