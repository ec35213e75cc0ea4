import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, it } from '@jest/globals';
import { type GraphQLField, parse } from 'graphql';
import type { Contract } from './contract.ts';
import { apiSchemaOf, versionsIn } from './contract-schema.ts';

const internal = '@tag(name: "internal")';
const partner = '@tag(name: "partner")';

/** What there is in an API of one subgraph: names of types, and of fields and arguments behind those of their types. */
function namesIn(sdl: string, contract: Contract = 'internal', version = '2026-11-01') {
  const typeDefs =
    parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag", "@inaccessible"])
    ${sdl}
    extend type Query { nobodys: Int @inaccessible }`);
  const { supergraphSdl, errors } = composeServices([{ name: 'one', typeDefs, url: 'http://one' }]);
  if (!supergraphSdl) throw new Error(String(errors));
  const composed = Supergraph.build(supergraphSdl).schema;
  const types = apiSchemaOf(composed, { contract, version }).toGraphQLJSSchema().getTypeMap();
  const names = Object.values(types).flatMap(type => {
    if (type.name.startsWith('__')) return [];
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const values = 'getValues' in type ? type.getValues() : [];
    const args = (fields as GraphQLField<unknown, unknown>[]).flatMap(field =>
      (field.args ?? []).map(({ name }) => `${field.name}(${name})`),
    );
    return [type.name, ...[...fields, ...values].map(({ name }) => `${type.name}.${name}`), ...args];
  });
  return { names: new Set(names), versions: versionsIn(composed) };
}

describe('what a contract shows', () => {
  it.each([
    ['public', { open: true, shared: false, secret: false }],
    ['partner', { open: true, shared: true, secret: false }],
    ['internal', { open: true, shared: true, secret: true }],
  ] as const)('%s: what is for it and for those outside of it', (contract, expected) => {
    const { names } = namesIn(
      `type Query { open: Int shared: Int ${partner} secret: Int ${internal} both: Int ${partner} ${internal} }`,
      contract,
    );
    const { open, shared, secret } = expected;
    expect([names.has('Query.open'), names.has('Query.shared')]).toEqual([open, shared]);
    // Hiding wins.
    expect([names.has('Query.secret'), names.has('Query.both')]).toEqual([secret, secret]);
  });

  it('leaves out what cannot be got to any more, inputs and members of unions and interfaces too', () => {
    const sdl = `
      type Query { open(filter: Filter): Thing secret(input: Input): Hidden ${internal} }
      interface Thing { id: ID! deep: Deep ${internal} }
      type Shown implements Thing { id: ID! deep: Deep ${internal} outcome: Outcome }
      type Gone implements Thing ${internal} { id: ID! deep: Deep only: OnlyHere }
      type OnlyHere { a: Int }
      type Deep { a: Int }
      type Hidden { a: Sort }
      enum Sort { UP DOWN ${internal} }
      input Input { a: Int }
      input Filter { sort: Sort secret: Int ${internal} }
      union Outcome = Fine | Secret
      type Fine { a: Int ${internal} b: Int }
      type Secret ${internal} { a: Int }`;
    const left = [...namesIn(sdl, 'public').names].sort();
    expect(left).toEqual(
      [
        'Query Query.open open(filter) Thing Thing.id Shown Shown.id Shown.outcome Outcome Fine Fine.b',
        'Filter Filter.sort Sort Sort.UP ID Int String Boolean',
      ]
        .flatMap(names => names.split(' '))
        .sort(),
    );
    // Control: all of it is in the graph.
    const whole = namesIn(sdl).names;
    for (const name of 'Query.secret Gone OnlyHere Deep Hidden Input Sort.DOWN Secret'.split(' '))
      expect([name, whole.has(name)]).toEqual([name, true]);
  });

  it('leaves a type out of which everything is hidden, and what is made of nothing else', () => {
    const sdl = `
      type Query { open: Int some: Mixed result: Result ${internal} }
      type Mixed { a: Int ${internal} b: Int }
      union Result = Empty
      type Empty { a: Int ${internal} b: Int ${partner} }`;
    const { names } = namesIn(sdl, 'public');
    expect(['Mixed', 'Mixed.b', 'Mixed.a', 'Empty', 'Result'].map(name => names.has(name))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['a field of a hidden type', `type Query { open: Secret } type Secret ${internal} { a: Int }`],
    ['a field of an empty type', `type Query { open: Empty } type Empty { a: Int ${internal} }`],
    ['a required argument', `type Query { open(a: Int! ${internal}): Int }`],
    [
      'a required field of an input',
      `type Query { open(a: In): Int } input In { a: Int! ${internal} b: Int }`,
    ],
    [
      'a field of an interface',
      `type Query { a: Kind } interface Kind { a: Int } type One implements Kind { a: Int ${internal} b: Int }`,
    ],
    ['everything', `type Query { open: Int ${internal} }`],
  ])('refuses to hide %s that is needed', (_, sdl) => {
    expect(() => namesIn(sdl, 'public')).toThrow('failed to produce a valid API schema');
    // Control: whoever sees everything sees this.
    expect(() => namesIn(sdl, 'internal')).not.toThrow();
  });
});

describe('what a version shows', () => {
  const sdl = `type Query {
    always: Int
    old: Old @tag(name: "until-2027-01-10")
    young: Young @tag(name: "since-2027-01-10")
    brief: Int @tag(name: "since-2027-01-10") @tag(name: "until-2028-05-01")
    late: Int ${internal} @tag(name: "since-2028-05-01")
  }
  type Old { a: Int }
  type Young { a: Int }`;

  it('is what had come by then and not gone', () => {
    expect(namesIn(sdl).versions).toEqual(['2026-11-01', '2027-01-10', '2028-05-01']);
    const fieldsIn = (contract: Contract, version: string) =>
      [...namesIn(sdl, contract, version).names]
        .filter(name => /^(Query\.|Old$|Young$)/.test(name))
        .sort()
        .join(' ');
    expect(fieldsIn('internal', '2026-11-01')).toBe('Old Query.always Query.old');
    expect(fieldsIn('internal', '2027-01-10')).toBe('Query.always Query.brief Query.young Young');
    expect(fieldsIn('internal', '2028-05-01')).toBe('Query.always Query.late Query.young Young');
    expect(fieldsIn('public', '2028-05-01')).toBe('Query.always Query.young Young');
  });
});
