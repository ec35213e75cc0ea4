import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { effectivePermissions, type Permission } from '../../../subgraphs/identity/domain/permission.ts';
import { ask, fieldsWithCells, operationFor, outcomeOf, raiseBarrier, ruleOf } from './ask.ts';
import { rows } from './cells.ts';
import { argumentsFor, pathsOf } from './ways.ts';
import { type Caller, callers, createWorld, type World } from './world.ts';

type Cells = ReadonlyMap<string, readonly string[]>;

function declaredCells(): Cells {
  const cells = new Map<string, readonly string[]>();
  for (const row of rows) {
    for (const field of row.fields.trim().split(/\s+/)) {
      if (cells.has(field)) throw new Error(`${field} stands in two rows.`);
      const revoked = field.startsWith('Subscription.') ? 'CLOSED_4401' : 'API_KEY_REVOKED';
      cells.set(field, [...row.cells.split(' '), revoked]);
    }
  }
  return cells;
}

const differences = (fields: Iterable<string>, declared: Cells) => {
  const wanted = new Set(fields);
  return {
    withoutCells: [...wanted].filter(field => !declared.has(field)),
    gone: [...declared.keys()].filter(field => !wanted.has(field)),
  };
};

async function outcome(world: World, field: string, caller: Caller): Promise<string> {
  const asked = operationFor(field, argumentsFor(field, world.ids), pathsOf(world.ids));
  return outcomeOf(await ask(world.graph, asked, world.keys[caller]), asked.name);
}

/** `field, caller: got instead of wanted`, for each cell that is not as it is declared. */
async function mismatches(world: World, fields: Iterable<string>, declared: Cells): Promise<string[]> {
  const found: string[] = [];
  for (const field of fields) {
    const got = await Promise.all(callers.map(caller => outcome(world, field, caller)));
    for (const [index, caller] of callers.entries()) {
      const wanted = declared.get(field)?.[index];
      if (got[index] !== wanted) found.push(`${field}, ${caller}: ${got[index]} instead of ${wanted}`);
    }
  }
  return found;
}

describe('the authorization matrix', () => {
  const fields = fieldsWithCells();
  const declared = declaredCells();
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
    await raiseBarrier(world.graph);
  }, 120_000);
  afterAll(() => world.graph.stop());

  it('has a cell for every caller of every field at the root and with a rule', () => {
    expect(differences(fields, declared)).toEqual({ withoutCells: [], gone: [] });
    expect([...declared.values()].every(cells => cells.length === callers.length)).toBe(true);
    // The control: one field more.
    expect(differences([...fields, 'Query.everything'], declared).withoutCells).toEqual(['Query.everything']);
  });

  it('agrees with what the SDL declares', () => {
    const wrong: string[] = [];
    for (const field of fields) {
      const { to, scope, permission, role } = ruleOf(field);
      const [anonymous, , member, , , narrow] = declared.get(field) ?? [];
      const isSeen = (cell = '') => ['OK', 'EMPTY'].includes(cell);
      if (to === 'USER' && isSeen(anonymous)) wrong.push(`${field}: open to anonymous callers`);
      if (to === 'USER' && scope && isSeen(narrow)) wrong.push(`${field}: open without ${scope}`);
      if (permission && !role) {
        const holds = effectivePermissions('MEMBER', []).has(permission as Permission);
        if (isSeen(member) !== holds) wrong.push(`${field}: ${permission} of members`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is what callers get', async () => {
    expect(await mismatches(world, fields, declared)).toEqual([]);
  }, 240_000);

  it('notices a rule that is missing', async () => {
    const { schema } = world.graph.apps.scheduling;
    const take = (type: unknown, name: string) =>
      (type as GraphQLObjectType).getFields()[name] as GraphQLField<unknown, never>;
    const unguarded = [
      take(schema.getType('User'), 'schedules'),
      take(schema.getQueryType(), 'instantOffers'),
    ];
    const guarded = unguarded.map(({ resolve }) => resolve);
    for (const field of unguarded) field.resolve = () => [];
    const tried = ['User.schedules', 'Query.instantOffers', 'Query.me'];
    const found = await mismatches(world, tried, declared);
    for (const [index, field] of unguarded.entries()) field.resolve = guarded[index] as never;
    expect(found).toContain('User.schedules, stranger: EMPTY instead of NULL');
    expect(found).toContain('Query.instantOffers, keyWithoutScope: EMPTY instead of FORBIDDEN');
    expect(found.filter(line => line.startsWith('Query.me'))).toEqual([]);
    expect(await mismatches(world, tried, declared)).toEqual([]);
  });
});
