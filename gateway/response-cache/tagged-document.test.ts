import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print } from 'graphql';
import { tagsIn, withTags } from './tagged-document.ts';

const schema = buildSchema(`
  type Query { type: Type owner: Owner holidays: [Holiday] node: Node }
  type Type implements Node { id: ID! owner: Owner! hosts: [Host] }
  type Host { user: User name: String }
  type User implements Node { id: ID! type: Type }
  type Team { id: ID! }
  union Owner = User | Team
  interface Node { id: ID! }
  type Holiday { name: String }
`);
const lines = (text: string) => text.replaceAll(/\s+/g, ' ');
const tagged = (query: string) => {
  const made = withTags(schema, parse(query));
  return made && { text: lines(print(made.document)), isTagged: made.isTagged };
};

describe('a document with tags', () => {
  it('asks for the id of each object, and of the owner by whose name it may have been found', () => {
    const owner = 'almanac_owner: owner { ... on User { almanac_tag: id } ... on Team { almanac_tag: id } }';
    expect(tagged('{ type { hosts { user { id } name } } }')).toEqual({
      text: `{ type { hosts { user { id almanac_tag: id } name } almanac_tag: id ${owner} } }`,
      isTagged: true,
    });
  });

  it('asks whichever object it may be, in fragments too', () => {
    const query = '{ owner { ...o } } fragment o on Owner { ... on User { type { __typename } } }';
    expect(tagged(query)?.text).toMatch(/type \{ __typename almanac_tag: id almanac_owner: owner/);
    expect(tagged(query)?.text).toContain(
      '...o ... on User { almanac_tag: id } ... on Team { almanac_tag: id }',
    );
  });

  it('is the same where nothing has an id', () => {
    expect(tagged('{ holidays { name } }')).toEqual({ text: '{ holidays { name } }', isTagged: false });
  });

  it('is not made where the client uses our names', () => {
    expect(tagged('{ type { almanac_tag: __typename } }')).toBeNull();
    expect(tagged('{ owner { ... on User { almanac_owner: id } } }')).toBeNull();
  });

  it('tells all ids that were found, once', () => {
    const data = {
      a: { almanac_tag: '1', list: [[{ almanac_tag: '2' }], null, { id: 'x', almanac_tag: '1' }] },
    };
    expect([...tagsIn(data)]).toEqual(['1', '2']);
  });
});
