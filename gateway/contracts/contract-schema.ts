import {
  baseType,
  EnumType,
  InputObjectType,
  type InputType,
  InterfaceType,
  type NamedType,
  ObjectType,
  type OutputType,
  type Schema,
  UnionType,
} from '@apollo/federation-internals';
import { isInVersion, versionsOf } from './api-version.ts';
import { type Contract, contracts } from './contract.ts';

/** One API that is made of the graph. */
export interface ApiSelection {
  contract: Contract;
  version: string;
}

const hasFields = (type: NamedType): type is InterfaceType | ObjectType =>
  type instanceof ObjectType || type instanceof InterfaceType;

/** What a type is made of: without any of it there is no type. */
function membersOf(type: NamedType) {
  if (type instanceof EnumType) return [...type.values];
  if (type instanceof InputObjectType || hasFields(type)) return [...type.fields()];
  return [];
}

/** All that can have a tag. */
function* partsOf(schema: Schema) {
  for (const type of schema.types()) {
    yield type;
    yield* membersOf(type);
    if (hasFields(type)) for (const field of type.fields()) yield* field.arguments();
  }
}

type Part = ReturnType<typeof partsOf> extends Generator<infer Of> ? Of : never;

function tagsOf({ appliedDirectives }: Part): string[] {
  const tags = appliedDirectives.filter(({ name }) => name === 'tag');
  return tags.map(directive => String(directive.arguments()['name']));
}

/** The versions of the API that can be made of a supergraph. */
export function versionsIn(supergraph: Schema): string[] {
  return versionsOf([...partsOf(supergraph)].flatMap(tagsOf));
}

/** Types of which everything is hidden are hidden, and whatever is made of nothing else. */
function hideEmpty(schema: Schema, hidden: Set<Part>): void {
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const type of schema.types()) {
      const parts = type instanceof UnionType ? type.types() : membersOf(type);
      if (parts.length > 0 && parts.every(part => hidden.has(part))) hidden.add(type);
    }
  }
}

/** What a field, an argument or a field of an input leads to: its type, and where that is an interface the types that have it. */
function* behind({ type }: { type?: InputType | OutputType | undefined }): Generator<NamedType> {
  if (!type) return;
  const named = baseType(type);
  yield named;
  if (named instanceof InterfaceType) yield* named.possibleRuntimeTypes();
}

function* leadsTo(type: NamedType, hidden: ReadonlySet<Part>): Generator<NamedType> {
  if (type instanceof UnionType) yield* type.types();
  // Fragments can name it. Objects of other types are not reached by that.
  if (hasFields(type)) yield* type.interfaces();
  for (const member of membersOf(type)) {
    if (hidden.has(member) || !('type' in member)) continue;
    yield* behind(member);
    if (!('arguments' in member)) continue;
    for (const argument of member.arguments()) if (!hidden.has(argument)) yield* behind(argument);
  }
}

/** Types that clients can get to from the root. */
function reachableTypes(schema: Schema, hidden: ReadonlySet<Part>): ReadonlySet<Part> {
  const reached = new Set<NamedType>();
  const open: NamedType[] = [...schema.schemaDefinition.roots()].map(({ type }) => type);
  for (let type = open.pop(); type; type = open.pop()) {
    if (reached.has(type) || hidden.has(type)) continue;
    reached.add(type);
    open.push(...leadsTo(type, hidden));
  }
  return reached;
}

/** Clones the supergraph with `@inaccessible` on what an API does not show; null where it shows everything. */
function withHidden(supergraph: Schema, { contract, version }: ApiSelection): Schema | null {
  const hides: readonly string[] = contracts[contract].hides;
  const isLeftOut = (part: Part) => {
    const tags = tagsOf(part);
    return tags.some(tag => hides.includes(tag)) || !isInVersion(tags, version);
  };
  const schema = supergraph.clone();
  const parts = [...partsOf(schema)];
  if (!parts.some(isLeftOut)) return null;
  const inaccessible = schema.directive('inaccessible');
  if (!inaccessible) throw new Error('The supergraph has tags but does not know @inaccessible.');
  const isHidden = (part: Part) => part.hasAppliedDirective(inaccessible) || isLeftOut(part);
  const hidden = new Set(parts.filter(isHidden));
  hideEmpty(schema, hidden);
  const reachable = reachableTypes(schema, hidden);
  const features = [...(schema.coreFeatures?.allFeatures() ?? [])];
  for (const type of schema.types()) {
    // Those of `@join`, `@link` and their like are nobody's already.
    if (!reachable.has(type) && !features.some(feature => feature.isFeatureDefinition(type)))
      hidden.add(type);
  }
  for (const part of hidden) if (!part.hasAppliedDirective(inaccessible)) part.applyDirective(inaccessible);
  return schema;
}

/**
 * What clients see of the graph by one contract, in one version. Apollo's composition decides what that is: it throws where
 * something is shown that needs what is not.
 */
export function apiSchemaOf(supergraph: Schema, selection: ApiSelection): Schema {
  return (withHidden(supergraph, selection) ?? supergraph).toAPISchema();
}
