import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  buildASTSchema,
  buildSchema,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import type { TestGraph } from '../kit/graph.ts';

type Json = Record<string, unknown>;
const file = (name: string) => readFileSync(new URL(`../../../schema/${name}`, import.meta.url), 'utf8');

export const api = buildSchema(file('api.graphql'));
const supergraph = buildASTSchema(parse(file('supergraph.graphql')), {
  assumeValid: true,
  assumeValidSDL: true,
});
const roots = {
  Query: api.getQueryType(),
  Mutation: api.getMutationType(),
  Subscription: api.getSubscriptionType(),
};

/** `Type.field` of every root field of the API and of every field of an object with a rule of its own. */
export function fieldsWithCells(): string[] {
  return Object.values(api.getTypeMap())
    .filter(type => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap(type => {
      const declared = (supergraph.getType(type.name) as GraphQLObjectType).getFields();
      const fields = Object.values((type as GraphQLObjectType).getFields());
      const hasRule = (name: string) =>
        declared[name]?.astNode?.directives?.some(directive => directive.name.value === 'access');
      return fields
        .filter(({ name }) => type.name in roots || hasRule(name))
        .map(({ name }) => `${type.name}.${name}`);
    });
}

/** What the SDL declares for a field. */
export function ruleOf(field: string): { to?: string; scope?: string; role?: string; permission?: string } {
  const [typeName = '', name = ''] = field.split('.');
  const definition = (supergraph.getType(typeName) as GraphQLObjectType).getFields()[name];
  const directive = definition?.astNode?.directives?.find(({ name }) => name.value === 'access');
  return Object.fromEntries(
    (directive?.arguments ?? []).map(arg => [arg.name.value, valueFromASTUntyped(arg.value)]),
  );
}

/** The smallest value that a type takes; what has a name in `known` (`input.teamId`, or `teamId`) is that. */
function sampleOf(type: GraphQLInputType, path: string, known: Json): unknown {
  const name = path.split('.').at(-1) ?? '';
  if (path in known) return known[path];
  if (name in known)
    return isListType(isNonNullType(type) ? type.ofType : type) ? [known[name]].flat() : known[name];
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (isInputObjectType(inner)) {
    const entries = Object.values(inner.getFields())
      .map(field => [field, `${path}.${field.name}`] as const)
      .filter(
        ([field, below]) =>
          below in known ||
          Object.keys(known).some(path => path.startsWith(`${below}.`)) ||
          (isNonNullType(field.type) && field.defaultValue === undefined),
      )
      .map(([field, below]) => [field.name, sampleOf(field.type, below, known)]);
    return Object.fromEntries(entries);
  }
  switch (getNamedType(inner).name) {
    case 'Int':
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'TimeZone':
      return 'UTC';
    case 'EmailAddress':
      return 'grace@example.com';
    case 'DateTime':
      return known['startsAt'];
    case 'Date':
      return known['soon'];
    default:
      return 'text';
  }
}

/** Where the arguments of a root field hold ids, optional ones included: `input.teamId`, `input.hostIds`. */
export function idPathsOf(field: string): { path: string; isList: boolean }[] {
  const [typeName = '', name = ''] = field.split('.');
  const walk = (type: GraphQLInputType, path: string, depth: number): { path: string; isList: boolean }[] => {
    const inner = isNonNullType(type) ? type.ofType : type;
    const named = getNamedType(inner);
    if (named.name === 'ID') return [{ path, isList: isListType(inner) }];
    if (!isInputObjectType(named) || isListType(inner) || depth > 3) return [];
    return Object.values(named.getFields()).flatMap(below =>
      walk(below.type, `${path}.${below.name}`, depth + 1),
    );
  };
  const { args = [] } = (api.getType(typeName) as GraphQLObjectType).getFields()[name] ?? {};
  return args.flatMap(arg => walk(arg.type, arg.name, 0));
}

function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  // What it is, its id says already; whether it is there has to be asked for.
  if (isInterfaceType(named)) return '{ id }';
  return isObjectType(named) && 'totalCount' in named.getFields() ? '{ totalCount }' : '{ __typename }';
}

/** One operation that asks for one field: minimal arguments, and a path to it from a root where it has none. */
export function operationFor(field: string, known: Json, paths: Readonly<Record<string, string>>) {
  const [typeName = '', name = ''] = field.split('.');
  const type = api.getType(typeName) as GraphQLObjectType;
  const definition = type.getFields()[name];
  if (!definition) throw new Error(`${field} is not there.`);
  const args = definition.args.filter(
    arg =>
      arg.name in known ||
      Object.keys(known).some(path => path.startsWith(`${arg.name}.`)) ||
      (isNonNullType(arg.type) && arg.defaultValue === undefined),
  );
  const variables = Object.fromEntries(args.map(arg => [arg.name, sampleOf(arg.type, arg.name, known)]));
  const given = args.map(arg => `${arg.name}: $${arg.name}`).join(', ');
  const declared = args.map(arg => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const asked = `${name}${given && `(${given})`} ${selectionOf(definition.type)}`;
  const kind = typeName === 'Query' || !(typeName in roots) ? 'query' : typeName.toLowerCase();
  const path = paths[field] ?? paths[typeName];
  if (!(typeName in roots) && !path) throw new Error(`No way leads to ${typeName}.`);
  const body = path ? path.replace('FIELD', asked) : asked;
  return { kind, name, query: `${kind}${declared && `(${declared})`} { ${body} }`, variables };
}

type Asked = ReturnType<typeof operationFor>;

/** Asks, over a socket where it is a subscription: then what it begins with within a moment. */
export async function ask(graph: TestGraph, asked: Asked, key: string | undefined): Promise<Body> {
  if (asked.kind !== 'subscription') {
    const answer = await graph.execute<Json, Json>(asked.query, asked.variables, key ? { key } : {});
    return answer.body;
  }
  const watching = await graph.watch(key, parse(asked.query) as never, asked.variables);
  await sleep(300);
  watching.end();
  const [first] = watching.results as unknown as Body[];
  if (!first) return { data: { [asked.name]: {} } };
  const closed = (first.errors?.[0] as { code?: number } | undefined)?.code;
  return closed ? { errors: [{ extensions: { code: `CLOSED_${closed}` } }] } : first;
}

interface Body {
  data?: Json | null;
  errors?: readonly { path?: readonly (string | number)[]; extensions?: { code?: string } }[];
}

/** Finds the field in an answer; undefined where nothing on the way to it was there. */
function dig(value: unknown, name: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  if (!Array.isArray(value) && name in value) return (value as Json)[name];
  for (const inner of Object.values(value)) {
    const found = dig(inner, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isEmpty = (value: unknown) =>
  Array.isArray(value) ? value.length === 0 : (value as { totalCount?: number }).totalCount === 0;

/** What came of asking, in one word. `OK`: the caller got through, whatever the use case says then. */
export function outcomeOf(body: Body, name: string): string {
  const [error] = body.errors ?? [];
  if (error) {
    const code = error.extensions?.code ?? 'NO_CODE';
    const isOnTheWay = error.path && !error.path.includes(name);
    // The barrier answered: the caller had come as far as to change something.
    return isOnTheWay ? `HIDDEN` : code === 'UNAVAILABLE' ? 'OK' : code;
  }
  const value = dig(body.data, name);
  if (value === undefined) return 'HIDDEN';
  if (value === null) return 'NULL';
  if (typeof value === 'object' && isEmpty(value)) return 'EMPTY';
  const typeName = (value as { __typename?: string }).__typename ?? '';
  return /^(InvitationInvalid|HoldExpired)$/.test(typeName) ? 'PROBLEM' : 'OK';
}

/** From now on every change of data is refused, so that a world stays as it is, whoever gets through. */
export async function raiseBarrier({ database }: TestGraph): Promise<void> {
  for (const name of ['identity', 'scheduling', 'integrations'])
    await database.query(`delete from ${name}_jobs._private_jobs`);
  await database.query(`
    create function public.refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'api_keys' and tg_op = 'UPDATE'
        and to_jsonb(new) - 'last_used_at' = to_jsonb(old) - 'last_used_at' then return new; end if;
      raise exception 'the world stays as it is' using errcode = '53400';
    end $$;
    grant execute on function public.refuse_change() to public;
    do $$ declare t record; begin
      for t in select schemaname, tablename from pg_tables
        where schemaname in ('identity', 'scheduling', 'integrations')
          and tablename not in ('idempotency_keys', 'mikro_orm_migrations') loop
        execute format('create trigger a_barrier before insert or update or delete on %I.%I
          for each row execute function public.refuse_change()', t.schemaname, t.tablename);
      end loop;
    end $$;`);
}
