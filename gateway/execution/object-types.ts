import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether objects of a type are meant by a condition (`... on Condition`). */
export type TypeTest = (typename: string) => boolean;

/** Whether a type is the one that is meant, or one of its kinds. Asked again and again, so answers are kept. */
export function testOfType(schema: GraphQLSchema, condition: string): TypeTest {
  const wanted = schema.getType(condition);
  const known = new Map<string, boolean>([[condition, true]]);
  return typename => {
    let matches = known.get(typename);
    if (matches === undefined) {
      const type = schema.getType(typename);
      matches =
        isAbstractType(wanted) &&
        (isObjectType(type) || isInterfaceType(type)) &&
        schema.isSubType(wanted, type);
      // Only types of the schema are kept: what subgraphs answer must not fill the memory.
      if (type) known.set(typename, matches);
    }
    return matches;
  };
}
