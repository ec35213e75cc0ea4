import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isCompositeType, isObjectType, parse } from 'graphql';
import { projectFolder } from '#platform/config.ts';
import { directivesOf } from '../directives.ts';
import { loadSupergraph } from '../supergraph.ts';
import { cachePolicyOf } from './cache-policy.ts';

const directives = `
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
  directive @access(to: String!, scope: String, role: String, permission: String) repeatable on FIELD_DEFINITION | OBJECT
`;

/** The schemas by which Apollo Server's documentation explains its rules. */
const library = buildSchema(`${directives}
  type Query { book: Book cachedBook: Book @cacheControl(maxAge: 60) reader: Reader @cacheControl(maxAge: 40)
    post: Post @cacheControl(maxAge: 240) any: Any @cacheControl(maxAge: 60) thing(privateLink: String): Post @cacheControl(maxAge: 50)
    latest: Post }
  type Book { title: String cachedTitle: String @cacheControl(maxAge: 30) author: Author shortLived: String @cacheControl(maxAge: 10) }
  type Author { name: String }
  type Reader { book: Book @cacheControl(inheritMaxAge: true) }
  type Post @cacheControl(maxAge: 240) { id: ID! title: String author: Writer
    votes: Int @cacheControl(maxAge: 30) comments: [Comment] readByCurrentUser: Boolean! @cacheControl(maxAge: 10, scope: PRIVATE)
    secret: String @access(to: "USER") own: String @access(to: "PUBLIC", role: "SELF") open: String @access(to: "PUBLIC")
    twice: String @access(to: "PUBLIC") @access(to: "USER") forced: String @cacheControl(maxAge: 99) @access(to: "USER") }
  type Comment @cacheControl(maxAge: 1000) { text: String post: Post }
  type Writer @cacheControl(inheritMaxAge: true) { name: String }
  union Any = Post | Book
`);

function policy(query: string, schema = library, name?: string) {
  const document = parse(query);
  const operation = document.definitions.find(
    part => part.kind === 'OperationDefinition' && (!name || part.name?.value === name),
  );
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  return cachePolicyOf(schema, document, operation);
}

describe('the policy of a response', () => {
  it.each([
    ['a field at the root that says nothing', '{ book { cachedTitle } }', 0],
    ['a value of an object lives as long as it', '{ cachedBook { title } }', 60],
    ['unless it says less', '{ cachedBook { cachedTitle } }', 30],
    ['an object in it that says nothing', '{ cachedBook { author { name } } }', 0],
    ['an object that inherits', '{ reader { book { title } } }', 40],
    ['and a value in that', '{ reader { book { cachedTitle } } }', 30],
    ['what inherits does so from what is above it only', '{ reader { book { author { name } } } }', 0],
    ['the type says it where the field does not', '{ latest { id title } }', 240],
    ['a type that inherits', '{ latest { author { name } } }', 240],
    ['a longer-lived object in it', '{ post { comments { text } } }', 240],
    ['the least of all', '{ post { votes comments { post { id } } } }', 30],
    ['of several roots the least', '{ post { id } cachedBook { cachedTitle } }', 30],
    ['a root among them that says nothing', '{ post { id } book { title } }', 0],
    ['what is skipped counts', '{ cachedBook { title cachedTitle @skip(if: true) } }', 30],
    ['inline fragments', '{ any { ... on Post { votes } ... on Book { title } } }', 30],
    ['fragments', '{ cachedBook { ...b } } fragment b on Book { shortLived }', 10],
    ['names of types say nothing', '{ __typename cachedBook { __typename title } }', 60],
    ['introspection', '{ __schema { queryType { name } } post { id } }', 0],
    ['what is for users', '{ post { secret } }', 0],
    ['what is for those with a role', '{ post { own } }', 0],
    ['what anybody may see', '{ post { open } }', 240],
    ['the strictest of several rules', '{ post { twice } }', 0],
    ['a rule, whatever is said beside it', '{ post { forced } }', 0],
    ['a key in the document', '{ thing(privateLink: "plk_1") { id } }', 0],
    ['no key', '{ thing(privateLink: null) { id } }', 50],
  ])('%s', (_, query, maxAge) => {
    expect(policy(query)).toMatchObject({ maxAge, scope: 'PUBLIC' });
  });

  it('is private if one of its fields is', () => {
    expect(policy('{ post { readByCurrentUser } }')).toMatchObject({ maxAge: 10, scope: 'PRIVATE' });
  });

  it('names the variables that hold keys', () => {
    const query =
      'query ($a: String, $b: String) { thing(privateLink: $a) { id } other: thing(privateLink: $b) { id } }';
    expect(policy(query)).toEqual({ maxAge: 50, scope: 'PUBLIC', keys: ['a', 'b'] });
  });
});

describe('in our own graph', () => {
  const { supergraphSchema } = loadSupergraph(
    readFileSync(join(projectFolder, 'schema/supergraph.graphql'), 'utf8'),
  );
  const operations = readFileSync(join(projectFolder, 'examples/operations/booking-page.graphql'), 'utf8');

  it('the page of an event type may be kept for five minutes', () => {
    expect(policy(operations, supergraphSchema, 'EventTypePage')).toEqual({
      maxAge: 300,
      scope: 'PUBLIC',
      keys: ['privateLink'],
    });
  });

  it.each(['Slots', 'ExplainSlot', 'BookingForGuest'])('%s may not', name => {
    expect(policy(operations, supergraphSchema, name).maxAge).toBe(0);
  });

  it('nothing that asks anything of its reader says that it may be kept, and nothing of it is', () => {
    const guarded = Object.values(supergraphSchema.getTypeMap()).flatMap(type =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter(field =>
              directivesOf(field, 'access').some(
                ({ to, scope, role, permission }) => to !== 'PUBLIC' || scope || role || permission,
              ),
            )
            .map(field => ({ type, field }))
        : [],
    );
    expect(guarded.length).toBeGreaterThan(100);
    const hinted = guarded.filter(({ field }) => directivesOf(field, 'cacheControl').length > 0);
    expect(hinted.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
    const reachable = ['EventType', 'User', 'Team', 'RoutingForm', 'EventTypeHost'];
    const kept = guarded
      .filter(({ type }) => reachable.includes(type.name))
      .filter(({ type, field }) => {
        const isObject = isCompositeType(getNamedType(field.type));
        const selection = isObject ? `${field.name} { __typename }` : field.name;
        const path: Record<string, string> = {
          EventType: `eventType(id: 1) { ${selection} }`,
          User: `user(id: 1) { ${selection} }`,
          Team: `team(id: 1) { ${selection} }`,
          RoutingForm: `routingForm(id: 1) { ${selection} }`,
          EventTypeHost: `eventType(id: 1) { hosts { ${selection} } }`,
        };
        return policy(`{ ${path[type.name]} }`, supergraphSchema).maxAge > 0;
      });
    expect(kept.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });
});
