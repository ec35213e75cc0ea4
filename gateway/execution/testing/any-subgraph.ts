import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildASTSchema,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  parse,
} from 'graphql';
import { isObject, type JsonObject } from '#platform/json.ts';
import type { Fetch, FetchAnswer } from '../run.ts';

/** The same number for the same text. */
function hash(text: string): number {
  let state = 2_166_136_261;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 16_777_619);
  // FNV leaves its low bits too much alike.
  state ^= state >>> 15;
  state = Math.imul(state, 2_246_822_507);
  return (state ^ (state >>> 13)) >>> 0;
}

interface Thing {
  seed: string;
  typename?: string | undefined;
  known?: JsonObject;
}

/** How often something goes wrong, one in so many; 0: never. */
export interface Faults {
  /** A field of a subgraph throws. */
  throws: number;
  /** A field is null that may be null. */
  nulls: number;
  /** A subgraph answers what its schema does not allow. */
  lies: number;
  /** A subgraph does not answer at all. */
  silences: number;
}

const chance = (seed: string, oneIn: number): boolean => oneIn > 0 && hash(seed) % oneIn === 0;

function leaf(type: GraphQLNamedType, seed: string): unknown {
  const rolled = hash(seed);
  if (isEnumType(type)) return type.getValues()[rolled % type.getValues().length]?.value;
  if (type.name === 'Int') return rolled % 1000;
  if (type.name === 'Float') return (rolled % 1000) / 4;
  if (type.name === 'Boolean') return rolled % 2 === 0;
  // Few ids: the same entity comes more than once.
  if (type.name === 'ID') return `id${rolled % 4}`;
  return `text${rolled % 100}`;
}

function anyValue(schema: GraphQLSchema, type: GraphQLType, seed: string, faults: Faults): unknown {
  if (isNonNullType(type)) return anyValue(schema, type.ofType, seed, { ...faults, nulls: 0 });
  if (chance(`${seed} null`, faults.nulls)) return null;
  if (isListType(type)) {
    const length = hash(`${seed} length`) % 4;
    return Array.from({ length }, (_, index) => anyValue(schema, type.ofType, `${seed}/${index}`, faults));
  }
  if (isScalarType(type) || isEnumType(type)) return leaf(type, seed);
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type as GraphQLNamedType];
  return {
    seed,
    typename: possible[hash(`${seed} type`) % possible.length]?.name,
  } satisfies Thing as unknown;
}

/** Who asks for an entity by its interface is told which object it is. */
function objectTypeOf(schema: GraphQLSchema, typename: string, id: string): string {
  const type = schema.getType(typename);
  if (!isAbstractType(type)) return typename;
  const possible = schema.getPossibleTypes(type);
  return possible[hash(id) % possible.length]?.name ?? typename;
}

/** Resolves every field from the text that stands for its object, so that what is asked for twice is the same. */
function resolverOf(faults: Faults) {
  return (source: Thing | undefined, args: JsonObject, _: unknown, info: GraphQLResolveInfo) => {
    const { fieldName, parentType, returnType, schema } = info;
    if (fieldName === '_entities')
      return (args['representations'] as JsonObject[]).map(known => ({
        seed: JSON.stringify(known),
        typename: objectTypeOf(schema, String(known['__typename']), String(known['id'])),
        known,
      }));
    const given = source?.known?.[fieldName];
    if (given !== undefined && !isObject(given) && !Array.isArray(given)) return given;
    const seed = `${source?.seed ?? parentType.name}.${fieldName}${JSON.stringify(args)}`;
    if (chance(`${seed} throws`, faults.throws))
      throw new GraphQLError(`No ${fieldName}.`, { extensions: { code: `CODE_${fieldName.toUpperCase()}` } });
    return anyValue(schema, returnType, seed, faults);
  };
}

/** Puts something in the place of values that no schema allows there. What it does depends on the object alone. */
function tamper(value: unknown, seed: string, oneIn: number): unknown {
  if (Array.isArray(value)) return value.map((element, index) => tamper(element, `${seed}/${index}`, oneIn));
  if (!isObject(value)) return value;
  const changed: JsonObject = {};
  for (const [name, inner] of Object.entries(value)) {
    const place = `${seed}.${name}`;
    const isNamed = name === '__typename';
    if (!isNamed && chance(`${place} lie`, oneIn))
      changed[name] = typeof inner === 'object' || hash(place) % 2 === 0 ? null : 17.5;
    else changed[name] = tamper(inner, place, oneIn);
  }
  return changed;
}

export interface AnySubgraphs {
  fetch: Fetch;
  /** How many entities were asked for. */
  asked: { representations: number };
}

/** Subgraphs that answer everything, made from their schemas. */
export function anySubgraphs(
  sdlByName: Readonly<Record<string, string>>,
  salt: string,
  faults: Faults,
): AnySubgraphs {
  const asked = { representations: 0 };
  return {
    asked,
    async fetch({ service, query, variables }): Promise<FetchAnswer> {
      const { representations } = variables;
      if (Array.isArray(representations)) asked.representations += representations.length;
      if (chance(`${salt} ${service} ${query} silence`, faults.silences))
        return {
          data: null,
          errors: [{ message: `${service} does not answer.`, extensions: { code: 'UPSTREAM_FAILED' } }],
        };
      const result = await execute({
        schema: schemaOf(sdlByName[service] ?? ''),
        document: parse(query),
        variableValues: variables,
        rootValue: { seed: `${salt} ${service}` },
        fieldResolver: resolverOf(faults),
        typeResolver: thing => (thing as Thing).typename,
      });
      // As if it had come over a wire.
      const { data, errors } = JSON.parse(JSON.stringify(result)) as {
        data: JsonObject | null;
        errors?: GraphQLFormattedError[];
      };
      return {
        data: data && lied(data, representations, `${salt} ${service}`, faults.lies),
        ...(errors && { errors }),
      };
    },
  };
}

/** Entities are tampered with by what they are, not by where they stand in the list. */
function lied(data: JsonObject, representations: unknown, seed: string, oneIn: number): JsonObject {
  if (oneIn === 0) return data;
  const entities = data['_entities'];
  if (!Array.isArray(entities) || !Array.isArray(representations))
    return tamper(data, seed, oneIn) as JsonObject;
  return {
    _entities: entities.map((entity, index) =>
      tamper(entity, `${seed} ${JSON.stringify(representations[index])}`, oneIn),
    ),
  };
}

const schemas = new Map<string, GraphQLSchema>();

function schemaOf(sdl: string): GraphQLSchema {
  const known = schemas.get(sdl);
  if (known) return known;
  const typeDefs = parse(sdl);
  // What is printed of a running subgraph has the fields of federation already.
  const isComplete = sdl.includes('_entities');
  const schema = isComplete
    ? buildASTSchema(typeDefs, { assumeValidSDL: true })
    : buildSubgraphSchema([{ typeDefs }]);
  schemas.set(sdl, schema);
  return schema;
}
