import { registerEnumType } from 'type-graphql';

/** Registers an enum whose values are their own names, with a description for each. */
export function registerEnum<Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
): { readonly [Key in Name]: Key } {
  const names = Object.keys(values) as Name[];
  const enumObject = Object.fromEntries(names.map(value => [value, value])) as { [Key in Name]: Key };
  registerEnumType(enumObject, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      names.filter(value => values[value] !== '').map(value => [value, { description: values[value] }]),
    ) as { [Key in Name]: { description: string } },
  });
  return enumObject;
}
