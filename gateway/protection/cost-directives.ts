import {
  type FieldNode,
  type GraphQLField,
  Kind,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { AppError } from '#platform/errors.ts';
import { isObject, type JsonObject } from '#platform/json.ts';
import { directivesOf, type Element } from '../directives.ts';
import type { Score } from './score.ts';

/** `@cost` of an element; null where it has none. */
export function weightOf(element: Element): number | null {
  const weight = directivesOf(element, 'cost')[0]?.['weight'];
  return weight === undefined ? null : Number(weight);
}

/** Fields below a field, by the path to them, that are as long as it is said there. */
export type SizedFields = readonly (readonly string[])[];

export interface ListSize {
  /** Null: neither an argument nor the schema says how many there are. */
  size: Score | null;
  sizedFields: SizedFields;
}

/** `page` or, of lists further below, `results { page }`. */
function pathsIn(text: string): string[][] {
  const pathsBelow = ({ selections }: SelectionSetNode): string[][] =>
    selections.flatMap(selection => {
      if (selection.kind !== Kind.FIELD) return [];
      const own = selection.name.value;
      if (!selection.selectionSet) return [[own]];
      return pathsBelow(selection.selectionSet).map(path => [own, ...path]);
    });
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? pathsBelow(definition.selectionSet) : [];
}

/** How many items an argument stands for: itself, or those of the list that it is. */
function itemsIn(value: unknown, path: readonly string[]): number | null {
  const [next, ...rest] = path;
  if (next !== undefined) {
    return isObject(value) ? itemsIn(value[next], rest) : null;
  }
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.trunc(value)) : null;
}

/** What a field's `@listSize` says of one use of it; `otherwise` is how long lists are of which nothing is known. */
export function listSizeOf(
  definition: GraphQLField<unknown, unknown>,
  field: FieldNode,
  otherwise: number,
): ListSize | null {
  const [said] = directivesOf(definition, 'listSize');
  if (!said) return null;
  const texts = (key: string) => (Array.isArray(said[key]) ? said[key].map(String) : []);
  const slicing = texts('slicingArguments').map(text => text.split('.'));
  const assumed = typeof said['assumedSize'] === 'number' ? said['assumedSize'] : null;
  const needsOne = said['requireOneSlicingArgument'] !== false && slicing.length > 0;
  const given = (variables: Readonly<JsonObject>) =>
    slicing.flatMap(([name = '', ...path]) => {
      const argument = field.arguments?.find(each => each.name.value === name);
      // An argument that is given as null, or as a variable that has no number, is as if it were not given.
      const own = argument ? itemsIn(valueFromASTUntyped(argument.value, variables), path) : null;
      const items = own ?? itemsIn(definition.args.find(each => each.name === name)?.defaultValue, path);
      return items === null ? [] : [items];
    });
  const isOpen = field.arguments?.some(({ value }) => JSON.stringify(value).includes(`"${Kind.VARIABLE}"`));
  const count = (variables: Readonly<JsonObject>) => {
    const sizes = given(variables);
    if (needsOne && sizes.length !== 1) {
      const message = `${definition.name} needs exactly one of ${slicing.map(path => path.join('.')).join(', ')}.`;
      throw new AppError('BAD_USER_INPUT', message, { extensions: { field: slicing[0]?.join('.') ?? '' } });
    }
    return sizes.length > 0 ? Math.max(...sizes) : assumed;
  };
  const sizedFields = texts('sizedFields').flatMap(pathsIn);
  return { size: isOpen ? variables => count(variables) ?? otherwise : count({}), sizedFields };
}
