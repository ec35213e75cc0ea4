import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { isObject, type JsonObject } from '#platform/json.ts';
import { directivesOf, type Element } from '../directives.ts';

/** Under these names ids are asked for beside what the client selected; the client is not shown them. */
const TAG = 'almanac_tag';
const OWNER = 'almanac_owner';

const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;

function field(alias: string, name: string, selections?: readonly SelectionNode[]): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: nameNode(alias),
    name: nameNode(name),
    ...(selections && { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
  };
}

const within = (type: string, selections: readonly SelectionNode[]): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(type) },
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});

/** Whether the planner takes it. What only some contracts show it takes from all of them. */
const isShown = (element: Element) => directivesOf(element, 'inaccessible').length === 0;

/**
 * The id of an object and that of its owner, by whose name it may have been found. Types that have neither are part of
 * the object that they are in.
 */
function tagsOf(schema: GraphQLSchema, type: GraphQLNamedType, withOwner = true): SelectionNode[] {
  if (isAbstractType(type)) {
    return schema
      .getPossibleTypes(type)
      .filter(isShown)
      .flatMap(each => {
        const tags = tagsOf(schema, each, withOwner);
        return tags.length > 0 ? [within(each.name, tags)] : [];
      });
  }
  if (!isObjectType(type)) return [];
  const { id, owner } = type.getFields();
  const ownerType = owner && getNamedType(owner.type);
  const ownersTags =
    withOwner && owner && isShown(owner) && owner.args.length === 0 && isCompositeType(ownerType)
      ? tagsOf(schema, ownerType, false)
      : [];
  return [
    ...(id && isShown(id) && id.args.length === 0 ? [field(TAG, 'id')] : []),
    ...(ownersTags.length > 0 ? [field(OWNER, 'owner', ownersTags)] : []),
  ];
}

interface TaggedDocument {
  document: DocumentNode;
  /** Whether anything in it has an id. */
  isTagged: boolean;
}

/**
 * The document with the id of every object in it, in terms of the whole graph: a contract may hide what a response is
 * known by. Null where the client uses one of our names.
 */
export function withTags(schema: GraphQLSchema, document: DocumentNode): TaggedDocument | null {
  const types = new TypeInfo(schema);
  let isOurs = true;
  let isTagged = false;
  const tagged = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter({ alias }) {
          if (alias?.value === TAG || alias?.value === OWNER) isOurs = false;
        },
        leave(node) {
          const type = getNamedType(types.getType());
          if (!node.selectionSet || !type) return undefined;
          const tags = tagsOf(schema, type);
          if (tags.length === 0) return undefined;
          isTagged = true;
          const selections = [...node.selectionSet.selections, ...tags];
          return { ...node, selectionSet: { ...node.selectionSet, selections } };
        },
      },
    }),
  );
  return isOurs ? { document: tagged, isTagged } : null;
}

/** The ids of all objects in what such a document has found. */
export function tagsIn(data: JsonObject): Set<string> {
  const tags = new Set<string>();
  const collect = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (isObject(value)) {
      const tag = value[TAG];
      if (typeof tag === 'string') tags.add(tag);
      Object.values(value).forEach(collect);
    }
  };
  collect(data);
  return tags;
}
