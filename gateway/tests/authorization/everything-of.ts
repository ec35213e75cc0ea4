import {
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { api } from './ask.ts';

/** Every field of a type that takes no argument, with all that is below it up to a depth; `not`: left out by path. */
export function everythingOf(typeName: string, depth: number, not: readonly string[] = []): string {
  const select = (type: unknown, left: number, path: string): string => {
    if (isUnionType(type)) {
      const members = type.getTypes().map(member => `... on ${member.name} ${select(member, left, path)}`);
      return `{ __typename ${members.join(' ')} }`;
    }
    const fields = Object.values((type as GraphQLObjectType).getFields()).flatMap(field => {
      const place = `${path}.${field.name}`;
      const below = getNamedType(field.type);
      if (
        not.includes(place) ||
        field.args.some(arg => isNonNullType(arg.type) && arg.defaultValue === undefined)
      )
        return [];
      if (!isObjectType(below) && !isUnionType(below) && !isInterfaceType(below)) return [field.name];
      // Members of a union can have fields of one name and of several types.
      return left > 0
        ? [
            `${isUnionType(type) ? `${field.name}: ` : ''}${field.name} ${select(below, left - 1, below.name)}`,
          ]
        : [];
    });
    return `{ __typename ${fields.join(' ')} }`;
  };
  return select(api.getType(typeName), depth, typeName);
}
